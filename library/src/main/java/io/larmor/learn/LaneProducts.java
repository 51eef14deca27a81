package io.larmor.learn;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of eight rows by three vectors, or of six by two where there are fewer registers, whose sums stay in registers over a
 * block of samples. The samples are first copied: into panels one vector wide, and, for a group of columns at a time, into
 * rows that go straight on. Every panel and every row is an array of its own, so that a tile reaches each number with the
 * sample's index alone; sums of addresses would keep the processor from its products. On the JDK's Vector API.
 */
final class LaneProducts implements ProductKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Whether there are 32 registers, as there are with vectors of 512 bits. */
    private static final boolean WIDE = LANES >= 8;
    private static final int ROWS = WIDE ? 8 : 6;
    private static final int VECTORS = WIDE ? 3 : 2;
    /** Rows of the tiles of a single vector: as many sums as the processor has in the works at once. */
    private static final int ROWS_OF_ONE = 8;
    /** Rows for which the panels are gone through once: they stay in the second cache. Whole tiles in both directions. */
    private static final int GROUP = 96;
    /** Samples that are copied together, of which the caches hold the lines. */
    private static final int AT_ONCE = 16;

    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

    /** Copies of a thread's samples. */
    private static final class Scratch {

        private double[][] panels = {};
        private final double[][] rows = new double[GROUP][Products.BLOCK];

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
            for (int p = first / LANES; p * LANES < end; p++) {
                turn(panels[p], samples, rows, p * LANES - first);
            }
            int p = first / LANES;
            for (; p + VECTORS <= count; p += VECTORS) {
                strips(rows, panels, p, samples, first, Math.min(end, (p + VECTORS) * LANES), sums);
            }
            for (; p < count; p++) {
                for (int i = first; i < Math.min(end, (p + 1) * LANES); i += ROWS_OF_ONE) {
                    one(rows, i - first, panels[p], samples, p * LANES, i, sums);
                }
            }
        }
    }

    /** The tiles of some panels, from the first row of a group down to the diagonal. */
    private static void strips(double[][] rows, double[][] panels, int p, int samples, int first, int end, double[][] sums) {
        int last = Math.min(first + GROUP, sums.length);
        for (int i = first; i < end; i += ROWS) {
            int below = Math.max(0, i / LANES - p);
            if (below > 0 && i + ROWS_OF_ONE <= last) {
                // The first of the panels lie wholly below the diagonal.
                for (int q = p + below; q < p + VECTORS; q++) {
                    one(rows, i - first, panels[q], samples, q * LANES, i, sums);
                }
                continue;
            }
            int r = i - first;
            if (WIDE) {
                wideTile(rows[r], rows[r + 1], rows[r + 2], rows[r + 3], rows[r + 4], rows[r + 5], rows[r + 6], rows[r + 7],
                        panels[p], panels[p + 1], panels[p + 2], samples, p * LANES, sums[i], sums[i + 1], sums[i + 2],
                        sums[i + 3], sums[i + 4], sums[i + 5], sums[i + 6], sums[i + 7]);
            } else {
                tile(rows[r], rows[r + 1], rows[r + 2], rows[r + 3], rows[r + 4], rows[r + 5], panels[p], panels[p + 1], samples,
                        p * LANES, sums[i], sums[i + 1], sums[i + 2], sums[i + 3], sums[i + 4], sums[i + 5]);
            }
        }
    }

    /** Some lanes of a panel as rows. */
    private static void turn(double[] panel, int samples, double[][] rows, int row) {
        for (int lane = 0; lane < LANES; lane += 2) {
            two(panel, lane, samples, rows[row + lane], rows[row + lane + 1]);
        }
    }

    private static void two(double[] panel, int lane, int samples, double[] a, double[] b) {
        for (int k = 0; k < samples; k++) {
            a[k] = panel[k * LANES + lane];
            b[k] = panel[k * LANES + lane + 1];
        }
    }

    /** The samples as panels, filled up with 0. */
    private static void pack(double[] left, int from, int leftWidth, double[] right, int samples, int width, double[][] panels) {
        int whole = leftWidth / LANES;
        for (int first = 0; first < samples; first += AT_ONCE) {
            int end = Math.min(samples, first + AT_ONCE);
            int p = 0;
            for (; p + 2 <= whole; p += 2) {
                copy(left, from + p * LANES, leftWidth, first, end, panels[p], panels[p + 1]);
            }
            for (; p < whole; p++) {
                copy(left, from + p * LANES, leftWidth, first, end, panels[p]);
            }
        }
        int rest = width - leftWidth;
        for (int j = whole * LANES; j < (width + LANES - 1) / LANES * LANES; j++) {
            double[] into = panels[j / LANES];
            if (j < leftWidth) {
                column(left, from + j, leftWidth, samples, into, j % LANES);
            } else if (j < width) {
                column(right, j - leftWidth, rest, samples, into, j % LANES);
            } else {
                for (int k = 0; k < samples; k++) {
                    into[k * LANES + j % LANES] = 0;
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

    private static void wideTile(double[] a0, double[] a1, double[] a2, double[] a3, double[] a4, double[] a5, double[] a6,
            double[] a7, double[] p, double[] q, double[] r, int samples, int j, double[] s0, double[] s1, double[] s2,
            double[] s3, double[] s4, double[] s5, double[] s6, double[] s7) {
        int k = j + LANES;
        int l = k + LANES;
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s0, j);
        DoubleVector u0 = DoubleVector.fromArray(SPECIES, s0, k);
        DoubleVector v0 = DoubleVector.fromArray(SPECIES, s0, l);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s1, j);
        DoubleVector u1 = DoubleVector.fromArray(SPECIES, s1, k);
        DoubleVector v1 = DoubleVector.fromArray(SPECIES, s1, l);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s2, j);
        DoubleVector u2 = DoubleVector.fromArray(SPECIES, s2, k);
        DoubleVector v2 = DoubleVector.fromArray(SPECIES, s2, l);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s3, j);
        DoubleVector u3 = DoubleVector.fromArray(SPECIES, s3, k);
        DoubleVector v3 = DoubleVector.fromArray(SPECIES, s3, l);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s4, j);
        DoubleVector u4 = DoubleVector.fromArray(SPECIES, s4, k);
        DoubleVector v4 = DoubleVector.fromArray(SPECIES, s4, l);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s5, j);
        DoubleVector u5 = DoubleVector.fromArray(SPECIES, s5, k);
        DoubleVector v5 = DoubleVector.fromArray(SPECIES, s5, l);
        DoubleVector t6 = DoubleVector.fromArray(SPECIES, s6, j);
        DoubleVector u6 = DoubleVector.fromArray(SPECIES, s6, k);
        DoubleVector v6 = DoubleVector.fromArray(SPECIES, s6, l);
        DoubleVector t7 = DoubleVector.fromArray(SPECIES, s7, j);
        DoubleVector u7 = DoubleVector.fromArray(SPECIES, s7, k);
        DoubleVector v7 = DoubleVector.fromArray(SPECIES, s7, l);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * LANES);
            DoubleVector y = DoubleVector.fromArray(SPECIES, q, i * LANES);
            DoubleVector z = DoubleVector.fromArray(SPECIES, r, i * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a0[i]);
            t0 = w.fma(x, t0);
            u0 = w.fma(y, u0);
            v0 = w.fma(z, v0);
            w = DoubleVector.broadcast(SPECIES, a1[i]);
            t1 = w.fma(x, t1);
            u1 = w.fma(y, u1);
            v1 = w.fma(z, v1);
            w = DoubleVector.broadcast(SPECIES, a2[i]);
            t2 = w.fma(x, t2);
            u2 = w.fma(y, u2);
            v2 = w.fma(z, v2);
            w = DoubleVector.broadcast(SPECIES, a3[i]);
            t3 = w.fma(x, t3);
            u3 = w.fma(y, u3);
            v3 = w.fma(z, v3);
            w = DoubleVector.broadcast(SPECIES, a4[i]);
            t4 = w.fma(x, t4);
            u4 = w.fma(y, u4);
            v4 = w.fma(z, v4);
            w = DoubleVector.broadcast(SPECIES, a5[i]);
            t5 = w.fma(x, t5);
            u5 = w.fma(y, u5);
            v5 = w.fma(z, v5);
            w = DoubleVector.broadcast(SPECIES, a6[i]);
            t6 = w.fma(x, t6);
            u6 = w.fma(y, u6);
            v6 = w.fma(z, v6);
            w = DoubleVector.broadcast(SPECIES, a7[i]);
            t7 = w.fma(x, t7);
            u7 = w.fma(y, u7);
            v7 = w.fma(z, v7);
        }
        t0.intoArray(s0, j);
        u0.intoArray(s0, k);
        v0.intoArray(s0, l);
        t1.intoArray(s1, j);
        u1.intoArray(s1, k);
        v1.intoArray(s1, l);
        t2.intoArray(s2, j);
        u2.intoArray(s2, k);
        v2.intoArray(s2, l);
        t3.intoArray(s3, j);
        u3.intoArray(s3, k);
        v3.intoArray(s3, l);
        t4.intoArray(s4, j);
        u4.intoArray(s4, k);
        v4.intoArray(s4, l);
        t5.intoArray(s5, j);
        u5.intoArray(s5, k);
        v5.intoArray(s5, l);
        t6.intoArray(s6, j);
        u6.intoArray(s6, k);
        v6.intoArray(s6, l);
        t7.intoArray(s7, j);
        u7.intoArray(s7, k);
        v7.intoArray(s7, l);
    }

    /** Six rows by two vectors: with the factors fifteen registers, of which a processor without longer vectors has sixteen. */
    private static void tile(double[] a0, double[] a1, double[] a2, double[] a3, double[] a4, double[] a5, double[] p,
            double[] q, int samples, int j, double[] s0, double[] s1, double[] s2, double[] s3, double[] s4, double[] s5) {
        int k = j + LANES;
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s0, j);
        DoubleVector u0 = DoubleVector.fromArray(SPECIES, s0, k);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s1, j);
        DoubleVector u1 = DoubleVector.fromArray(SPECIES, s1, k);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s2, j);
        DoubleVector u2 = DoubleVector.fromArray(SPECIES, s2, k);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s3, j);
        DoubleVector u3 = DoubleVector.fromArray(SPECIES, s3, k);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s4, j);
        DoubleVector u4 = DoubleVector.fromArray(SPECIES, s4, k);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s5, j);
        DoubleVector u5 = DoubleVector.fromArray(SPECIES, s5, k);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * LANES);
            DoubleVector y = DoubleVector.fromArray(SPECIES, q, i * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a0[i]);
            t0 = w.fma(x, t0);
            u0 = w.fma(y, u0);
            w = DoubleVector.broadcast(SPECIES, a1[i]);
            t1 = w.fma(x, t1);
            u1 = w.fma(y, u1);
            w = DoubleVector.broadcast(SPECIES, a2[i]);
            t2 = w.fma(x, t2);
            u2 = w.fma(y, u2);
            w = DoubleVector.broadcast(SPECIES, a3[i]);
            t3 = w.fma(x, t3);
            u3 = w.fma(y, u3);
            w = DoubleVector.broadcast(SPECIES, a4[i]);
            t4 = w.fma(x, t4);
            u4 = w.fma(y, u4);
            w = DoubleVector.broadcast(SPECIES, a5[i]);
            t5 = w.fma(x, t5);
            u5 = w.fma(y, u5);
        }
        t0.intoArray(s0, j);
        u0.intoArray(s0, k);
        t1.intoArray(s1, j);
        u1.intoArray(s1, k);
        t2.intoArray(s2, j);
        u2.intoArray(s2, k);
        t3.intoArray(s3, j);
        u3.intoArray(s3, k);
        t4.intoArray(s4, j);
        u4.intoArray(s4, k);
        t5.intoArray(s5, j);
        u5.intoArray(s5, k);
    }

    /** Eight rows by one vector. */
    private static void one(double[][] rows, int row, double[] panel, int samples, int j, int i, double[][] sums) {
        one(rows[row], rows[row + 1], rows[row + 2], rows[row + 3], rows[row + 4], rows[row + 5], rows[row + 6], rows[row + 7],
                panel, samples, j, sums[i], sums[i + 1], sums[i + 2], sums[i + 3], sums[i + 4], sums[i + 5], sums[i + 6],
                sums[i + 7]);
    }

    private static void one(double[] a0, double[] a1, double[] a2, double[] a3, double[] a4, double[] a5, double[] a6,
            double[] a7, double[] p, int samples, int j, double[] s0, double[] s1, double[] s2, double[] s3, double[] s4,
            double[] s5, double[] s6, double[] s7) {
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s0, j);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s1, j);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s2, j);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s3, j);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s4, j);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s5, j);
        DoubleVector t6 = DoubleVector.fromArray(SPECIES, s6, j);
        DoubleVector t7 = DoubleVector.fromArray(SPECIES, s7, j);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a0[i]);
            t0 = w.fma(x, t0);
            w = DoubleVector.broadcast(SPECIES, a1[i]);
            t1 = w.fma(x, t1);
            w = DoubleVector.broadcast(SPECIES, a2[i]);
            t2 = w.fma(x, t2);
            w = DoubleVector.broadcast(SPECIES, a3[i]);
            t3 = w.fma(x, t3);
            w = DoubleVector.broadcast(SPECIES, a4[i]);
            t4 = w.fma(x, t4);
            w = DoubleVector.broadcast(SPECIES, a5[i]);
            t5 = w.fma(x, t5);
            w = DoubleVector.broadcast(SPECIES, a6[i]);
            t6 = w.fma(x, t6);
            w = DoubleVector.broadcast(SPECIES, a7[i]);
            t7 = w.fma(x, t7);
        }
        t0.intoArray(s0, j);
        t1.intoArray(s1, j);
        t2.intoArray(s2, j);
        t3.intoArray(s3, j);
        t4.intoArray(s4, j);
        t5.intoArray(s5, j);
        t6.intoArray(s6, j);
        t7.intoArray(s7, j);
    }
}
