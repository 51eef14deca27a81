package io.larmor.physics.ensemble;

import io.larmor.core.CacheLines;
import java.util.Arrays;

/**
 * Space for normal numbers, four for each place, and for what they are made of: the steps and names of places, and the random
 * bits, from which come two pairs a place. All lies in two arrays, so that two addresses serve every loop.
 */
final class NormalBuffer {

    /** At least the numbers in a vector. */
    private static final int LANES = 8;
    /** What halves are rounded up to; vectors of one then never reach into the next. */
    private static final int GROUP = 16;
    /** The longs that the generator's rounds need of its key. */
    static final int ROUNDS = Normals.ROUNDS * 2 * LANES;

    private final int half;
    private int firstBit;
    private int firstNumber;

    final long[] bits;
    final double[] numbers;

    /** What a filling adds to the steps of all places, for the next one. */
    long stride;

    /** The key that the rounds in the bits are of. */
    long key;
    boolean keyed;

    /** Space for some places. */
    NormalBuffer(int places) {
        half = half(places);
        bits = new long[ROUNDS + 6 * half + CacheLines.LINE];
        numbers = new double[6 * half + CacheLines.LINE];
    }

    /** Chooses where vectors of a large buffer begin; what is in it is lost. */
    void settle() {
        firstBit = CacheLines.begin(bits);
        firstNumber = CacheLines.begin(numbers);
        Arrays.fill(bits, 0);
        Arrays.fill(numbers, 0);
        keyed = false;
    }

    /** Sets what places are for. */
    void place(int from, int to, long step) {
        Arrays.fill(bits, steps() + from, steps() + to, step);
    }

    /** Says whose some places are: of a spin, a copy of a device. */
    void name(int from, long[] names, int count) {
        System.arraycopy(names, 0, bits, names() + from, count);
    }

    /** Where in the bits begins what the rounds need of the key. */
    int rounds() {
        return firstBit;
    }

    /** Where the steps of places begin. */
    int steps() {
        return firstBit + ROUNDS;
    }

    /** Where the names of places begin. */
    int names() {
        return steps() + half;
    }

    /** Where, in two halves, the generator's first and third words begin, at last the 64 bits of both pairs. */
    int words() {
        return names() + half;
    }

    /** Where, in two halves, its second and fourth words begin. */
    int others() {
        return words() + 2 * half;
    }

    /** Where in the numbers, in two halves, the radii of pairs begin. */
    int radii() {
        return firstNumber;
    }

    /**
     * Where the quarter with one of every place's normal numbers, 0 to 3, begins when so many places are in use. The quarters
     * follow one another in the order 0, 2, 1, 3, so that one loop makes both pairs.
     */
    int begin(int which, int places) {
        return firstNumber + 2 * half + (2 * (which % 2) + which / 2) * half(places);
    }

    /** Where the second half begins when so many places are in use. */
    static int half(int places) {
        return (places + GROUP - 1) / GROUP * GROUP;
    }
}
