package io.larmor.learn;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * Tiles of eight rows by three vectors, or of six by two where there are fewer registers, whose sums stay in registers over a
 * block of samples. The samples are first copied, once into panels as wide as a tile is broad and once for the rows, where six
 * rows are turned so that each goes straight on and eight are a panel: a tile then reads memory straight on, and the panel of
 * its columns stays in the first cache. On the JDK's Vector API.
 */
final class LaneProducts implements ProductKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** Whether there are 32 registers, as there are with vectors of 512 bits. */
    private static final boolean WIDE = LANES >= 8;
    private static final int ROWS = WIDE ? 8 : 6;
    private static final int COLUMNS = (WIDE ? 3 : 2) * LANES;
    /** Rows for which the columns are gone through once: they stay in the second cache. Whole tiles in both directions. */
    private static final int GROUP = 96;
    /** Samples that are copied together. */
    private static final int AT_ONCE = 16;

    private final ThreadLocal<double[][]> scratch = ThreadLocal.withInitial(() -> new double[2][0]);

    @Override
    public void add(double[][] block, int samples, int width, double[][] sums) {
        double[][] panels = scratch.get();
        int needed = Products.BLOCK * Products.padded(width);
        if (panels[0].length < needed) {
            panels[0] = new double[needed];
            panels[1] = new double[needed];
        }
        double[] rows = panels[0];
        double[] columns = panels[1];
        pack(block, samples, width, COLUMNS, columns);
        if (WIDE) {
            pack(block, samples, width, ROWS, rows);
        } else {
            turn(block, samples, width, rows);
        }
        for (int first = 0; first < width; first += GROUP) {
            for (int j = first; j < width; j += COLUMNS) {
                int end = Math.min(Math.min(width, j + COLUMNS), first + GROUP);
                for (int i = first; i < end; i += ROWS) {
                    if (WIDE) {
                        tile(rows, i * samples, columns, j * samples, samples, j, sums[i], sums[i + 1], sums[i + 2],
                                sums[i + 3], sums[i + 4], sums[i + 5], sums[i + 6], sums[i + 7]);
                    } else {
                        narrowTile(rows, i * samples, columns, j * samples, samples, j, sums[i], sums[i + 1], sums[i + 2],
                                sums[i + 3], sums[i + 4], sums[i + 5]);
                    }
                }
            }
        }
    }

    /** Six columns of the samples at a time as rows, each of which goes straight on; missing ones are 0. */
    private static void turn(double[][] block, int samples, int width, double[] rows) {
        for (int i = 0; i < width; i += 6) {
            int r0 = i * samples;
            int r1 = r0 + samples;
            int r2 = r1 + samples;
            int r3 = r2 + samples;
            int r4 = r3 + samples;
            int r5 = r4 + samples;
            if (i + 6 <= width) {
                for (int k = 0; k < samples; k++) {
                    double[] from = block[k];
                    rows[r0 + k] = from[i];
                    rows[r1 + k] = from[i + 1];
                    rows[r2 + k] = from[i + 2];
                    rows[r3 + k] = from[i + 3];
                    rows[r4 + k] = from[i + 4];
                    rows[r5 + k] = from[i + 5];
                }
            } else {
                Arrays.fill(rows, r0, r5 + samples, 0);
                for (int k = 0; k < samples; k++) {
                    for (int r = 0; r < width - i; r++) {
                        rows[r0 + r * samples + k] = block[k][i + r];
                    }
                }
            }
        }
    }

    /** Panels beside each other, a few samples at a time, so that a sample is read while it is in the first cache. */
    private static void pack(double[][] block, int samples, int width, int panel, double[] panels) {
        for (int first = 0; first < samples; first += AT_ONCE) {
            int end = Math.min(samples, first + AT_ONCE);
            for (int from = 0; from < width; from += panel) {
                int count = Math.min(panel, width - from);
                for (int k = first; k < end; k++) {
                    int at = from * samples + k * panel;
                    if (count == panel) {
                        copy(block[k], from, panel, panels, at);
                    } else {
                        System.arraycopy(block[k], from, panels, at, count);
                        Arrays.fill(panels, at + count, at + panel, 0);
                    }
                }
            }
        }
    }

    /** A few vectors, of which the last may overlap the one before. */
    private static void copy(double[] from, int first, int count, double[] into, int at) {
        for (int c = 0; c < count; c += LANES) {
            int shift = Math.min(c, count - LANES);
            DoubleVector.fromArray(SPECIES, from, first + shift).intoArray(into, at + shift);
        }
    }

    private static void tile(double[] rows, int row, double[] columns, int column, int samples, int j, double[] s0,
            double[] s1, double[] s2, double[] s3, double[] s4, double[] s5, double[] s6, double[] s7) {
        int k = j + LANES;
        int l = k + LANES;
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, s0, j);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, s0, k);
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, s0, l);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, s1, j);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, s1, k);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, s1, l);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, s2, j);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, s2, k);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, s2, l);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, s3, j);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, s3, k);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, s3, l);
        DoubleVector a4 = DoubleVector.fromArray(SPECIES, s4, j);
        DoubleVector b4 = DoubleVector.fromArray(SPECIES, s4, k);
        DoubleVector c4 = DoubleVector.fromArray(SPECIES, s4, l);
        DoubleVector a5 = DoubleVector.fromArray(SPECIES, s5, j);
        DoubleVector b5 = DoubleVector.fromArray(SPECIES, s5, k);
        DoubleVector c5 = DoubleVector.fromArray(SPECIES, s5, l);
        DoubleVector a6 = DoubleVector.fromArray(SPECIES, s6, j);
        DoubleVector b6 = DoubleVector.fromArray(SPECIES, s6, k);
        DoubleVector c6 = DoubleVector.fromArray(SPECIES, s6, l);
        DoubleVector a7 = DoubleVector.fromArray(SPECIES, s7, j);
        DoubleVector b7 = DoubleVector.fromArray(SPECIES, s7, k);
        DoubleVector c7 = DoubleVector.fromArray(SPECIES, s7, l);
        for (int sample = 0, i = row, at = column; sample < samples; sample++, i += ROWS, at += COLUMNS) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, columns, at);
            DoubleVector y = DoubleVector.fromArray(SPECIES, columns, at + LANES);
            DoubleVector z = DoubleVector.fromArray(SPECIES, columns, at + 2 * LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, rows[i]);
            a0 = w.fma(x, a0);
            b0 = w.fma(y, b0);
            c0 = w.fma(z, c0);
            w = DoubleVector.broadcast(SPECIES, rows[i + 1]);
            a1 = w.fma(x, a1);
            b1 = w.fma(y, b1);
            c1 = w.fma(z, c1);
            w = DoubleVector.broadcast(SPECIES, rows[i + 2]);
            a2 = w.fma(x, a2);
            b2 = w.fma(y, b2);
            c2 = w.fma(z, c2);
            w = DoubleVector.broadcast(SPECIES, rows[i + 3]);
            a3 = w.fma(x, a3);
            b3 = w.fma(y, b3);
            c3 = w.fma(z, c3);
            w = DoubleVector.broadcast(SPECIES, rows[i + 4]);
            a4 = w.fma(x, a4);
            b4 = w.fma(y, b4);
            c4 = w.fma(z, c4);
            w = DoubleVector.broadcast(SPECIES, rows[i + 5]);
            a5 = w.fma(x, a5);
            b5 = w.fma(y, b5);
            c5 = w.fma(z, c5);
            w = DoubleVector.broadcast(SPECIES, rows[i + 6]);
            a6 = w.fma(x, a6);
            b6 = w.fma(y, b6);
            c6 = w.fma(z, c6);
            w = DoubleVector.broadcast(SPECIES, rows[i + 7]);
            a7 = w.fma(x, a7);
            b7 = w.fma(y, b7);
            c7 = w.fma(z, c7);
        }
        a0.intoArray(s0, j);
        b0.intoArray(s0, k);
        c0.intoArray(s0, l);
        a1.intoArray(s1, j);
        b1.intoArray(s1, k);
        c1.intoArray(s1, l);
        a2.intoArray(s2, j);
        b2.intoArray(s2, k);
        c2.intoArray(s2, l);
        a3.intoArray(s3, j);
        b3.intoArray(s3, k);
        c3.intoArray(s3, l);
        a4.intoArray(s4, j);
        b4.intoArray(s4, k);
        c4.intoArray(s4, l);
        a5.intoArray(s5, j);
        b5.intoArray(s5, k);
        c5.intoArray(s5, l);
        a6.intoArray(s6, j);
        b6.intoArray(s6, k);
        c6.intoArray(s6, l);
        a7.intoArray(s7, j);
        b7.intoArray(s7, k);
        c7.intoArray(s7, l);
    }

    /** Six rows by two vectors: with the factors fifteen registers, of which a processor without longer vectors has sixteen. */
    private static void narrowTile(double[] rows, int row, double[] columns, int column, int samples, int j, double[] s0,
            double[] s1, double[] s2, double[] s3, double[] s4, double[] s5) {
        int k = j + LANES;
        DoubleVector a0 = DoubleVector.fromArray(SPECIES, s0, j);
        DoubleVector b0 = DoubleVector.fromArray(SPECIES, s0, k);
        DoubleVector a1 = DoubleVector.fromArray(SPECIES, s1, j);
        DoubleVector b1 = DoubleVector.fromArray(SPECIES, s1, k);
        DoubleVector a2 = DoubleVector.fromArray(SPECIES, s2, j);
        DoubleVector b2 = DoubleVector.fromArray(SPECIES, s2, k);
        DoubleVector a3 = DoubleVector.fromArray(SPECIES, s3, j);
        DoubleVector b3 = DoubleVector.fromArray(SPECIES, s3, k);
        DoubleVector a4 = DoubleVector.fromArray(SPECIES, s4, j);
        DoubleVector b4 = DoubleVector.fromArray(SPECIES, s4, k);
        DoubleVector a5 = DoubleVector.fromArray(SPECIES, s5, j);
        DoubleVector b5 = DoubleVector.fromArray(SPECIES, s5, k);
        int r1 = row + samples;
        int r2 = r1 + samples;
        int r3 = r2 + samples;
        int r4 = r3 + samples;
        int r5 = r4 + samples;
        for (int sample = 0, at = column; sample < samples; sample++, at += COLUMNS) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, columns, at);
            DoubleVector y = DoubleVector.fromArray(SPECIES, columns, at + LANES);
            DoubleVector w = DoubleVector.broadcast(SPECIES, rows[row + sample]);
            a0 = w.fma(x, a0);
            b0 = w.fma(y, b0);
            w = DoubleVector.broadcast(SPECIES, rows[r1 + sample]);
            a1 = w.fma(x, a1);
            b1 = w.fma(y, b1);
            w = DoubleVector.broadcast(SPECIES, rows[r2 + sample]);
            a2 = w.fma(x, a2);
            b2 = w.fma(y, b2);
            w = DoubleVector.broadcast(SPECIES, rows[r3 + sample]);
            a3 = w.fma(x, a3);
            b3 = w.fma(y, b3);
            w = DoubleVector.broadcast(SPECIES, rows[r4 + sample]);
            a4 = w.fma(x, a4);
            b4 = w.fma(y, b4);
            w = DoubleVector.broadcast(SPECIES, rows[r5 + sample]);
            a5 = w.fma(x, a5);
            b5 = w.fma(y, b5);
        }
        a0.intoArray(s0, j);
        b0.intoArray(s0, k);
        a1.intoArray(s1, j);
        b1.intoArray(s1, k);
        a2.intoArray(s2, j);
        b2.intoArray(s2, k);
        a3.intoArray(s3, j);
        b3.intoArray(s3, k);
        a4.intoArray(s4, j);
        b4.intoArray(s4, k);
        a5.intoArray(s5, j);
        b5.intoArray(s5, k);
    }
}
