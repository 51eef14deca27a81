package io.larmor.physics.ensemble;

/** Space for normal numbers, four for each place, and for the random bits that they are made of. */
final class NormalBuffer {

    /** The step of each place. */
    final long[] steps;

    /** The four words of the generator, 32 bits each; later the two pairs' 64 bits in the first and the third. */
    final long[] w0;
    final long[] w1;
    final long[] w2;
    final long[] w3;

    final double[] radius;
    final double[] g0;
    final double[] g1;
    final double[] g2;
    final double[] g3;

    NormalBuffer(int size) {
        steps = new long[size];
        w0 = new long[size];
        w1 = new long[size];
        w2 = new long[size];
        w3 = new long[size];
        radius = new double[size];
        g0 = new double[size];
        g1 = new double[size];
        g2 = new double[size];
        g3 = new double[size];
    }
}
