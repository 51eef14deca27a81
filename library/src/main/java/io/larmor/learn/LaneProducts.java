package io.larmor.learn;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of eight rows by three vectors, or of six by two where there are fewer registers, whose sums stay in registers over a
 * block of samples. The samples are first copied: into panels one vector wide, and, for a group of columns at a time, into
 * rows that go straight on. Every panel and every half a tile's rows are an array of their own, so that a tile reaches each
 * number with the sample's index and a constant; the instructions for other addresses would keep the processor from its
 * products. On the JDK's Vector API.
 */
final class LaneProducts implements ProductKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > Products.PANEL
            ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Whether there are 32 registers, as there are with vectors of 512 bits. */
    private static final boolean WIDE = LANES >= 8;
    private static final int ROWS = WIDE ? 8 : 6;
    private static final int PANEL = Products.PANEL;
    private static final int VECTORS = WIDE ? 3 : 2;
    /** Rows that lie in one array, at a distance of a block: where all do, the compiler reads too many numbers too early. */
    private static final int HALF = ROWS / 2;
    private static final int NEXT = Products.BLOCK;
    /** Rows for which the panels are gone through once: they stay in the second cache. Whole tiles in both directions. */
    private static final int GROUP = 48;
    /** Samples that are copied together, of which the caches hold the lines. */
    private static final int AT_ONCE = 8;

    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

    /** Copies of a thread's samples. */
    private static final class Scratch {

        private double[][] panels = {};
        private final double[][] rows = new double[GROUP / HALF][HALF * NEXT];

        private double[][] panels(int count) {
            int had = panels.length;
            if (had < count) {
                panels = Arrays.copyOf(panels, count);
                for (int p = had; p < count; p++) {
                    panels[p] = new double[Products.BLOCK * LANES];
                }
            }
            return panels;
        }
    }

    @Override
    public void add(double[] left, int from, int leftWidth, double[] right, int samples, int width, double[][] sums) {
        Scratch own = scratch.get();
        int count = (width + LANES - 1) / LANES;
        double[][] panels = own.panels(count);
        double[][] rows = own.rows;
        pack(left, from, leftWidth, right, samples, width, panels);
        for (int first = 0; first < width; first += GROUP) {
            int end = Math.min(width, first + GROUP);
            int p = first / LANES;
            for (int q = p; q * LANES < end; q++) {
                turn(panels[q], samples, rows, q * LANES - first);
            }
            for (; p + VECTORS <= count; p += VECTORS) {
                strips(rows, panels, p, samples, first, Math.min(end, (p + VECTORS) * LANES), sums);
            }
            for (; p < count; p++) {
                int below = Math.min(end, (p + 1) * LANES);
                for (int i = first, r = 0; i < below; i += ROWS, r += 2) {
                    one(rows, r, panels[p], samples, sums, i, p * LANES);
                }
            }
        }
    }

    /** The tiles of some panels, from the first row of a group down to the diagonal. */
    private static void strips(double[][] rows, double[][] panels, int p, int samples, int first, int end, double[][] sums) {
        int j = p * LANES;
        double[] into = sums[j / PANEL];
        for (int i = first, r = 0; i < end; i += ROWS, r += 2) {
            int begun = Math.max(p, i / LANES);
            if (begun > p) {
                // The first of the panels lie wholly below the diagonal.
                for (int q = begun; q < p + VECTORS; q++) {
                    one(rows, r, panels[q], samples, sums, i, q * LANES);
                }
            } else if (WIDE) {
                wideTile(rows[r], rows[r + 1], panels[p], panels[p + 1], panels[p + 2], samples, into, sums[j / PANEL + 1],
                        sums[j / PANEL + 2], i * PANEL);
            } else {
                tile(rows[r], rows[r + 1], panels[p], panels[p + 1], samples, into, i * PANEL + j % PANEL);
            }
        }
    }

    private static void one(double[][] rows, int r, double[] panel, int samples, double[][] sums, int i, int j) {
        if (WIDE) {
            wideOne(rows[r], rows[r + 1], panel, samples, sums[j / PANEL], i * PANEL);
        } else {
            one(rows[r], rows[r + 1], panel, samples, sums[j / PANEL], i * PANEL + j % PANEL);
        }
    }

    /** The lanes of a panel as rows. */
    private static void turn(double[] panel, int samples, double[][] rows, int row) {
        for (int lane = 0, r = row; lane < LANES; lane++, r++) {
            lane(panel, lane, samples, rows[r / HALF], r % HALF * NEXT);
        }
    }

    private static void lane(double[] panel, int lane, int samples, double[] into, int at) {
        for (int k = 0; k < samples; k++) {
            into[at + k] = panel[k * LANES + lane];
        }
    }

    /** The samples as panels; what lies beyond the width may be anything. */
    private static void pack(double[] left, int from, int leftWidth, double[] right, int samples, int width, double[][] panels) {
        int whole = leftWidth / LANES;
        int p;
        for (int first = 0; first < samples; first += AT_ONCE) {
            int end = Math.min(samples, first + AT_ONCE);
            for (p = 0; p + 2 <= whole; p += 2) {
                copy(left, from + p * LANES, leftWidth, first, end, panels[p], panels[p + 1]);
            }
            if (p < whole) {
                copy(left, from + p * LANES, leftWidth, first, end, panels[p]);
            }
        }
        int rest = width - leftWidth;
        for (p = whole; p * LANES < width; p++) {
            int j = p * LANES;
            if (j >= leftWidth && j + LANES <= width) {
                copy(right, j - leftWidth, rest, 0, samples, panels[p]);
                continue;
            }
            for (int lane = 0; lane < LANES && j < width; lane++, j++) {
                if (j < leftWidth) {
                    column(left, from + j, leftWidth, samples, panels[p], lane);
                } else {
                    column(right, j - leftWidth, rest, samples, panels[p], lane);
                }
            }
        }
    }

    /** Two panels beside each other, which are one line of the cache in many machines. */
    private static void copy(double[] from, int start, int stride, int first, int end, double[] a, double[] b) {
        for (int k = first; k < end; k++) {
            int read = start + k * stride;
            DoubleVector.fromArray(SPECIES, from, read).intoArray(a, k * LANES);
            DoubleVector.fromArray(SPECIES, from, read + LANES).intoArray(b, k * LANES);
        }
    }

    private static void copy(double[] from, int start, int stride, int first, int end, double[] a) {
        for (int k = first; k < end; k++) {
            DoubleVector.fromArray(SPECIES, from, start + k * stride).intoArray(a, k * LANES);
        }
    }

    private static void column(double[] from, int start, int stride, int samples, double[] into, int lane) {
        for (int k = 0; k < samples; k++) {
            into[k * LANES + lane] = from[start + k * stride];
        }
    }

    /** Six rows by two vectors: with the factors fifteen registers, of which a processor without longer vectors has sixteen. */
    private static void tile(double[] a, double[] b, double[] p, double[] q, int samples, double[] s, int at) {
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s, at);
        DoubleVector u0 = DoubleVector.fromArray(SPECIES, s, at + LANES);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s, at + PANEL);
        DoubleVector u1 = DoubleVector.fromArray(SPECIES, s, at + PANEL + LANES);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s, at + 2 * PANEL);
        DoubleVector u2 = DoubleVector.fromArray(SPECIES, s, at + 2 * PANEL + LANES);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s, at + 3 * PANEL);
        DoubleVector u3 = DoubleVector.fromArray(SPECIES, s, at + 3 * PANEL + LANES);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s, at + 4 * PANEL);
        DoubleVector u4 = DoubleVector.fromArray(SPECIES, s, at + 4 * PANEL + LANES);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s, at + 5 * PANEL);
        DoubleVector u5 = DoubleVector.fromArray(SPECIES, s, at + 5 * PANEL + LANES);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * LANES);
            DoubleVector y = DoubleVector.fromArray(SPECIES, q, i * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i]);
            t0 = w.fma(x, t0);
            u0 = w.fma(y, u0);
            w = DoubleVector.broadcast(SPECIES, a[i + NEXT]);
            t1 = w.fma(x, t1);
            u1 = w.fma(y, u1);
            w = DoubleVector.broadcast(SPECIES, a[i + 2 * NEXT]);
            t2 = w.fma(x, t2);
            u2 = w.fma(y, u2);
            w = DoubleVector.broadcast(SPECIES, b[i]);
            t3 = w.fma(x, t3);
            u3 = w.fma(y, u3);
            w = DoubleVector.broadcast(SPECIES, b[i + NEXT]);
            t4 = w.fma(x, t4);
            u4 = w.fma(y, u4);
            w = DoubleVector.broadcast(SPECIES, b[i + 2 * NEXT]);
            t5 = w.fma(x, t5);
            u5 = w.fma(y, u5);
        }
        t0.intoArray(s, at);
        u0.intoArray(s, at + LANES);
        t1.intoArray(s, at + PANEL);
        u1.intoArray(s, at + PANEL + LANES);
        t2.intoArray(s, at + 2 * PANEL);
        u2.intoArray(s, at + 2 * PANEL + LANES);
        t3.intoArray(s, at + 3 * PANEL);
        u3.intoArray(s, at + 3 * PANEL + LANES);
        t4.intoArray(s, at + 4 * PANEL);
        u4.intoArray(s, at + 4 * PANEL + LANES);
        t5.intoArray(s, at + 5 * PANEL);
        u5.intoArray(s, at + 5 * PANEL + LANES);
    }

    private static void one(double[] a, double[] b, double[] p, int samples, double[] s, int at) {
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s, at);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s, at + PANEL);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s, at + 2 * PANEL);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s, at + 3 * PANEL);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s, at + 4 * PANEL);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s, at + 5 * PANEL);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i]);
            t0 = w.fma(x, t0);
            w = DoubleVector.broadcast(SPECIES, a[i + NEXT]);
            t1 = w.fma(x, t1);
            w = DoubleVector.broadcast(SPECIES, a[i + 2 * NEXT]);
            t2 = w.fma(x, t2);
            w = DoubleVector.broadcast(SPECIES, b[i]);
            t3 = w.fma(x, t3);
            w = DoubleVector.broadcast(SPECIES, b[i + NEXT]);
            t4 = w.fma(x, t4);
            w = DoubleVector.broadcast(SPECIES, b[i + 2 * NEXT]);
            t5 = w.fma(x, t5);
        }
        t0.intoArray(s, at);
        t1.intoArray(s, at + PANEL);
        t2.intoArray(s, at + 2 * PANEL);
        t3.intoArray(s, at + 3 * PANEL);
        t4.intoArray(s, at + 4 * PANEL);
        t5.intoArray(s, at + 5 * PANEL);
    }

    /** Eight rows by three vectors. */
    private static void wideTile(double[] a, double[] b, double[] p, double[] q, double[] r, int samples, double[] s0,
            double[] s1, double[] s2, int at) {
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s0, at);
        DoubleVector u0 = DoubleVector.fromArray(SPECIES, s1, at);
        DoubleVector v0 = DoubleVector.fromArray(SPECIES, s2, at);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s0, at + PANEL);
        DoubleVector u1 = DoubleVector.fromArray(SPECIES, s1, at + PANEL);
        DoubleVector v1 = DoubleVector.fromArray(SPECIES, s2, at + PANEL);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s0, at + 2 * PANEL);
        DoubleVector u2 = DoubleVector.fromArray(SPECIES, s1, at + 2 * PANEL);
        DoubleVector v2 = DoubleVector.fromArray(SPECIES, s2, at + 2 * PANEL);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s0, at + 3 * PANEL);
        DoubleVector u3 = DoubleVector.fromArray(SPECIES, s1, at + 3 * PANEL);
        DoubleVector v3 = DoubleVector.fromArray(SPECIES, s2, at + 3 * PANEL);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s0, at + 4 * PANEL);
        DoubleVector u4 = DoubleVector.fromArray(SPECIES, s1, at + 4 * PANEL);
        DoubleVector v4 = DoubleVector.fromArray(SPECIES, s2, at + 4 * PANEL);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s0, at + 5 * PANEL);
        DoubleVector u5 = DoubleVector.fromArray(SPECIES, s1, at + 5 * PANEL);
        DoubleVector v5 = DoubleVector.fromArray(SPECIES, s2, at + 5 * PANEL);
        DoubleVector t6 = DoubleVector.fromArray(SPECIES, s0, at + 6 * PANEL);
        DoubleVector u6 = DoubleVector.fromArray(SPECIES, s1, at + 6 * PANEL);
        DoubleVector v6 = DoubleVector.fromArray(SPECIES, s2, at + 6 * PANEL);
        DoubleVector t7 = DoubleVector.fromArray(SPECIES, s0, at + 7 * PANEL);
        DoubleVector u7 = DoubleVector.fromArray(SPECIES, s1, at + 7 * PANEL);
        DoubleVector v7 = DoubleVector.fromArray(SPECIES, s2, at + 7 * PANEL);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * LANES);
            DoubleVector y = DoubleVector.fromArray(SPECIES, q, i * LANES);
            DoubleVector z = DoubleVector.fromArray(SPECIES, r, i * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i]);
            t0 = w.fma(x, t0);
            u0 = w.fma(y, u0);
            v0 = w.fma(z, v0);
            w = DoubleVector.broadcast(SPECIES, a[i + NEXT]);
            t1 = w.fma(x, t1);
            u1 = w.fma(y, u1);
            v1 = w.fma(z, v1);
            w = DoubleVector.broadcast(SPECIES, a[i + 2 * NEXT]);
            t2 = w.fma(x, t2);
            u2 = w.fma(y, u2);
            v2 = w.fma(z, v2);
            w = DoubleVector.broadcast(SPECIES, a[i + 3 * NEXT]);
            t3 = w.fma(x, t3);
            u3 = w.fma(y, u3);
            v3 = w.fma(z, v3);
            w = DoubleVector.broadcast(SPECIES, b[i]);
            t4 = w.fma(x, t4);
            u4 = w.fma(y, u4);
            v4 = w.fma(z, v4);
            w = DoubleVector.broadcast(SPECIES, b[i + NEXT]);
            t5 = w.fma(x, t5);
            u5 = w.fma(y, u5);
            v5 = w.fma(z, v5);
            w = DoubleVector.broadcast(SPECIES, b[i + 2 * NEXT]);
            t6 = w.fma(x, t6);
            u6 = w.fma(y, u6);
            v6 = w.fma(z, v6);
            w = DoubleVector.broadcast(SPECIES, b[i + 3 * NEXT]);
            t7 = w.fma(x, t7);
            u7 = w.fma(y, u7);
            v7 = w.fma(z, v7);
        }
        t0.intoArray(s0, at);
        u0.intoArray(s1, at);
        v0.intoArray(s2, at);
        t1.intoArray(s0, at + PANEL);
        u1.intoArray(s1, at + PANEL);
        v1.intoArray(s2, at + PANEL);
        t2.intoArray(s0, at + 2 * PANEL);
        u2.intoArray(s1, at + 2 * PANEL);
        v2.intoArray(s2, at + 2 * PANEL);
        t3.intoArray(s0, at + 3 * PANEL);
        u3.intoArray(s1, at + 3 * PANEL);
        v3.intoArray(s2, at + 3 * PANEL);
        t4.intoArray(s0, at + 4 * PANEL);
        u4.intoArray(s1, at + 4 * PANEL);
        v4.intoArray(s2, at + 4 * PANEL);
        t5.intoArray(s0, at + 5 * PANEL);
        u5.intoArray(s1, at + 5 * PANEL);
        v5.intoArray(s2, at + 5 * PANEL);
        t6.intoArray(s0, at + 6 * PANEL);
        u6.intoArray(s1, at + 6 * PANEL);
        v6.intoArray(s2, at + 6 * PANEL);
        t7.intoArray(s0, at + 7 * PANEL);
        u7.intoArray(s1, at + 7 * PANEL);
        v7.intoArray(s2, at + 7 * PANEL);
    }

    private static void wideOne(double[] a, double[] b, double[] p, int samples, double[] s, int at) {
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s, at);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s, at + PANEL);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s, at + 2 * PANEL);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s, at + 3 * PANEL);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s, at + 4 * PANEL);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s, at + 5 * PANEL);
        DoubleVector t6 = DoubleVector.fromArray(SPECIES, s, at + 6 * PANEL);
        DoubleVector t7 = DoubleVector.fromArray(SPECIES, s, at + 7 * PANEL);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[i]);
            t0 = w.fma(x, t0);
            w = DoubleVector.broadcast(SPECIES, a[i + NEXT]);
            t1 = w.fma(x, t1);
            w = DoubleVector.broadcast(SPECIES, a[i + 2 * NEXT]);
            t2 = w.fma(x, t2);
            w = DoubleVector.broadcast(SPECIES, a[i + 3 * NEXT]);
            t3 = w.fma(x, t3);
            w = DoubleVector.broadcast(SPECIES, b[i]);
            t4 = w.fma(x, t4);
            w = DoubleVector.broadcast(SPECIES, b[i + NEXT]);
            t5 = w.fma(x, t5);
            w = DoubleVector.broadcast(SPECIES, b[i + 2 * NEXT]);
            t6 = w.fma(x, t6);
            w = DoubleVector.broadcast(SPECIES, b[i + 3 * NEXT]);
            t7 = w.fma(x, t7);
        }
        t0.intoArray(s, at);
        t1.intoArray(s, at + PANEL);
        t2.intoArray(s, at + 2 * PANEL);
        t3.intoArray(s, at + 3 * PANEL);
        t4.intoArray(s, at + 4 * PANEL);
        t5.intoArray(s, at + 5 * PANEL);
        t6.intoArray(s, at + 6 * PANEL);
        t7.intoArray(s, at + 7 * PANEL);
    }
}
