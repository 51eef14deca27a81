package io.larmor.learn;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of six rows by two vectors, whose sums stay in registers, on the JDK's Vector API. */
final class LaneFloatProducts implements FloatProductKernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > COLUMNS / 2 ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void add(float[] a, int aFrom, float[] b, int bFrom, int inner, float[] c, int cFrom, int stride) {
        for (int j = 0; j < COLUMNS; j += 2 * LANES) {
            tile(a, aFrom, b, bFrom + j, inner, c, cFrom + j, stride);
        }
    }

    private static void tile(float[] a, int aFrom, float[] b, int bFrom, int inner, float[] c, int cFrom, int stride) {
        int c0 = cFrom;
        int c1 = cFrom + stride;
        int c2 = cFrom + 2 * stride;
        int c3 = cFrom + 3 * stride;
        int c4 = cFrom + 4 * stride;
        int c5 = cFrom + 5 * stride;
        FloatVector s0 = FloatVector.fromArray(SPECIES, c, c0);
        FloatVector t0 = FloatVector.fromArray(SPECIES, c, c0 + LANES);
        FloatVector s1 = FloatVector.fromArray(SPECIES, c, c1);
        FloatVector t1 = FloatVector.fromArray(SPECIES, c, c1 + LANES);
        FloatVector s2 = FloatVector.fromArray(SPECIES, c, c2);
        FloatVector t2 = FloatVector.fromArray(SPECIES, c, c2 + LANES);
        FloatVector s3 = FloatVector.fromArray(SPECIES, c, c3);
        FloatVector t3 = FloatVector.fromArray(SPECIES, c, c3 + LANES);
        FloatVector s4 = FloatVector.fromArray(SPECIES, c, c4);
        FloatVector t4 = FloatVector.fromArray(SPECIES, c, c4 + LANES);
        FloatVector s5 = FloatVector.fromArray(SPECIES, c, c5);
        FloatVector t5 = FloatVector.fromArray(SPECIES, c, c5 + LANES);
        for (int k = 0, i = aFrom, at = bFrom; k < inner; k++, i += ROWS, at += COLUMNS) {
            FloatVector x = FloatVector.fromArray(SPECIES, b, at);
            FloatVector y = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector w = FloatVector.broadcast(SPECIES, a[i]);
            s0 = w.fma(x, s0);
            t0 = w.fma(y, t0);
            w = FloatVector.broadcast(SPECIES, a[i + 1]);
            s1 = w.fma(x, s1);
            t1 = w.fma(y, t1);
            w = FloatVector.broadcast(SPECIES, a[i + 2]);
            s2 = w.fma(x, s2);
            t2 = w.fma(y, t2);
            w = FloatVector.broadcast(SPECIES, a[i + 3]);
            s3 = w.fma(x, s3);
            t3 = w.fma(y, t3);
            w = FloatVector.broadcast(SPECIES, a[i + 4]);
            s4 = w.fma(x, s4);
            t4 = w.fma(y, t4);
            w = FloatVector.broadcast(SPECIES, a[i + 5]);
            s5 = w.fma(x, s5);
            t5 = w.fma(y, t5);
        }
        s0.intoArray(c, c0);
        t0.intoArray(c, c0 + LANES);
        s1.intoArray(c, c1);
        t1.intoArray(c, c1 + LANES);
        s2.intoArray(c, c2);
        t2.intoArray(c, c2 + LANES);
        s3.intoArray(c, c3);
        t3.intoArray(c, c3 + LANES);
        s4.intoArray(c, c4);
        t4.intoArray(c, c4 + LANES);
        s5.intoArray(c, c5);
        t5.intoArray(c, c5 + LANES);
    }
}
