package io.larmor.physics.pbit;

/** The form in plain Java. */
final class PlainPairs implements PairKernel {

    @Override
    public double sweep(long[] bits, double[] fields, double[] rows, double[] slopes, int[] order, RandomBits random) {
        double change = 0;
        int stride = fields.length;
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            double field = fields[i];
            boolean up = Decision.up(slopes[i] * field, random, k);
            if (up != ((bits[i >> 6] >>> i & 1) != 0)) {
                bits[i >> 6] ^= 1L << i;
                double sign = up ? 1 : -1;
                change -= 2 * sign * field;
                add(sign, fields, rows, i * stride);
            }
        }
        return change;
    }

    private static void add(double sign, double[] fields, double[] rows, int row) {
        for (int j = 0; j < fields.length; j++) {
            fields[j] += sign * rows[row + j];
        }
    }
}
