package io.larmor.physics;

/**
 * How likely a domain wall passes a pinning site, against the field that drives it: P = (1 + tanh((B − B₅₀)/w))/2, the
 * sigmoid of measurements. Fields in tesla.
 */
public final class PassingSigmoid {

    private static final int STEPS = 200;
    private static final double ENOUGH = 1e-12;

    private PassingSigmoid() {
    }

    /** The probability at a field. */
    public static double probability(double field, double half, double width) {
        return 0.5 * (1 + Math.tanh((field - half) / width));
    }

    /** The field of a probability of 0 to 1, both excluded: B₅₀ + w artanh(2 P − 1). */
    public static double field(double probability, double half, double width) {
        return half + 0.5 * width * Math.log(probability / (1 - probability));
    }

    /**
     * The sigmoid nearest to points in the sense of least squares, by damped Gauss and Newton steps.
     *
     * @param fields at least two different ones
     * @param probabilities one a field, of which some must lie between 0 and 1
     * @return B₅₀ and w, in tesla
     * @throws IllegalArgumentException if the points do not rise anywhere, so that no sigmoid is the nearest
     */
    public static double[] fit(double[] fields, double[] probabilities) {
        double[] at = guess(fields, probabilities);
        double damping = 1e-3;
        double error = error(fields, probabilities, at);
        for (int step = 0; step < STEPS; step++) {
            double[] next = step(fields, probabilities, at, damping);
            double nextError = next[1] > 0 ? error(fields, probabilities, next) : Double.POSITIVE_INFINITY;
            if (nextError <= error) {
                boolean still = Math.abs(next[0] - at[0]) + Math.abs(next[1] - at[1]) < ENOUGH * (Math.abs(at[0]) + at[1]);
                at = next;
                error = nextError;
                damping /= 4;
                if (still) {
                    break;
                }
            } else {
                damping *= 4;
            }
        }
        return at;
    }

    /** Half where the points cross one half, and the width from how far apart a quarter and three quarters are. */
    private static double[] guess(double[] fields, double[] probabilities) {
        if (fields.length != probabilities.length || fields.length < 2) {
            throw new IllegalArgumentException("a sigmoid was to be fitted to " + fields.length + " fields and " + probabilities.length
                    + " probabilities; it needs two pairs at least");
        }
        double half = crossing(fields, probabilities, 0.5);
        double width = (crossing(fields, probabilities, 0.75) - crossing(fields, probabilities, 0.25)) / Math.log(3);
        if (!Double.isFinite(half)) {
            throw new IllegalArgumentException("a sigmoid was to be fitted to points that do not rise through one half; measure over "
                    + "fields from where hardly a wall passes to where nearly all do");
        }
        double step = Math.abs(fields[fields.length - 1] - fields[0]) / fields.length;
        return new double[] {half, width > 0 ? width : step};
    }

    private static double crossing(double[] fields, double[] probabilities, double level) {
        for (int i = 1; i < fields.length; i++) {
            if (probabilities[i - 1] < level && probabilities[i] >= level) {
                double share = (level - probabilities[i - 1]) / (probabilities[i] - probabilities[i - 1]);
                return fields[i - 1] + share * (fields[i] - fields[i - 1]);
            }
        }
        return Double.NaN;
    }

    private static double error(double[] fields, double[] probabilities, double[] at) {
        double sum = 0;
        for (int i = 0; i < fields.length; i++) {
            double off = probability(fields[i], at[0], at[1]) - probabilities[i];
            sum += off * off;
        }
        return sum;
    }

    /** In units of the width: with u = (B − B₅₀)/w and P' = 2 P (1 − P), ∂P/∂B₅₀ = −P'/w and ∂P/∂w = −u P'/w. */
    private static double[] step(double[] fields, double[] probabilities, double[] at, double damping) {
        double a = 0, b = 0, d = 0, x = 0, y = 0;
        for (int i = 0; i < fields.length; i++) {
            double u = (fields[i] - at[0]) / at[1];
            double p = probability(fields[i], at[0], at[1]);
            double slope = -2 * p * (1 - p);
            double off = probabilities[i] - p;
            a += slope * slope;
            b += slope * slope * u;
            d += slope * slope * u * u;
            x += slope * off;
            y += slope * u * off;
        }
        a *= 1 + damping;
        d *= 1 + damping;
        double determinant = a * d - b * b;
        if (!(determinant > 0)) {
            return at;
        }
        return new double[] {at[0] + at[1] * (d * x - b * y) / determinant, at[1] + at[1] * (a * y - b * x) / determinant};
    }
}
