package io.larmor.physics.oscillator;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** Sums that stay in registers while a strip passes by. On the JDK's Vector API. */
final class LaneCoupling implements CouplingKernel {

    /** Of four numbers even where the processor has longer vectors: the cache that feeds them sets the pace. */
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_256;
    private static final int LANES = SPECIES.length();

    @Override
    public void multiply(double[] strip, double[] x, int nodes, double[] into, int at) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        for (int j = 0, from = 0; j < nodes; j++, from += ROWS) {
            DoubleVector factor = DoubleVector.broadcast(SPECIES, x[j]);
            a = factor.fma(DoubleVector.fromArray(SPECIES, strip, from), a);
            b = factor.fma(DoubleVector.fromArray(SPECIES, strip, from + LANES), b);
            c = factor.fma(DoubleVector.fromArray(SPECIES, strip, from + 2 * LANES), c);
            d = factor.fma(DoubleVector.fromArray(SPECIES, strip, from + 3 * LANES), d);
        }
        store(a, b, c, d, nodes, into, at);
    }

    @Override
    public void multiply(double[] strip, double[] x, double[] y, int nodes, double[] intoX, double[] intoY, int at) {
        DoubleVector a = DoubleVector.zero(SPECIES);
        DoubleVector b = a;
        DoubleVector c = a;
        DoubleVector d = a;
        DoubleVector e = a;
        DoubleVector f = a;
        DoubleVector g = a;
        DoubleVector h = a;
        for (int j = 0, from = 0; j < nodes; j++, from += ROWS) {
            DoubleVector p = DoubleVector.broadcast(SPECIES, x[j]);
            DoubleVector q = DoubleVector.broadcast(SPECIES, y[j]);
            DoubleVector w = DoubleVector.fromArray(SPECIES, strip, from);
            a = p.fma(w, a);
            e = q.fma(w, e);
            w = DoubleVector.fromArray(SPECIES, strip, from + LANES);
            b = p.fma(w, b);
            f = q.fma(w, f);
            w = DoubleVector.fromArray(SPECIES, strip, from + 2 * LANES);
            c = p.fma(w, c);
            g = q.fma(w, g);
            w = DoubleVector.fromArray(SPECIES, strip, from + 3 * LANES);
            d = p.fma(w, d);
            h = q.fma(w, h);
        }
        store(a, b, c, d, nodes, intoX, at);
        store(e, f, g, h, nodes, intoY, at);
    }

    private static void store(DoubleVector a, DoubleVector b, DoubleVector c, DoubleVector d, int nodes,
            double[] into, int at) {
        int room = Math.min(ROWS, nodes - at);
        double[] sums = room < ROWS ? new double[ROWS] : into;
        int from = room < ROWS ? 0 : at;
        a.intoArray(sums, from);
        b.intoArray(sums, from + LANES);
        c.intoArray(sums, from + 2 * LANES);
        d.intoArray(sums, from + 3 * LANES);
        if (room < ROWS) {
            System.arraycopy(sums, 0, into, at, room);
        }
    }
}
