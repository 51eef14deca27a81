package io.larmor.physics.oscillator;

/** The right-hand side of an ordinary differential equation dy/dt = f(t, y) over a flat array. */
public interface Rate {

    /** The length of y. */
    int size();

    /**
     * Computes f.
     *
     * @param t the time
     * @param y the state, not to be changed
     * @param into receives dy/dt, all of it
     */
    void at(double t, double[] y, double[] into);
}
