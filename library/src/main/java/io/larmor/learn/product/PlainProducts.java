package io.larmor.learn.product;

/**
 * Plain loops with one index for all arrays, which the compiler turns into vector instructions: the reference, and what runs
 * where there is nothing better.
 */
final class PlainProducts implements ProductKernel {

    private final ThreadLocal<double[][]> scratch = ThreadLocal.withInitial(() -> new double[0][]);

    @Override
    public void add(double[] left, int from, int leftWidth, double[] right, int samples, int width, double[][] sums) {
        double[][] block = block(samples, width);
        int rightWidth = width - leftWidth;
        for (int k = 0; k < samples; k++) {
            System.arraycopy(left, from + k * leftWidth, block[k], 0, leftWidth);
            System.arraycopy(right, k * rightWidth, block[k], leftWidth, rightWidth);
        }
        int full = samples - samples % 4;
        double[] row = new double[sums.length * Products.PANEL];
        for (int i = 0; i < width; i++) {
            for (int p = i / Products.PANEL; p * Products.PANEL < width; p++) {
                System.arraycopy(sums[p], i * Products.PANEL, row, p * Products.PANEL, Products.PANEL);
            }
            for (int k = 0; k < full; k += 4) {
                four(block[k], block[k + 1], block[k + 2], block[k + 3], i, width, row);
            }
            for (int k = full; k < samples; k++) {
                one(block[k], i, width, row);
            }
            for (int p = i / Products.PANEL; p * Products.PANEL < width; p++) {
                System.arraycopy(row, p * Products.PANEL, sums[p], i * Products.PANEL, Products.PANEL);
            }
        }
    }

    /** An array a sample, so that the loops have one index for all. */
    private double[][] block(int samples, int width) {
        double[][] kept = scratch.get();
        if (kept.length < samples || kept[0].length < width) {
            kept = new double[samples][width];
            scratch.set(kept);
        }
        return kept;
    }

    private static void four(double[] p, double[] q, double[] r, double[] s, int i, int width, double[] sums) {
        double a = p[i], b = q[i], c = r[i], d = s[i];
        for (int j = i; j < width; j++) {
            sums[j] = Math.fma(d, s[j], Math.fma(c, r[j], Math.fma(b, q[j], Math.fma(a, p[j], sums[j]))));
        }
    }

    private static void one(double[] p, int i, int width, double[] sums) {
        double a = p[i];
        for (int j = i; j < width; j++) {
            sums[j] = Math.fma(a, p[j], sums[j]);
        }
    }
}
