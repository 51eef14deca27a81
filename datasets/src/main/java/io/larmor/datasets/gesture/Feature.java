package io.larmor.datasets.gesture;

/**
 * What is computed of one channel over one window, as is usual for muscles' signals (Hudgins et al., IEEE Trans. Biomed. Eng. 40,
 * 82, 1993). The signal's mean over the whole hold has been taken off where it swings about zero; envelopes are left as they are.
 */
public enum Feature {

    /** The mean of |x|. */
    MAV {
        @Override
        double of(float[] x, int from, int to, int stride) {
            double sum = 0;
            for (int i = from; i < to; i += stride) {
                sum += Math.abs(x[i]);
            }
            return sum * stride / (to - from);
        }
    },

    /** The root of the mean of x². */
    RMS {
        @Override
        double of(float[] x, int from, int to, int stride) {
            double sum = 0;
            for (int i = from; i < to; i += stride) {
                sum += (double) x[i] * x[i];
            }
            return Math.sqrt(sum * stride / (to - from));
        }
    },

    /** The mean of |x_i - x_(i-1)|: the length of the wave over the number of samples. */
    WAVEFORM_LENGTH {
        @Override
        double of(float[] x, int from, int to, int stride) {
            double sum = 0;
            for (int i = from + stride; i < to; i += stride) {
                sum += Math.abs(x[i] - x[i - stride]);
            }
            return sum * stride / (to - from);
        }
    },

    /** The logarithm of the root mean square. */
    LOG_RMS {
        @Override
        double of(float[] x, int from, int to, int stride) {
            return Math.log(LEAST + RMS.of(x, from, to, stride));
        }
    },

    /** The logarithm of the wave's length. */
    LOG_LENGTH {
        @Override
        double of(float[] x, int from, int to, int stride) {
            return Math.log(LEAST + WAVEFORM_LENGTH.of(x, from, to, stride));
        }
    },

    /** How often the sign changes, over the number of samples. */
    ZERO_CROSSINGS {
        @Override
        double of(float[] x, int from, int to, int stride) {
            int crossings = 0;
            for (int i = from + stride; i < to; i += stride) {
                crossings += x[i] * x[i - stride] < 0 ? 1 : 0;
            }
            return (double) crossings * stride / (to - from);
        }
    },

    /** How often the slope's sign changes, over the number of samples. */
    SLOPE_CHANGES {
        @Override
        double of(float[] x, int from, int to, int stride) {
            int changes = 0;
            for (int i = from + 2 * stride; i < to; i += stride) {
                changes += (x[i] - x[i - stride]) * (x[i - stride] - x[i - 2 * stride]) < 0 ? 1 : 0;
            }
            return (double) changes * stride / (to - from);
        }
    };

    /** So that the logarithm of a silent channel is a number; far below the noise of any recording here. */
    private static final double LEAST = 1e-6;

    /**
     * Computes it.
     *
     * @param x samples x channels, row by row
     * @param from the channel's first value
     * @param to past its last one, {@code from} plus a multiple of {@code stride}
     * @param stride the channels
     */
    abstract double of(float[] x, int from, int to, int stride);
}
