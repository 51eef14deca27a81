package io.larmor.population;

import io.larmor.core.Philox;

/**
 * Features without a device, for controls: the stimulus itself, its powers, or bells computed without noise.
 *
 * @param kind which
 * @param size how many
 * @param range the stimuli run from minus this to this
 */
public record SoftwareFeatures(Kind kind, int size, double range) implements Features {

    /** What they are. */
    public enum Kind {
        /** The stimulus itself: with a constant, a straight line. */
        RAW("raw input"),
        /** Its powers from 1 up. */
        POWERS("powers in software"),
        /** Gaussian bells as far apart as they are wide. */
        BELLS("bells in software");

        private final String text;

        Kind(String text) {
            this.text = text;
        }
    }

    /** The stimulus itself. */
    public static SoftwareFeatures raw(double range) {
        return new SoftwareFeatures(Kind.RAW, 1, range);
    }

    /** Powers 1 to {@code size} of the stimulus. */
    public static SoftwareFeatures powers(int size, double range) {
        return new SoftwareFeatures(Kind.POWERS, size, range);
    }

    /** Gaussian bells. */
    public static SoftwareFeatures bells(int size, double range) {
        return new SoftwareFeatures(Kind.BELLS, Population.SIZE.check("bells", size), range);
    }

    @Override
    public String name() {
        return kind == Kind.RAW ? kind.text : size + " " + kind.text;
    }

    @Override
    public double[] read(double stimulus, Philox random) {
        return expected(stimulus);
    }

    @Override
    public double[] expected(double stimulus) {
        double u = stimulus / range;
        double[] values = new double[size];
        for (int k = 0; k < size; k++) {
            double away = kind == Kind.BELLS ? (u + 1) * (size - 1) / 2 - k : 0;
            values[k] = kind == Kind.BELLS ? Math.exp(-away * away / 2) : Math.pow(u, k + 1);
        }
        return values;
    }

    @Override
    public double[] variances(double stimulus) {
        return new double[size];
    }

    /** The weights by ridge regression, as for a {@link Population}. */
    public PopulationFunction fit(double[] stimuli, double[]... targets) {
        return Learning.ridge(this, stimuli, targets);
    }
}
