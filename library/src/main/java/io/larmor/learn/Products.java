package io.larmor.learn;

/** Sums of products of all pairs of columns, the upper triangle of Bᵀ B: where training a linear readout spends its time. */
public final class Products {

    /** Columns whose running sums stay in the fastest cache. */
    private static final int TILE = 128;

    private Products() {
    }

    /**
     * Adds the products of some samples.
     *
     * @param block samples x width; what lies beyond {@code samples} may be overwritten
     * @param products width x width, of which only the upper triangle is kept
     */
    public static void add(double[] block, int samples, int width, double[] products) {
        plain(block, samples, width, products);
    }

    /** The form that needs nothing but plain loops, which the compiler turns into vector instructions. */
    static void plain(double[] block, int samples, int width, double[] products) {
        int full = samples - samples % 8;
        for (int tile = 0; tile < width; tile += TILE) {
            int end = Math.min(width, tile + TILE);
            for (int i = 0; i < end; i++) {
                int from = Math.max(tile, i);
                for (int k = 0; k < full; k += 8) {
                    addEight(block, k * width, width, i, from, end, products);
                }
                for (int k = full; k < samples; k++) {
                    addOne(block, k * width, width, i, from, end, products);
                }
            }
        }
    }

    /** Eight samples at once: each sum is loaded and stored once for sixteen operations. */
    private static void addEight(double[] block, int at, int width, int i, int from, int end, double[] products) {
        int at1 = at + width, at2 = at1 + width, at3 = at2 + width, at4 = at3 + width;
        int at5 = at4 + width, at6 = at5 + width, at7 = at6 + width;
        double a = block[at + i], b = block[at1 + i], c = block[at2 + i], d = block[at3 + i];
        double e = block[at4 + i], f = block[at5 + i], g = block[at6 + i], h = block[at7 + i];
        int row = i * width;
        for (int j = from; j < end; j++) {
            products[row + j] += a * block[at + j] + b * block[at1 + j] + c * block[at2 + j] + d * block[at3 + j]
                    + (e * block[at4 + j] + f * block[at5 + j] + g * block[at6 + j] + h * block[at7 + j]);
        }
    }

    private static void addOne(double[] block, int at, int width, int i, int from, int end, double[] products) {
        double a = block[at + i];
        int row = i * width;
        for (int j = from; j < end; j++) {
            products[row + j] += a * block[at + j];
        }
    }
}
