package io.larmor.physics.ensemble;

/** Space for normal numbers, four for each place, and for the random bits that they are made of. */
final class NormalBuffer {

    /** At least the numbers in a vector. */
    private static final int LANES = 8;

    /** The step of each place. */
    final long[] steps;

    /** The four words of the generator, 32 bits each; later the two pairs' 64 bits in the first and the third. */
    final long[] w0;
    final long[] w1;
    final long[] w2;
    final long[] w3;

    final double[] radius;
    /** What the generator's rounds need of its key, and the key that they are of. */
    final long[] rounds;
    long key;
    boolean keyed;

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
        rounds = other == null ? new long[Normals.ROUNDS * 2 * LANES] : other.rounds;
        radius = other == null ? new double[size] : other.radius;
        g0 = new double[size];
        g1 = new double[size];
        g2 = new double[size];
        g3 = new double[size];
    }
}
