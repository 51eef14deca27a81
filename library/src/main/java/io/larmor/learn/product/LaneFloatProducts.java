package io.larmor.learn.product;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** Tiles of six rows by two vectors, whose sums stay in registers, on the JDK's Vector API. */
final class LaneFloatProducts implements FloatProductKernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED.length() > 16 ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    /** So few that a panel of 256 rows leaves the first cache room for the strip. */
    private static final int COLUMNS = 2 * LANES;

    @Override
    public int columns() {
        return COLUMNS;
    }

    @Override
    public void pack(float[] from, int start, int stride, int count, float[] to, int at) {
        for (int k = 0; k < count; k++) {
            int read = start + k * stride;
            int write = at + k * COLUMNS;
            FloatVector.fromArray(SPECIES, from, read).intoArray(to, write);
            FloatVector.fromArray(SPECIES, from, read + LANES).intoArray(to, write + LANES);
        }
    }

    @Override
    public void add(float[] a, int aFrom, int aStride, float[] b, int bFrom, int inner, float[] c, int cFrom, int cStride) {
        int a0 = aFrom;
        int a1 = a0 + aStride;
        int a2 = a1 + aStride;
        int a3 = a2 + aStride;
        int a4 = a3 + aStride;
        int a5 = a4 + aStride;
        int c0 = cFrom;
        int c1 = c0 + cStride;
        int c2 = c1 + cStride;
        int c3 = c2 + cStride;
        int c4 = c3 + cStride;
        int c5 = c4 + cStride;
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
        for (int k = 0, at = bFrom; k < inner; k++, at += COLUMNS) {
            FloatVector x = FloatVector.fromArray(SPECIES, b, at);
            FloatVector y = FloatVector.fromArray(SPECIES, b, at + LANES);
            FloatVector w = FloatVector.broadcast(SPECIES, a[a0 + k]);
            s0 = w.fma(x, s0);
            t0 = w.fma(y, t0);
            w = FloatVector.broadcast(SPECIES, a[a1 + k]);
            s1 = w.fma(x, s1);
            t1 = w.fma(y, t1);
            w = FloatVector.broadcast(SPECIES, a[a2 + k]);
            s2 = w.fma(x, s2);
            t2 = w.fma(y, t2);
            w = FloatVector.broadcast(SPECIES, a[a3 + k]);
            s3 = w.fma(x, s3);
            t3 = w.fma(y, t3);
            w = FloatVector.broadcast(SPECIES, a[a4 + k]);
            s4 = w.fma(x, s4);
            t4 = w.fma(y, t4);
            w = FloatVector.broadcast(SPECIES, a[a5 + k]);
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
