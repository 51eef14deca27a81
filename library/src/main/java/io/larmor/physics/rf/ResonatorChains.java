package io.larmor.physics.rf;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.KernelChoice;
import io.larmor.core.Parallel;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/**
 * Chains of resonators as a matrix of weights. Every resonator of a chain hears every tone, and the chain adds their voltages
 * with signs that take turns:
 *
 * <pre>W[j][i] = Σ_k s_k G(f_i, f_jk + shift_jk),   s_k = (−1)^(k+1), k = 0, 1, ...</pre>
 *
 * so that the voltage of chain j is Σ_i W[j][i] P_i for tones of powers P_i. The matrix is made once for a whole batch. What
 * is trained is the shift of every resonance. Arrays are flat, row after row. The forms on {@code double} are the plain law,
 * for references and gradient checks. Those on {@code float} are for training: a float holds a frequency to 2⁻²⁴ of itself,
 * which is 2⁻²⁴/α half widths, and the errors of the resonators within a line of a tone add up. Up to some 20 of them (784
 * over 20 to 120 MHz) weights are within 16 · 2⁻²⁴/α of K (0.01 % of K at α = 0.01), and gradients within 16 · 2⁻²⁴/α of the
 * larger of the largest gradient and the largest slope times the largest dL/dW.
 *
 * <p>Frequencies are in one unit, any; a gradient is per that unit. Results are the same bits on any number of threads.
 * Safe for use by several threads.
 */
public final class ResonatorChains {

    /** Below this many pairs of a tone and a resonator, other threads cost more than they bring. */
    private static final long WORTH_SHARING = 1_000_000;

    /** The largest detuning in half widths whose eighth power a float holds. */
    private static final double MOST_DETUNED = 3e4;
    /** Below this many pairs in all, warming the fast kernel costs more than it brings. */
    private static final double WORTH_WARMING = 2e8;

    static final KernelChoice<ChainKernel> CHOICE = new KernelChoice<>("resonator chains", ChainKernel.class, new PlainChains(),
            ResonatorChains.class.getPackageName() + ".LaneChains", ResonatorChains::sample, WORTH_WARMING);

    private final double[] tones;
    private final double[] resonances;
    private final int chains;
    private final int resonators;
    private final SpinDiodeLine line;
    /** The tones in single precision, the last one repeated up to a whole number of parts. */
    private final float[] padded;
    private final double highest;
    private final float inverse;

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
        int n = tones.length;
        this.padded = new float[(n + ChainKernel.PARTS - 1) / ChainKernel.PARTS * ChainKernel.PARTS];
        for (int i = 0; i < padded.length; i++) {
            padded[i] = (float) tones[Math.min(i, n - 1)];
        }
        this.highest = Arrays.stream(tones).max().orElseThrow();
        this.inverse = (float) (1 / damping);
        Citations.use(Papers.LEROUX_2021, "resonatorChains");
        Citations.use(Papers.ROSS_2023, "resonatorChains");
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

    /**
     * {@link #weights(double[], double[])} for training.
     *
     * @param shifts chains × resonators, added to the resonances
     * @param into chains × tones, overwritten
     */
    public void weights(float[] shifts, float[] into) {
        check(shifts.length, into.length, true);
        ChainKernel kernel = CHOICE.current(pairs());
        int n = tones.length;
        share(chain -> {
            float[] widths = widths(shifts, chain);
            if (widths == null) {
                plainly(shifts, chain, into);
                return;
            }
            float[] sums = new float[padded.length];
            kernel.weights(padded, inverse, widths, resonators, sums);
            float twice = (float) (2 * line.scale());
            for (int i = 0; i < n; i++) {
                into[chain * n + i] = twice * sums[i];
            }
        });
    }

