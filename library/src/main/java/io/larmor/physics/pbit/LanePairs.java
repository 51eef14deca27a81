package io.larmor.physics.pbit;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;

/** The form on the JDK's Vector API. */
final class LanePairs implements PairKernel {

    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public double sweep(long[] bits, double[] fields, double[] rows, double[] slopes, int[] order, RandomBits random) {
        double change = 0;
        int stride = fields.length;
        double[] edges = Decision.EDGES;
        byte[] heads = random.heads;
        int at = random.at;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            double field = fields[i];
            double twice = slopes[i] * field;
            int head = heads[at + k] & 0xFF;
            boolean up = twice >= edges[head + 1];
            if (up != twice >= edges[head]) {
                up = Decision.between(twice, head, random.tail(k));
            }
            if (up != ((bits[i >> 6] >>> i & 1) != 0)) {
                bits[i >> 6] ^= 1L << i;
                double sign = up ? 1 : -1;
                change -= 2 * sign * field;
                add(sign, fields, rows, i * stride);
            }
        }
        return change;
    }

    /** With a sign as a factor, which rounds nothing, there is no branch to guess wrongly. */
    private static void add(double sign, double[] fields, double[] rows, int row) {
        var signs = DoubleVector.broadcast(SPECIES, sign);
        for (int j = 0; j < fields.length; j += LANES) {
            DoubleVector.fromArray(SPECIES, rows, row + j).fma(signs, DoubleVector.fromArray(SPECIES, fields, j)).intoArray(fields, j);
        }
    }
}
