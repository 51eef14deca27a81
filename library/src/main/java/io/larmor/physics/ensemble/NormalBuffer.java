package io.larmor.physics.ensemble;

/** Space for normal numbers, four for each place, and for the random bits that they are made of, from which come two pairs. */
final class NormalBuffer {

    /** At least the numbers in a vector. */
    private static final int LANES = 8;
    /** What halves are rounded up to; vectors of one then never reach into the next. */
    private static final int GROUP = 16;

    /** The step of each place. */
    final long[] steps;

    /** In two halves: the generator's first and third words, at last the 64 bits of both pairs; its second and fourth words. */
    final long[] words;
    final long[] others;

    /** In two halves: the radius of each pair. */
    final double[] radii;
    /** What the generator's rounds need of its key, and the key that they are of. */
    final long[] rounds = new long[Normals.ROUNDS * 2 * LANES];
    long key;
    boolean keyed;

    /** In four quarters: the first, the third, the second and the fourth numbers. So one loop makes both pairs. */
    final double[] numbers;

    /** Space for some places. */
    NormalBuffer(int places) {
        int half = half(places);
        steps = new long[half];
        words = new long[2 * half];
        others = new long[2 * half];
        radii = new double[2 * half];
        numbers = new double[4 * half];
    }

    /** Where the second half begins when so many places are in use. */
    static int half(int places) {
        return (places + GROUP - 1) / GROUP * GROUP;
    }

    /** Where the quarter with one of every place's numbers, 0 to 3, begins when so many places are in use. */
    static int begin(int which, int places) {
        return (2 * (which % 2) + which / 2) * half(places);
    }
}
