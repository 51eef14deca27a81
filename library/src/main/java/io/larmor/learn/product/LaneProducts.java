package io.larmor.learn.product;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of eight rows by three vectors, or of six by two where there are fewer registers, whose sums stay in registers over a
 * block of samples. The samples are first copied: into panels as wide as a tile, and, for a group of columns at a time, into
 * rows that go straight on. A tile reaches each number with the sample's index and next to no instructions for addresses,
 * which would keep the processor from its products. On the JDK's Vector API.
 */
final class LaneProducts implements ProductKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED.length() > Products.PANEL
            ? DoubleVector.SPECIES_512 : DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Whether there are 32 registers, as there are with vectors of 512 bits. */
    private static final boolean WIDE = LANES >= 8;
    private static final int ROWS = WIDE ? 8 : 6;
    private static final int VECTORS = WIDE ? 3 : 2;
    private static final int COLUMNS = VECTORS * LANES;
    private static final int PANEL = Products.PANEL;
    /** Rows of a tile that lie in one array; where all do, the compiler reads too many numbers too early. */
    private static final int HALF = ROWS / 2;
    /** From one row to the next. */
    private static final int NEXT = Products.BLOCK;
    /**
     * Whether the compiler may know where the rows begin. Java 17's then needs no instruction for their addresses, and the
     * product is 6 % faster; Java 25's would read all rows at once, run out of registers and take twice the time.
     */
    private static final boolean KNOWN = Runtime.version().feature() < 18;
    /** Rows for which the panels are gone through once: they stay in the second cache. Whole tiles in both directions. */
    private static final int GROUP = 48;
    /** Samples that are copied together, of which the caches hold the lines. */
    private static final int AT_ONCE = 8;
    /** Samples of a panel that are turned together. */
    private static final int FEW = 96;

    private final ThreadLocal<Scratch> scratch = ThreadLocal.withInitial(Scratch::new);

    /** Copies of a thread's samples. */
    private static final class Scratch {

        private double[][] panels = {};
        private final double[][] rows = new double[GROUP / HALF][HALF * NEXT];
    }

    @Override
    public void add(double[] left, int from, int leftWidth, double[] right, int samples, int width, double[][] sums) {
        Scratch own = scratch.get();
        if (own.panels.length * COLUMNS < width) {
            own.panels = new double[(width + COLUMNS - 1) / COLUMNS][Products.BLOCK * COLUMNS];
        }
        pack(left, from, leftWidth, right, samples, width, own.panels);
        for (int first = 0; first < width; first += GROUP) {
            int end = Math.min(width, first + GROUP);
            for (int j = first; j < end; j += COLUMNS) {
                turn(own.panels[j / COLUMNS], samples, own.rows, j - first);
            }
            for (int j = first; j < width; j += COLUMNS) {
                int vectors = Math.min(VECTORS, (width - j + LANES - 1) / LANES);
                strips(own.rows, own.panels[j / COLUMNS], samples, first, Math.min(end, j + COLUMNS), j, vectors, sums);
            }
        }
    }

    /** The tiles of a panel, from the first row of a group to the last, or down to the diagonal. */
    private static void strips(double[][] rows, double[] panel, int samples, int first, int end, int j,
            int vectors, double[][] sums) {
        for (int i = first, r = 0; i < end; i += ROWS, r += 2) {
            int below = Math.max(0, (i - j) / LANES);
            if (below > 0 || vectors < VECTORS) {
                // Some vectors lie wholly below the diagonal or beyond the width.
                for (int v = below; v < vectors; v++) {
                    int column = j + v * LANES;
                    double[] into = sums[column / PANEL];
                    int at = i * PANEL + column % PANEL;
                    if (WIDE) {
                        wideOne(rows[r], rows[r + 1], panel, v * LANES, samples, into, at, 0, 0, NEXT);
                    } else {
                        one(rows[r], rows[r + 1], panel, v * LANES, samples, into, at, 0, 0, NEXT);
                    }
                }
            } else if (WIDE) {
                wideTile(rows[r], rows[r + 1], panel, samples, sums[j / PANEL], sums[j / PANEL + 1], sums[j / PANEL + 2],
                        i * PANEL, 0, 0, NEXT);
            } else {
                tile(rows[r], rows[r + 1], panel, samples, sums[j / PANEL], i * PANEL + j % PANEL, 0, 0, NEXT);
            }
        }
    }

    /** The columns of a panel as rows, so few samples at a time that the first cache holds them. */
    private static void turn(double[] panel, int samples, double[][] rows, int row) {
        for (int first = 0; first < samples; first += FEW) {
            for (int column = 0, r = row; column < COLUMNS; column++, r++) {
                turn(panel, column, first, Math.min(samples, first + FEW), rows[r / HALF], r % HALF * NEXT);
            }
        }
    }

    private static void turn(double[] panel, int column, int first, int end, double[] into, int at) {
        for (int k = first; k < end; k++) {
            into[at + k] = panel[k * COLUMNS + column];
        }
    }

    /** The samples as panels; what lies beyond the width may be anything. */
    private static void pack(double[] left, int from, int leftWidth, double[] right, int samples, int width, double[][] panels) {
        int whole = leftWidth / COLUMNS;
        for (int first = 0; first < samples; first += AT_ONCE) {
            int end = Math.min(samples, first + AT_ONCE);
            for (int p = 0; p < whole; p++) {
                panel(left, from + p * COLUMNS, leftWidth, first, end, panels[p]);
            }
        }
        int rightWidth = width - leftWidth;
        for (int j = whole * COLUMNS; j < width; j += LANES) {
            double[] into = panels[j / COLUMNS];
            int at = j % COLUMNS;
            if (j + LANES <= leftWidth) {
                vector(left, from + j, leftWidth, samples, into, at);
            } else if (j >= leftWidth && j + LANES <= width) {
                vector(right, j - leftWidth, rightWidth, samples, into, at);
            } else {
                for (int c = j; c < Math.min(width, j + LANES); c++) {
                    if (c < leftWidth) {
                        column(left, from + c, leftWidth, samples, into, at + c - j);
                    } else {
                        column(right, c - leftWidth, rightWidth, samples, into, at + c - j);
                    }
                }
            }
        }
    }

    private static void panel(double[] from, int start, int stride, int first, int end, double[] into) {
        for (int k = first; k < end; k++) {
            int read = start + k * stride;
            int write = k * COLUMNS;
            DoubleVector.fromArray(SPECIES, from, read).intoArray(into, write);
            DoubleVector.fromArray(SPECIES, from, read + LANES).intoArray(into, write + LANES);
            if (WIDE) {
                DoubleVector.fromArray(SPECIES, from, read + 2 * LANES).intoArray(into, write + 2 * LANES);
            }
        }
    }

    private static void vector(double[] from, int start, int stride, int samples, double[] into, int at) {
        for (int k = 0; k < samples; k++) {
            DoubleVector.fromArray(SPECIES, from, start + k * stride).intoArray(into, at + k * COLUMNS);
        }
    }

    private static void column(double[] from, int start, int stride, int samples, double[] into, int at) {
        for (int k = 0; k < samples; k++) {
            into[at + k * COLUMNS] = from[start + k * stride];
        }
    }

    /** Six rows by two vectors: with the factors fifteen registers, of which a processor without longer vectors has sixteen. */
    private static void tile(double[] a, double[] b, double[] p, int samples, double[] s, int at, int aFrom, int bFrom,
            int next) {
        int a0 = KNOWN ? 0 : aFrom;
        int a1 = KNOWN ? NEXT : aFrom + next;
        int a2 = KNOWN ? 2 * NEXT : aFrom + 2 * next;
        int b0 = KNOWN ? 0 : bFrom;
        int b1 = KNOWN ? NEXT : bFrom + next;
        int b2 = KNOWN ? 2 * NEXT : bFrom + 2 * next;
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
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * COLUMNS);
            DoubleVector y = DoubleVector.fromArray(SPECIES, p, i * COLUMNS + LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[a0 + i]);
            t0 = w.fma(x, t0);
            u0 = w.fma(y, u0);
            w = DoubleVector.broadcast(SPECIES, a[a1 + i]);
            t1 = w.fma(x, t1);
            u1 = w.fma(y, u1);
            w = DoubleVector.broadcast(SPECIES, a[a2 + i]);
            t2 = w.fma(x, t2);
            u2 = w.fma(y, u2);
            w = DoubleVector.broadcast(SPECIES, b[b0 + i]);
            t3 = w.fma(x, t3);
            u3 = w.fma(y, u3);
            w = DoubleVector.broadcast(SPECIES, b[b1 + i]);
            t4 = w.fma(x, t4);
            u4 = w.fma(y, u4);
            w = DoubleVector.broadcast(SPECIES, b[b2 + i]);
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

    private static void one(double[] a, double[] b, double[] p, int lane, int samples, double[] s, int at, int aFrom,
            int bFrom, int next) {
        int a0 = KNOWN ? 0 : aFrom;
        int a1 = KNOWN ? NEXT : aFrom + next;
        int a2 = KNOWN ? 2 * NEXT : aFrom + 2 * next;
        int b0 = KNOWN ? 0 : bFrom;
        int b1 = KNOWN ? NEXT : bFrom + next;
        int b2 = KNOWN ? 2 * NEXT : bFrom + 2 * next;
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s, at);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s, at + PANEL);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s, at + 2 * PANEL);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s, at + 3 * PANEL);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s, at + 4 * PANEL);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s, at + 5 * PANEL);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * COLUMNS + lane);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[a0 + i]);
            t0 = w.fma(x, t0);
            w = DoubleVector.broadcast(SPECIES, a[a1 + i]);
            t1 = w.fma(x, t1);
            w = DoubleVector.broadcast(SPECIES, a[a2 + i]);
            t2 = w.fma(x, t2);
            w = DoubleVector.broadcast(SPECIES, b[b0 + i]);
            t3 = w.fma(x, t3);
            w = DoubleVector.broadcast(SPECIES, b[b1 + i]);
            t4 = w.fma(x, t4);
            w = DoubleVector.broadcast(SPECIES, b[b2 + i]);
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
    private static void wideTile(double[] a, double[] b, double[] p, int samples, double[] s0, double[] s1, double[] s2,
            int at, int aFrom, int bFrom, int next) {
        int a0 = KNOWN ? 0 : aFrom;
        int a1 = KNOWN ? NEXT : aFrom + next;
        int a2 = KNOWN ? 2 * NEXT : aFrom + 2 * next;
        int a3 = KNOWN ? 3 * NEXT : aFrom + 3 * next;
        int b0 = KNOWN ? 0 : bFrom;
        int b1 = KNOWN ? NEXT : bFrom + next;
        int b2 = KNOWN ? 2 * NEXT : bFrom + 2 * next;
        int b3 = KNOWN ? 3 * NEXT : bFrom + 3 * next;
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
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * COLUMNS);
            DoubleVector y = DoubleVector.fromArray(SPECIES, p, i * COLUMNS + LANES);
            DoubleVector z = DoubleVector.fromArray(SPECIES, p, i * COLUMNS + 2 * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[a0 + i]);
            t0 = w.fma(x, t0);
            u0 = w.fma(y, u0);
            v0 = w.fma(z, v0);
            w = DoubleVector.broadcast(SPECIES, a[a1 + i]);
            t1 = w.fma(x, t1);
            u1 = w.fma(y, u1);
            v1 = w.fma(z, v1);
            w = DoubleVector.broadcast(SPECIES, a[a2 + i]);
            t2 = w.fma(x, t2);
            u2 = w.fma(y, u2);
            v2 = w.fma(z, v2);
            w = DoubleVector.broadcast(SPECIES, a[a3 + i]);
            t3 = w.fma(x, t3);
            u3 = w.fma(y, u3);
            v3 = w.fma(z, v3);
            w = DoubleVector.broadcast(SPECIES, b[b0 + i]);
            t4 = w.fma(x, t4);
            u4 = w.fma(y, u4);
            v4 = w.fma(z, v4);
            w = DoubleVector.broadcast(SPECIES, b[b1 + i]);
            t5 = w.fma(x, t5);
            u5 = w.fma(y, u5);
            v5 = w.fma(z, v5);
            w = DoubleVector.broadcast(SPECIES, b[b2 + i]);
            t6 = w.fma(x, t6);
            u6 = w.fma(y, u6);
            v6 = w.fma(z, v6);
            w = DoubleVector.broadcast(SPECIES, b[b3 + i]);
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

    private static void wideOne(double[] a, double[] b, double[] p, int lane, int samples, double[] s, int at, int aFrom,
            int bFrom, int next) {
        int a0 = KNOWN ? 0 : aFrom;
        int a1 = KNOWN ? NEXT : aFrom + next;
        int a2 = KNOWN ? 2 * NEXT : aFrom + 2 * next;
        int a3 = KNOWN ? 3 * NEXT : aFrom + 3 * next;
        int b0 = KNOWN ? 0 : bFrom;
        int b1 = KNOWN ? NEXT : bFrom + next;
        int b2 = KNOWN ? 2 * NEXT : bFrom + 2 * next;
        int b3 = KNOWN ? 3 * NEXT : bFrom + 3 * next;
        DoubleVector t0 = DoubleVector.fromArray(SPECIES, s, at);
        DoubleVector t1 = DoubleVector.fromArray(SPECIES, s, at + PANEL);
        DoubleVector t2 = DoubleVector.fromArray(SPECIES, s, at + 2 * PANEL);
        DoubleVector t3 = DoubleVector.fromArray(SPECIES, s, at + 3 * PANEL);
        DoubleVector t4 = DoubleVector.fromArray(SPECIES, s, at + 4 * PANEL);
        DoubleVector t5 = DoubleVector.fromArray(SPECIES, s, at + 5 * PANEL);
        DoubleVector t6 = DoubleVector.fromArray(SPECIES, s, at + 6 * PANEL);
        DoubleVector t7 = DoubleVector.fromArray(SPECIES, s, at + 7 * PANEL);
        for (int i = 0; i < samples; i++) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, p, i * COLUMNS + lane);
            DoubleVector w = DoubleVector.broadcast(SPECIES, a[a0 + i]);
            t0 = w.fma(x, t0);
            w = DoubleVector.broadcast(SPECIES, a[a1 + i]);
            t1 = w.fma(x, t1);
            w = DoubleVector.broadcast(SPECIES, a[a2 + i]);
            t2 = w.fma(x, t2);
            w = DoubleVector.broadcast(SPECIES, a[a3 + i]);
            t3 = w.fma(x, t3);
            w = DoubleVector.broadcast(SPECIES, b[b0 + i]);
            t4 = w.fma(x, t4);
            w = DoubleVector.broadcast(SPECIES, b[b1 + i]);
            t5 = w.fma(x, t5);
            w = DoubleVector.broadcast(SPECIES, b[b2 + i]);
            t6 = w.fma(x, t6);
            w = DoubleVector.broadcast(SPECIES, b[b3 + i]);
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
