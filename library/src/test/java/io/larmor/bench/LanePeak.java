package io.larmor.bench;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/** Fused multiply-adds in registers, with the JDK's Vector API: ten chains, enough to hide the latency of each. */
final class LanePeak {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int CHAINS = 10;
    private static final int PASSES = 500;
    /** Keeps what is computed from being thought superfluous. */
    static volatile double result;

    private LanePeak() {
    }

    /** See {@link Peak.Load}. */
    static double fuse(int rounds) {
        result = run(rounds * PASSES);
        return 1.0 * CHAINS * SPECIES.length() * rounds * PASSES;
    }

    private static double run(int passes) {
        var a = DoubleVector.broadcast(SPECIES, 0.999);
        var b = DoubleVector.broadcast(SPECIES, 1e-3);
        var x0 = a;
        var x1 = a;
        var x2 = a;
        var x3 = a;
        var x4 = a;
        var x5 = a;
        var x6 = a;
        var x7 = a;
        var x8 = a;
        var x9 = a;
        for (int i = 0; i < passes; i++) {
            x0 = x0.fma(a, b);
            x1 = x1.fma(a, b);
            x2 = x2.fma(a, b);
            x3 = x3.fma(a, b);
            x4 = x4.fma(a, b);
            x5 = x5.fma(a, b);
            x6 = x6.fma(a, b);
            x7 = x7.fma(a, b);
            x8 = x8.fma(a, b);
            x9 = x9.fma(a, b);
        }
        return x0.add(x1).add(x2).add(x3).add(x4).add(x5).add(x6).add(x7).add(x8).add(x9).reduceLanes(VectorOperators.ADD);
    }
}
