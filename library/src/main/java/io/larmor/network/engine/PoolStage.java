package io.larmor.network.engine;

import java.util.Arrays;

/**
 * Squares of an image become one pixel each: their largest value, or their mean. What does not fill a square at the right and
 * lower edge is left out.
 *
 * @param rows of the image
 * @param columns of the image
 * @param channels of a pixel
 * @param size the side of a square
 * @param largest whether the largest value is taken; else the mean
 */
public record PoolStage(int rows, int columns, int channels, int size, boolean largest) implements Stage {

    @Override
    public int inputs() {
        return rows * columns * channels;
    }

    @Override
    public int outputs() {
        return (rows / size) * (columns / size) * channels;
    }

    /** Where in an image a square begins. */
    private int corner(int square) {
        int across = columns / size;
        return (square / across * size * columns + square % across * size) * channels;
    }

    /** Where in a square its pixels lie, from its beginning. */
    private int inside(int pixel) {
        return (pixel / size * columns + pixel % size) * channels;
    }

    /** Where in an image the pixel of a square lies that one output looks at. */
    private int place(int output, int pixel) {
        return corner(output / channels) + inside(pixel) + output % channels;
    }

    @Override
    public Pass start(int samples) {
        return new Pass() {
            @Override
            public void forward(float[] input, int count, float[] output, long first) {
                Work.over(count, 8L * inputs(), s -> pool(input, s, output));
            }

            @Override
            public void backward(float[] input, float[] outputGradient, int count, float[] inputGradient, float[] gradient,
                    int at) {
                if (inputGradient != null) {
                    Arrays.fill(inputGradient, 0, count * inputs(), 0);
                    Work.over(count, 8L * inputs(), s -> spread(input, s, outputGradient, inputGradient));
                }
            }
        };
    }

    /** The channels of a pixel pass together, which the compiler turns into vectors; of equal values the first one wins. */
    private void pool(float[] input, int sample, float[] output) {
        int at = sample * inputs();
        int to = sample * outputs();
        float share = 1f / (size * size);
        for (int square = 0; square < outputs() / channels; square++, to += channels) {
            int corner = at + corner(square);
            System.arraycopy(input, corner, output, to, channels);
            for (int k = 1; k < size * size; k++) {
                int from = corner + inside(k);
                for (int c = 0; c < channels; c++) {
                    float value = input[from + c];
                    output[to + c] = largest ? Math.max(output[to + c], value) : output[to + c] + value;
                }
            }
            for (int c = 0; !largest && c < channels; c++) {
                output[to + c] *= share;
            }
        }
    }

    private void spread(float[] input, int sample, float[] outputGradient, float[] inputGradient) {
        int at = sample * inputs();
        int from = sample * outputs();
        float share = 1f / (size * size);
        for (int square = 0; square < outputs() / channels; square++, from += channels) {
            int corner = at + corner(square);
            if (largest) {
                for (int c = 0; c < channels; c++) {
                    int best = corner + c;
                    for (int k = 1; k < size * size; k++) {
                        int here = corner + inside(k) + c;
                        best = input[here] > input[best] ? here : best;
                    }
                    inputGradient[best] += outputGradient[from + c];
                }
                continue;
            }
            for (int k = 0; k < size * size; k++) {
                int to = corner + inside(k);
                for (int c = 0; c < channels; c++) {
                    inputGradient[to + c] += share * outputGradient[from + c];
                }
            }
        }
    }

    @Override
    public double[] reference(double[] parameters, int at, double[] input, int samples) {
        double[] output = new double[samples * outputs()];
        for (int i = 0; i < output.length; i++) {
            int from = i / outputs() * inputs();
            double most = Double.NEGATIVE_INFINITY;
            double sum = 0;
            for (int k = 0; k < size * size; k++) {
                double value = input[from + place(i % outputs(), k)];
                most = Math.max(most, value);
                sum += value;
            }
            output[i] = largest ? most : sum / (size * size);
        }
        return output;
    }

    @Override
    public double[] referenceGradient(double[] parameters, int at, double[] input, double[] outputGradient, int samples,
            double[] gradient) {
        double[] result = new double[samples * inputs()];
        for (int i = 0; i < samples * outputs(); i++) {
            int from = i / outputs() * inputs();
            int best = from + place(i % outputs(), 0);
            for (int k = 0; k < size * size; k++) {
                int here = from + place(i % outputs(), k);
                best = input[here] > input[best] ? here : best;
                if (!largest) {
                    result[here] += outputGradient[i] / (size * size);
                }
            }
            if (largest) {
                result[best] += outputGradient[i];
            }
        }
        return result;
    }
}
