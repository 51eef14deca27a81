package io.larmor.learn;

import io.larmor.core.States;
import java.util.Arrays;

/**
 * Sums over samples that a linear least-squares fit needs: S Sᵀ of the features with a constant 1 appended, and S Yᵀ with
 * the targets. Sums of parts add up, so a cross-validation visits the data once.
 */
final class Gram {

    private final int width;
    private final int classes;
    private final double[] products;
    private final double[] targets;
    private double energy;
    private long samples;

    Gram(int features, int classes) {
        this.width = features + 1;
        this.classes = classes;
        this.products = new double[width * width];
        this.targets = new double[width * classes];
    }

    int width() {
        return width;
    }

    int classes() {
        return classes;
    }

    long samples() {
        return samples;
    }

    /** Adds every frame of one sequence, each with the target 1 for the label's class and 0 for the others. */
    void add(States states, int sequence, int label) {
        double[] rows = states.rows().get(sequence);
        int features = width - 1;
        int frames = rows.length / features;
        double[] block = new double[4 * width];
        for (int first = 0; first < frames; first += 4) {
            int count = Math.min(4, frames - first);
            Arrays.fill(block, 0);
            for (int k = 0; k < count; k++) {
                System.arraycopy(rows, (first + k) * features, block, k * width, features);
                block[k * width + features] = 1;
                for (int i = 0; i < width; i++) {
                    targets[i * classes + label] += block[k * width + i];
                }
            }
            addBlock(block);
            samples += count;
            energy += count;
        }
    }

    /** Four samples at once: each entry of the triangle is loaded and stored once for eight operations. */
    private void addBlock(double[] block) {
        for (int i = 0; i < width; i++) {
            addRow(block, block[i], block[width + i], block[2 * width + i], block[3 * width + i], i);
        }
    }

    private void addRow(double[] block, double a, double b, double c, double d, int row) {
        int at = row * width;
        for (int j = row; j < width; j++) {
            products[at + j] += a * block[j] + b * block[width + j] + c * block[2 * width + j] + d * block[3 * width + j];
        }
    }

    /** Adds ({@code sign} 1) or takes away (-1) the sums of other samples. */
    void add(Gram other, int sign) {
        for (int i = 0; i < products.length; i++) {
            products[i] += sign * other.products[i];
        }
        for (int i = 0; i < targets.length; i++) {
            targets[i] += sign * other.targets[i];
        }
        energy += sign * other.energy;
        samples += sign * other.samples;
    }

    /** The matrix S Sᵀ with a penalty added to its diagonal. */
    double[][] regularized(double penalty) {
        double[][] full = new double[width][width];
        for (int i = 0; i < width; i++) {
            for (int j = i; j < width; j++) {
                full[i][j] = products[i * width + j];
                full[j][i] = full[i][j];
            }
            full[i][i] += penalty;
        }
        return full;
    }

    /** The matrix S Yᵀ, features x classes. */
    double[][] targets() {
        double[][] full = new double[width][classes];
        for (int i = 0; i < width; i++) {
            System.arraycopy(targets, i * classes, full[i], 0, classes);
        }
        return full;
    }

    /** The mean squared error of weights (features x classes) on these samples, without visiting them. */
    double error(double[][] weights) {
        double sum = energy;
        for (int k = 0; k < classes; k++) {
            for (int i = 0; i < width; i++) {
                double w = weights[i][k];
                double row = 0.5 * products[i * width + i] * w;
                for (int j = i + 1; j < width; j++) {
                    row += products[i * width + j] * weights[j][k];
                }
                sum += 2 * w * row - 2 * w * targets[i * classes + k];
            }
        }
        return sum / samples;
    }
}
