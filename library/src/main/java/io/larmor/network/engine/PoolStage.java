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

    /** Where in an image a pixel of a square lies. */
    private int place(int output, int inside) {
        int channel = output % channels;
        int square = output / channels;
        int row = square / (columns / size) * size + inside / size;
        int column = square % (columns / size) * size + inside % size;
        return (row * columns + column) * channels + channel;
    }

    private int winner(float[] input, int at, int output) {
        int best = at + place(output, 0);
        for (int k = 1; k < size * size; k++) {
            int here = at + place(output, k);
            best = input[here] > input[best] ? here : best;
        }
        return best;
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

    private void pool(float[] input, int sample, float[] output) {
        int at = sample * inputs();
        for (int o = 0; o < outputs(); o++) {
            if (largest) {
                output[sample * outputs() + o] = input[winner(input, at, o)];
                continue;
            }
            float sum = 0;
            for (int k = 0; k < size * size; k++) {
                sum += input[at + place(o, k)];
            }
            output[sample * outputs() + o] = sum / (size * size);
        }
    }

    private void spread(float[] input, int sample, float[] outputGradient, float[] inputGradient) {
        int at = sample * inputs();
        for (int o = 0; o < outputs(); o++) {
            float g = outputGradient[sample * outputs() + o];
            if (largest) {
                inputGradient[winner(input, at, o)] += g;
                continue;
            }
            for (int k = 0; k < size * size; k++) {
                inputGradient[at + place(o, k)] += g / (size * size);
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
