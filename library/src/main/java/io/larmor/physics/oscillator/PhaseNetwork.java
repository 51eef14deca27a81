package io.larmor.physics.oscillator;

import java.util.Arrays;

/**
 * Oscillators that pull one another's phases, after Kuramoto, with a common periodic signal that pulls all of them as in
 * Adler's equation:
 *
 * <pre>dφ_i/dt = ω_i + Σ_j K_ij sin(φ_j - φ_i) + L_i sin(ω_s t - φ_i)</pre>
 *
 * All rates in rad/s. The sum is evaluated as sin(φ_j - φ_i) = sin φ_j cos φ_i - cos φ_j sin φ_i, two products with the
 * coupling for all nodes. Not thread-safe.
 */
public final class PhaseNetwork implements Rate {

    private final double[] frequency;
    private final Coupling coupling;
    private final double[] pull;
    private final double signal;
    private final double[] sine;
    private final double[] cosine;
    private final double[] sumOfSines;
    private final double[] sumOfCosines;

    /** A network without a signal. See {@link #PhaseNetwork(double[], Coupling, double[], double)}. */
    public PhaseNetwork(double[] frequency, Coupling coupling) {
        this(frequency, coupling, new double[frequency.length], 0);
    }

    /**
     * A network.
     *
     * @param frequency ω, one a node, in rad/s
     * @param coupling K, in rad/s
     * @param pull L, how strongly the signal acts on each node, in rad/s
     * @param signal ω_s, in rad/s
     */
    public PhaseNetwork(double[] frequency, Coupling coupling, double[] pull, double signal) {
        Checks.nodes("phase network", coupling.size(), "frequencies", frequency);
        Checks.nodes("phase network", coupling.size(), "pulls", pull);
        this.frequency = frequency.clone();
        this.coupling = coupling;
        this.pull = pull.clone();
        this.signal = signal;
        int n = frequency.length;
        this.sine = new double[n];
        this.cosine = new double[n];
        this.sumOfSines = new double[n];
        this.sumOfCosines = new double[n];
    }

    @Override
    public int size() {
        return frequency.length;
    }

    @Override
    public void at(double t, double[] phase, double[] into) {
        int n = frequency.length;
        SineCosine.of(phase, sine, cosine, n);
        coupling.multiply(sine, sumOfSines, cosine, sumOfCosines);
        combine(Math.sin(signal * t), Math.cos(signal * t), into);
    }

    private void combine(double signalSine, double signalCosine, double[] into) {
        for (int i = 0; i < into.length; i++) {
            into[i] = frequency[i] + (sumOfSines[i] + pull[i] * signalSine) * cosine[i]
                    - (sumOfCosines[i] + pull[i] * signalCosine) * sine[i];
        }
    }

    /** The order of the phases, |Σ exp(iφ)| / n: 1 where all are alike, near 0 where they are spread. */
    public static double order(double[] phase) {
        double x = Arrays.stream(phase).map(Math::cos).sum();
        double y = Arrays.stream(phase).map(Math::sin).sum();
        return Math.hypot(x, y) / phase.length;
    }
}
