package io.larmor.physics.oscillator;

/**
 * The classical Runge–Kutta method of fourth order with a fixed step. It allocates once, when it is made. Not thread-safe.
 */
public final class Rk4 {

    private final Rate rate;
    private final double[] slope;
    private final double[] trial;
    private final double[] sum;

    /** A method for one equation. */
    public Rk4(Rate rate) {
        this.rate = rate;
        this.slope = new double[rate.size()];
        this.trial = new double[rate.size()];
        this.sum = new double[rate.size()];
    }

    /**
     * Advances a state in place.
     *
     * @param y the state at time {@code t}
     * @param h the step
     * @param steps how many of them
     * @return the time reached
     */
    public double advance(double[] y, double t, double h, int steps) {
        for (int i = 0; i < steps; i++) {
            step(y, t + i * h, h);
        }
        return t + steps * h;
    }

    private void step(double[] y, double t, double h) {
        rate.at(t, y, slope);
        System.arraycopy(y, 0, sum, 0, y.length);
        stage(y, h / 6, h / 2);
        rate.at(t + h / 2, trial, slope);
        stage(y, h / 3, h / 2);
        rate.at(t + h / 2, trial, slope);
        stage(y, h / 3, h);
        rate.at(t + h, trial, slope);
        for (int i = 0; i < y.length; i++) {
            y[i] = sum[i] + h / 6 * slope[i];
        }
    }

    /** Adds a stage's share to the sum and moves the trial point along its slope. */
    private void stage(double[] y, double share, double ahead) {
        for (int i = 0; i < y.length; i++) {
            sum[i] += share * slope[i];
            trial[i] = y[i] + ahead * slope[i];
        }
    }
}
