package io.larmor.physics.pbit;

import io.larmor.core.Seed;

/** The same law as {@link DensePbits} where each p-bit acts on few: a flip changes the fields of its neighbors alone. */
public final class SparsePbits extends Pbits {

    private final int[] starts;
    private final int[] neighbors;
    private final double[] couplings;
    private final double[] bias;
    private final double constant;
    private final double[] fields;

    /**
     * At rest in a state.
     *
     * @param starts where the neighbors of each p-bit begin, and at the end their number; kept, not copied
     * @param neighbors the neighbors of all p-bits, each pair twice
     * @param couplings J of each neighbor
     * @param bias h
     * @param constant E0
     */
    public SparsePbits(int[] starts, int[] neighbors, double[] couplings, double[] bias, double constant, boolean[] up,
            boolean[] free, double[] gains, Seed seed) {
        super(up, free, gains, seed);
        this.starts = starts;
        this.neighbors = neighbors;
        this.couplings = couplings;
        this.bias = bias.clone();
        this.constant = constant;
        this.fields = new double[up.length];
        anew();
    }

    @Override
    void sweep(RandomBits random) {
        double change = 0;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            double field = fields[i];
            boolean up = Decision.up(slopes[i] * field, random, k);
            if (up != up(i)) {
                bits[i >> 6] ^= 1L << i;
                change += up ? -2 * field : 2 * field;
                double twice = up ? 2 : -2;
                for (int e = starts[i]; e < starts[i + 1]; e++) {
                    fields[neighbors[e]] += twice * couplings[e];
                }
            }
        }
        energy += change;
    }

    @Override
    void anew() {
        double sum = 0;
        for (int i = 0; i < fields.length; i++) {
            double pairs = 0;
            for (int e = starts[i]; e < starts[i + 1]; e++) {
                pairs += up(neighbors[e]) ? couplings[e] : -couplings[e];
            }
            fields[i] = bias[i] + pairs;
            sum += (up(i) ? 1 : -1) * (bias[i] + pairs / 2);
        }
        energy = constant - sum;
    }
}
