package io.larmor.physics.oscillator;

/**
 * Nonlinear auto-oscillators that act on one another, with amplitude and phase, after Slavin and Tiberkevich, IEEE Trans. Magn.
 * 45, 1875 (2009). Of each one the complex amplitude c with the power p = |c|², in the frame that turns with the injected
 * signal:
 *
 * <pre>dc_i/dt = -i (ω_i + N p_i - ω_e) c_i - Γ (1 + Q p_i) c_i + g_i (1 - p_i) c_i + F_i + exp(iβ) Σ_j K_ij c_j</pre>
 *
 * The state is [Re c_0 .. Re c_n-1, Im c_0 .. Im c_n-1]. Not thread-safe.
 */
public final class AmplitudeNetwork implements Rate {

    private final Oscillator law;
    private final double[] frequency;
    private final double[] gain;
    private final double[] injection;
    private final Coupling coupling;
    private final double cosine;
    private final double sine;
    private final double[] x;
    private final double[] y;
    private final double[] fromX;
    private final double[] fromY;

    /**
     * What all oscillators have in common.
     *
     * @param frame ω_e, the signal's frequency, in rad/s
     * @param shift N, the frequency's change with the power, in rad/s
     * @param damping Γ, in 1/s
     * @param nonlinearity Q
     * @param delay β, the phase by which the coupling lags, in radians
     */
    public record Oscillator(double frame, double shift, double damping, double nonlinearity, double delay) {

        public Oscillator {
            Checks.finite("amplitude network", "frame", frame);
            Checks.finite("amplitude network", "shift", shift);
            Checks.finite("amplitude network", "damping", damping);
            Checks.finite("amplitude network", "nonlinearity", nonlinearity);
            Checks.finite("amplitude network", "delay", delay);
            if (damping <= 0) {
                throw new IllegalArgumentException("amplitude network.damping = " + damping + " 1/s must be positive");
            }
        }

        /** The power at rest of a gain of {@code zeta} times the damping, without signal and coupling. */
        public double power(double zeta) {
            return zeta > 1 ? (zeta - 1) / (zeta + nonlinearity) : 0;
        }

        /** The dimensionless coupling of phase and amplitude, ν = N / (Γ (Q + ζ)). */
        public double nu(double zeta) {
            return shift / (damping * (nonlinearity + zeta));
        }
    }

    /**
     * A network.
     *
     * @param law what all have in common
     * @param frequency ω, one a node, in rad/s
     * @param gain g, one a node, in 1/s: the current times its efficiency σ; above Γ a node oscillates
     * @param injection F, one a node, in 1/s
     * @param coupling K, in 1/s
     */
    public AmplitudeNetwork(Oscillator law, double[] frequency, double[] gain, double[] injection, Coupling coupling) {
        int n = coupling.size();
        Checks.nodes("amplitude network", n, "frequencies", frequency);
        Checks.nodes("amplitude network", n, "gains", gain);
        Checks.nodes("amplitude network", n, "injections", injection);
        this.law = law;
        this.frequency = frequency.clone();
        this.gain = gain.clone();
        this.injection = injection.clone();
        this.coupling = coupling;
        this.cosine = Math.cos(law.delay());
        this.sine = Math.sin(law.delay());
        this.x = new double[n];
        this.y = new double[n];
        this.fromX = new double[n];
        this.fromY = new double[n];
    }

    @Override
    public int size() {
        return 2 * frequency.length;
    }

    @Override
    public void at(double t, double[] state, double[] into) {
        int n = frequency.length;
        System.arraycopy(state, 0, x, 0, n);
        System.arraycopy(state, n, y, 0, n);
        coupling.multiply(x, fromX, y, fromY);
        combine(into, n);
    }

    private void combine(double[] into, int n) {
        double frame = law.frame();
        double shift = law.shift();
        double damping = law.damping();
        double nonlinear = law.damping() * law.nonlinearity();
        for (int i = 0; i < n; i++) {
            double p = x[i] * x[i] + y[i] * y[i];
            double turn = frequency[i] + shift * p - frame;
            double grow = gain[i] * (1 - p) - damping - nonlinear * p;
            into[i] = grow * x[i] + turn * y[i] + injection[i] + cosine * fromX[i] - sine * fromY[i];
            into[n + i] = grow * y[i] - turn * x[i] + cosine * fromY[i] + sine * fromX[i];
        }
    }
}
