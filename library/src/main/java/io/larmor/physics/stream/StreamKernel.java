package io.larmor.physics.stream;

/**
 * The hot loops of bit streams over packed words. All forms give the same bits.
 *
 * <p>A stream's bit is one where a random number of some bits is below a threshold. The comparison runs over all 64 bits of
 * a word at once, from the least significant bit of the threshold upwards, with one random word r a bit: {@code y = y & r}
 * where the threshold has a zero, {@code y = y | r} where it has a one. With the threshold's bit as a mask m of 64 equal bits
 * that is {@code ((y ^ r) & (m ^ r)) ^ r}, without a branch. Streams of different thresholds and the same random words are
 * nested, as those of one comparator are: the lower has its ones where the higher has some.
 */
interface StreamKernel {

    /** The generators abreast; their states are four rows of this many words. */
    int LANES = 16;
    /** The rounds of a comparison that are done at once. */
    int ROUNDS = 4;
    /** Columns that the weights of a layer are padded to. */
    int COLUMNS = 32;

    /**
     * Random words of xoshiro256++ (Blackman and Vigna, ACM Trans. Math. Softw. 47, 36, 2021): word n is the next one of
     * generator n modulo {@link #LANES}.
     *
     * @param state advanced
     * @param count a multiple of {@link #LANES}
     */
    void random(long[] state, long[] words, int count);

    /**
     * Four rounds of the comparison for one threshold.
     *
     * @param random the words of round k at k times {@code count}
     * @param threshold whose bits count from {@code first} on
     * @param y what the rounds before gave; changed in place
     * @param count words, a multiple of {@link #LANES}
     */
    void compare(long[] random, int from, long threshold, int first, long[] y, int at, int count);

    /**
     * The same for a threshold a word.
     *
     * @param thresholdsFrom where the first word's is
     */
    void compareEach(long[] random, int from, long[] thresholds, int thresholdsFrom, int first, long[] y, int at, int count);

    /** The ones that two streams have in common, as {@code a & b} makes of them. */
    long andCount(long[] a, int aFrom, long[] b, int bFrom, int words);

    /**
     * A layer of AND gates and OR gates: {@code into[j]} becomes the OR over k of {@code x[k] & w[rows[k] + j]}.
     *
     * @param x one word an input
     * @param rows where each input's weights begin
     * @param inputs how many
     * @param into overwritten
     * @param columns a multiple of {@link #COLUMNS}
     */
    void orAnd(long[] x, int[] rows, int inputs, long[] w, long[] into, int columns);
}