    /**
     * {@link #gradient(double[], double[], double[])} for training.
     *
     * @param shifts chains × resonators, added to the resonances
     * @param weightGradient chains × tones, dL/dW
     * @param into chains × resonators, overwritten
     */
    public void gradient(float[] shifts, float[] weightGradient, float[] into) {
        check(shifts.length, weightGradient.length, into.length == shifts.length);
        ChainKernel kernel = CHOICE.current(pairs());
        int n = tones.length;
        share(chain -> {
            float[] widths = widths(shifts, chain);
            if (widths == null) {
                plainly(shifts, weightGradient, chain, into);
                return;
            }
            float[] worth = new float[padded.length];
            for (int i = 0; i < n; i++) {
                worth[i] = weightGradient[chain * n + i] * padded[i];
            }
            float[] sums = new float[widths.length];
            kernel.slopes(padded, worth, inverse, widths, sums);
            for (int k = 0; k < resonators; k++) {
                int at = chain * resonators + k;
                double resonance = resonances[at] + shifts[at];
                // dG/df_r = dG/du du/df_r with dG/du = 2 K (1 - u²)/(1 + u²)² and du/df_r = -f/(α f_r²).
                into[at] = (float) (sign(k) * -2 * line.scale() / (line.damping() * resonance * resonance) * sums[k]);
            }
        });
    }

    /** 1/(α f_r) of a chain, padded to a multiple of 4; null where single precision would not hold what is made of it. */
    private float[] widths(float[] shifts, int chain) {
        float[] widths = new float[(resonators + 3) & -4];
        double largest = 0;
        for (int k = 0; k < widths.length; k++) {
            int at = chain * resonators + Math.min(k, resonators - 1);
            double width = 1 / (line.damping() * (resonances[at] + shifts[at]));
            if (!(width > 0)) {
                return null;
            }
            largest = Math.max(largest, width);
            widths[k] = (float) width;
        }
        double detuning = Math.max(largest * highest, 1 / line.damping());
        return detuning < MOST_DETUNED ? widths : null;
    }

    private void plainly(float[] shifts, int chain, float[] into) {
        for (int i = 0; i < tones.length; i++) {
            double sum = 0;
            for (int k = 0; k < resonators; k++) {
                int at = chain * resonators + k;
                sum += sign(k) * line.voltage(tones[i], resonances[at] + shifts[at]);
            }
            into[chain * tones.length + i] = (float) sum;
        }
    }

    private void plainly(float[] shifts, float[] weightGradient, int chain, float[] into) {
        for (int k = 0; k < resonators; k++) {
            int at = chain * resonators + k;
            double sum = 0;
            for (int i = 0; i < tones.length; i++) {
                sum += weightGradient[chain * tones.length + i] * line.slope(tones[i], resonances[at] + shifts[at]);
            }
            into[at] = (float) (sign(k) * sum);
        }
    }

    /** Waits until the fast kernel has taken over, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }

    private long pairs() {
        return (long) resonances.length * tones.length;
    }

    private void check(int shifts, int weights, boolean rest) {
        if (shifts != resonances.length || weights != chains * tones.length || !rest) {
            throw new IllegalArgumentException("resonatorChains: " + chains + " chains of " + resonators + " resonators for "
                    + tones.length + " tones have " + resonances.length + " shifts and " + chains * tones.length + " weights; "
                    + shifts + " and " + weights + " were given" + (rest ? "" : ", and room for another number of gradients"));
        }
    }

    /** Chains are apart from each other, so that no number of threads changes a sum. */
    private void share(IntConsumer work) {
        if (pairs() < WORTH_SHARING) {
            for (int chain = 0; chain < chains; chain++) {
                work.accept(chain);
            }
        } else {
            Parallel.forEach("resonator chains", chains, work);
        }
    }

    /** What the kernels are compared on. */
    private static float[] sample(ChainKernel kernel) {
        var random = new SplittableRandom(1);
        float[] tones = new float[256];
        float[] worth = new float[tones.length];
        float[] widths = new float[128];
        for (int i = 0; i < tones.length; i++) {
            tones[i] = (float) (0.02 + 0.1 * random.nextDouble());
            worth[i] = (float) (random.nextDouble() - 0.5);
        }
        for (int k = 0; k < widths.length; k++) {
            widths[k] = (float) (100 / (0.02 + 0.1 * random.nextDouble()));
        }
        float[] sums = new float[tones.length];
        float[] slopes = new float[widths.length];
        kernel.weights(tones, 100f, widths, widths.length, sums);
        kernel.slopes(tones, worth, 100f, widths, slopes);
        float[] all = Arrays.copyOf(sums, sums.length + slopes.length);
        System.arraycopy(slopes, 0, all, sums.length, slopes.length);
        return all;
    }
}
