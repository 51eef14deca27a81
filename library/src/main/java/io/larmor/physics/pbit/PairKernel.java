package io.larmor.physics.pbit;

/**
 * One sweep over p-bits that all act on all. Fields are carried along and change only when a p-bit flips. All forms give the
 * same bits: each adds a row of couplings to the fields, number by number.
 */
interface PairKernel {

    /** What a row of couplings is padded to with zeros. */
    int PADDING = 8;

    /**
     * Updates the p-bits one after another.
     *
     * @param bits the states, changed
     * @param fields the field of each p-bit, padded, changed
     * @param rows twice the couplings, a padded row for each p-bit
     * @param slopes twice the strength times the gain of each p-bit
     * @param order the p-bits to update
     * @param random decides
     * @return the change of the energy
     */
    double sweep(long[] bits, double[] fields, double[] rows, double[] slopes, int[] order, RandomBits random);
}
