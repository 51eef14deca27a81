package io.larmor.physics.spin;

/**
 * One step of a {@link Llgs}, in the plain form that fast kernels are compared with. Every step ends with spins of length
 * 1. Nothing is allocated while stepping. Not thread-safe.
 *
 * <pre>{@code
 * var steps = SpinSteps.of(parameters);
 * steps.rk4(m, t, dt);                        // m = {x, y, z}
 * steps.heun(m, t, dt, gaussians);            // three normal deviates a spin
 * }</pre>
 */
public final class SpinSteps {

    private final Llgs law;
    private final double[] stage;
    private final double[] k1;
    private final double[] k2;
    private final double[] k3;
    private final double[] k4;
    private final double[] thermal;

    public SpinSteps(Llgs law) {
        this.law = law;
        int n = 3 * law.spins();
        this.stage = new double[n];
        this.k1 = new double[n];
        this.k2 = new double[n];
        this.k3 = new double[n];
        this.k4 = new double[n];
        this.thermal = new double[n];
    }

    /** The steps of one spin given in numbers. */
    public static SpinSteps of(SpinParameters parameters) {
        return new SpinSteps(Llgs.of(parameters));
    }

    /** A step of the classical method of Runge and Kutta, of fourth order, without heat. */
    public void rk4(double[] m, double time, double dt) {
        law.moveTo(time);
        law.derivative(m, null, k1);
        law.moveTo(time + dt / 2);
        move(m, dt / 2, k1);
        law.derivative(stage, null, k2);
        move(m, dt / 2, k2);
        law.derivative(stage, null, k3);
        law.moveTo(time + dt);
        move(m, dt, k3);
        law.derivative(stage, null, k4);
        for (int i = 0; i < m.length; i++) {
            m[i] += dt / 6 * (k1[i] + 2 * (k2[i] + k3[i]) + k4[i]);
        }
        normalize(m);
    }

    /**
     * A step of Heun's method, which with a thermal field converges to the solution in the sense of Stratonovich. The
     * thermal field is the same in predictor and corrector. The predictor keeps its length, a little above 1.
     *
     * @param gaussians independent normal deviates, one for each component of each spin
     */
    public void heun(double[] m, double time, double dt, double[] gaussians) {
        double root = Math.sqrt(dt);
        for (int i = 0; i < m.length; i++) {
            thermal[i] = law.thermal(i / 3) / root * gaussians[i];
        }
        law.moveTo(time);
        law.derivative(m, thermal, k1);
        move(m, dt, k1);
        law.moveTo(time + dt);
        law.derivative(stage, thermal, k2);
        for (int i = 0; i < m.length; i++) {
            m[i] += dt / 2 * (k1[i] + k2[i]);
        }
        normalize(m);
    }

    private void move(double[] m, double dt, double[] k) {
        for (int i = 0; i < m.length; i++) {
            stage[i] = m[i] + dt * k[i];
        }
    }

    /** Brings every spin back to length 1. */
    public static void normalize(double[] m) {
        for (int k = 0; k < m.length; k += 3) {
            double length = Math.sqrt(m[k] * m[k] + m[k + 1] * m[k + 1] + m[k + 2] * m[k + 2]);
            m[k] /= length;
            m[k + 1] /= length;
            m[k + 2] /= length;
        }
    }
}
