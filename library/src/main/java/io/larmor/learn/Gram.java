package io.larmor.learn;

import io.larmor.core.Progress;
import io.larmor.learn.product.Products;
import java.util.Arrays;

/**
 * Sums over samples that a linear least-squares fit needs: the products of all features, a constant 1 and all targets with
 * one another, Z Zᵀ for Z = [S; 1; Y]. Sums of parts add up, so a cross-validation visits the data once.
 */
final class Gram {

    private final int width;
    private final int outputs;
    private final Products products;
    private long samples;

    Gram(int features, int outputs) {
        this.width = features + 1;
        this.outputs = outputs;
        this.products = new Products(width + outputs);
    }

    /** The features and the constant. */
    int width() {
        return width;
    }

    int outputs() {
        return outputs;
    }

    long samples() {
        return samples;
    }

    /** Where the targets of samples come from. */
    interface Targets {

        /** Writes the targets of one sample. */
        void write(int sample, double[] into, int offset);
    }

    /**
     * Adds consecutive samples.
     *
     * @param rows samples x features
     * @param from the first sample
     * @param to one past the last
     */
    void add(double[] rows, int from, int to, Targets targets) {
        int features = width - 1;
        int beside = 1 + outputs;
        double[] right = new double[Math.min(Products.BLOCK, to - from) * beside];
        for (int first = from; first < to; first += Products.BLOCK) {
            int count = Math.min(Products.BLOCK, to - first);
            Arrays.fill(right, 0);
            for (int k = 0; k < count; k++) {
                right[k * beside] = 1;
                targets.write(first + k, right, k * beside + 1);
            }
            products.add(rows, first * features, features, right, count);
            samples += count;
            Progress.checkpoint();
        }
    }

    /** Adds ({@code sign} 1) or takes away (-1) the sums of other samples. */
    void add(Gram other, int sign) {
        products.add(other.products, sign);
        samples += sign * other.samples;
    }

    /** The equations for the weights, [S Sᵀ + λ I, S Yᵀ] from the diagonal on. */
    double[][] equations(double penalty) {
        double[][] rows = new double[width][width + outputs];
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width + outputs; j++) {
                rows[i][j] = products.get(i, j);
            }
            rows[i][i] += penalty;
        }
        return rows;
    }

    /** The matrix S Sᵀ with a penalty added to its diagonal. */
    double[][] regularized(double penalty) {
        double[][] full = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                full[i][j] = products.get(i, j);
                full[j][i] = full[i][j];
            }
            full[i][i] += penalty;
        }
        return full;
    }

    /** The matrix S Yᵀ, features x outputs. */
    double[][] targets() {
        double[][] full = new double[width][outputs];
        for (int i = 0; i < width; i++) {
            for (int k = 0; k < outputs; k++) {
                full[i][k] = products.get(i, width + k);
            }
        }
        return full;
    }

    /** The mean squared error of weights (features x outputs) on these samples, without visiting them. */
    double error(double[][] weights) {
        double sum = 0;
        for (int k = 0; k < outputs; k++) {
            sum += products.get(width + k, width + k);
            for (int i = 0; i < width; i++) {
                double w = weights[i][k];
                double row = 0.5 * products.get(i, i) * w;
                for (int j = i + 1; j < width; j++) {
                    row += products.get(i, j) * weights[j][k];
                }
                sum += 2 * w * row - 2 * w * products.get(i, width + k);
            }
        }
        return sum / samples;
    }
}
