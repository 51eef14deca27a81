package io.larmor.physics.rf;

import io.larmor.core.Parallel;

/**
 * Chains of resonators as a matrix of weights. Every resonator of a chain hears every tone, and the chain adds their voltages
 * with signs that take turns:
 *
 * <pre>W[j][i] = Σ_k s_k G(f_i, f_jk + shift_jk),   s_k = (−1)^(k+1), k = 0, 1, ...</pre>
 *
 * so that the voltage of chain j is Σ_i W[j][i] P_i for tones of powers P_i. The matrix is made once for a whole batch. What
 * is trained is the shift of every resonance. Arrays are flat, row after row. The forms on {@code double} are the plain law,
 * for references and gradient checks; those on {@code float} are for training and as exact as single precision lets them:
 * their weights are within 4 · 2⁻²⁴/α of the scale K, per tone, their gradients likewise of their largest part.
 *
 * <p>Frequencies are in one unit, any; a gradient is per that unit. Results are the same bits on any number of threads.
 * Safe for use by several threads.
 */
public final class ResonatorChains {

    /** Below this many pairs of a tone and a resonator, other threads cost more than they bring. */
    private static final long WORTH_SHARING = 1_000_000;

    private final double[] tones;
    private final double[] resonances;
    private final int chains;
    private final int resonators;
    private final SpinDiodeLine line;

    /**
     * Chains for some tones.
     *
     * @param tones the frequencies of the tones
     * @param resonances chains × resonators, the frequencies of the resonators without shifts
     * @param chains how many
     * @param damping the half width of a line over its frequency, α
     * @param scale the largest voltage K of a resonator, in volts per microwatt
     * @throws IllegalArgumentException if the resonators do not divide into the chains, or a frequency is not above 0
     */
    public ResonatorChains(double[] tones, double[] resonances, int chains, double damping, double scale) {
        if (chains < 1 || resonances.length % chains != 0 || resonances.length == 0 || tones.length == 0) {
            throw new IllegalArgumentException("resonatorChains: " + resonances.length + " resonators do not make " + chains
                    + " chains of the same length for " + tones.length + " tones; all must be at least 1");
        }
        this.tones = positive("tone", tones);
        this.resonances = positive("resonance", resonances);
        this.chains = chains;
        this.resonators = resonances.length / chains;
        this.line = new SpinDiodeLine(damping, scale);
    }

    private static double[] positive(String what, double[] frequencies) {
        for (double f : frequencies) {
            if (!(f > 0 && f < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("resonatorChains: a " + what + " has the frequency " + f + "; it must be above 0");
            }
        }
        return frequencies.clone();
    }

    /** The number of tones. */
    public int tones() {
        return tones.length;
    }

    /** The number of chains. */
    public int chains() {
        return chains;
    }

    /** The number of resonators of a chain. */
    public int resonators() {
        return resonators;
    }

    /** The line of every resonator. */
    public SpinDiodeLine line() {
        return line;
    }

    /** The sign of a resonator in its chain, (−1)^(k+1), k from 0: the first one counts negative. */
    public static int sign(int resonator) {
        return (resonator & 1) == 0 ? -1 : 1;
    }

    /**
     * The weights, in volts per microwatt: the plain form.
     *
     * @param shifts chains × resonators, added to the resonances
     * @param into chains × tones, overwritten
     */
    public void weights(double[] shifts, double[] into) {
        check(shifts.length, into.length, true);
        share(chain -> {
            for (int i = 0; i < tones.length; i++) {
                double sum = 0;
                for (int k = 0; k < resonators; k++) {
                    int at = chain * resonators + k;
                    sum += sign(k) * line.voltage(tones[i], resonances[at] + shifts[at]);
                }
                into[chain * tones.length + i] = sum;
            }
        });
    }

    /**
     * The gradient of a loss with respect to the shifts, from that with respect to the weights, Σ_i dL/dW[j][i] s_k dG/df_r:
     * the plain form.
     *
     * @param shifts chains × resonators, added to the resonances
     * @param weightGradient chains × tones, dL/dW
     * @param into chains × resonators, overwritten
     */
    public void gradient(double[] shifts, double[] weightGradient, double[] into) {
        check(shifts.length, weightGradient.length, into.length == shifts.length);
        share(chain -> {
            for (int k = 0; k < resonators; k++) {
                int at = chain * resonators + k;
                double sum = 0;
                for (int i = 0; i < tones.length; i++) {
                    sum += weightGradient[chain * tones.length + i] * line.slope(tones[i], resonances[at] + shifts[at]);
                }
                into[at] = sign(k) * sum;
            }
        });
    }

    /** {@link #weights(double[], double[])} for training. */
    public void weights(float[] shifts, float[] into) {
        check(shifts.length, into.length, true);
        double[] exact = new double[into.length];
        weights(widened(shifts), exact);
        narrow(exact, into);
    }

    /** {@link #gradient(double[], double[], double[])} for training. */
    public void gradient(float[] shifts, float[] weightGradient, float[] into) {
        check(shifts.length, weightGradient.length, into.length == shifts.length);
        double[] exact = new double[into.length];
        gradient(widened(shifts), widened(weightGradient), exact);
        narrow(exact, into);
    }

    private static double[] widened(float[] values) {
        double[] wide = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            wide[i] = values[i];
        }
        return wide;
    }

    private static void narrow(double[] values, float[] into) {
        for (int i = 0; i < values.length; i++) {
            into[i] = (float) values[i];
        }
    }

    private void check(int shifts, int weights, boolean rest) {
        if (shifts != resonances.length || weights != chains * tones.length || !rest) {
            throw new IllegalArgumentException("resonatorChains: " + chains + " chains of " + resonators + " resonators for "
                    + tones.length + " tones have " + resonances.length + " shifts and " + chains * tones.length + " weights; "
                    + shifts + " and " + weights + " were given" + (rest ? "" : ", and room for another number of gradients"));
        }
    }

    /** Chains are apart from each other, so that no number of threads changes a sum. */
    private void share(java.util.function.IntConsumer work) {
        if ((long) resonances.length * tones.length < WORTH_SHARING) {
            for (int chain = 0; chain < chains; chain++) {
                work.accept(chain);
            }
        } else {
            Parallel.forEach("resonator chains", chains, work);
        }
    }
}
