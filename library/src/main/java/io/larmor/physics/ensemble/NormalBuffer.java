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
        this(size, null);
    }

    /** A buffer with numbers of its own, which borrows everything else from another one, or from nobody. */
    NormalBuffer(int size, NormalBuffer other) {
        steps = other == null ? new long[size] : other.steps;
        w0 = other == null ? new long[size] : other.w0;
        w1 = other == null ? new long[size] : other.w1;
        w2 = other == null ? new long[size] : other.w2;
        w3 = other == null ? new long[size] : other.w3;
        radius = other == null ? new double[size] : other.radius;
        g0 = new double[size];
        g1 = new double[size];
        g2 = new double[size];
        g3 = new double[size];
    }
}
