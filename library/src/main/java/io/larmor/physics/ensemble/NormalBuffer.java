package io.larmor.physics.ensemble;

/**
 * Space for normal numbers, four for each place, and for the random bits that they are made of. A place's first pair lies in
 * the first half of {@link #even} and {@link #odd}, its second pair in the other, so that one loop makes both.
 */
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

    /** In two halves: the first and the third numbers; the second and the fourth. */
    final double[] even;
    final double[] odd;

    /** Space for some places. */
    NormalBuffer(int places) {
        int half = half(places);
        steps = new long[half];
        words = new long[2 * half];
        others = new long[2 * half];
        radii = new double[2 * half];
        even = new double[2 * half];
        odd = new double[2 * half];
    }

    /** Where the second half begins when so many places are in use. */
    static int half(int places) {
        return (places + GROUP - 1) / GROUP * GROUP;
    }

    /** The array with one of every place's four numbers, 0 to 3. */
    double[] numbers(int which) {
        return which % 2 == 0 ? even : odd;
    }

    /** Where in it the first place's is, when so many places are in use. */
    static int begin(int which, int places) {
        return which / 2 * half(places);
    }
}
