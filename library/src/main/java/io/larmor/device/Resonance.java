package io.larmor.device;

import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.DormandPrince;
import io.larmor.physics.spin.Equilibrium;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Trajectory;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;

/**
 * The ferromagnetic resonance of a spin: the frequency of small motions about its rest, and how fast they die.
 *
 * @param rest where it rests
 * @param frequency in hertz; 0 where small motions die without turning
 * @param linewidth the full width at half maximum of the line, in hertz; negative where a current makes small motions grow
 * @param ringing the motion that it was read from; null where the law was linearized
 */
public record Resonance(Direction rest, double frequency, double linewidth, Trajectory ringing) {

    private static final double KICK = 1e-4;
    private static final double TOLERANCE = 1e-13;
    private static final int PERIODS = 12;
    private static final int MOMENTS_A_PERIOD = 40;
    private static final Quantity TIME = new Quantity("time", "t", Unit.SECOND);
    private static final Quantity DEVIATION = Quantity.of("deviation from rest");

    /** From the law's slope at the rest. */
    static Resonance linearized(Macrospin spin) {
        Direction rest = spin.settled();
        double[][] j = Equilibrium.jacobian(cold(spin).law(), new double[] {rest.x(), rest.y(), rest.z()});
        double half = (j[0][0] + j[1][1]) / 2;
        double square = j[0][0] * j[1][1] - j[0][1] * j[1][0] - half * half;
        return square > 0 ? new Resonance(rest, Math.sqrt(square) / (2 * Math.PI), -half / Math.PI, null)
                : new Resonance(rest, 0, -(half + Math.sqrt(-square)) / Math.PI, null);
    }

    private static Macrospin cold(Macrospin spin) {
        return spin.temperature(0);
    }

    /**
     * From a simulated motion after a kick of a ten-thousandth: a damped oscillation obeys x(n+1) = a x(n) − b x(n−1), whose
     * two numbers a least-squares fit gives.
     */
    static Resonance ringing(Macrospin spin) {
        var guess = linearized(spin);
        if (guess.frequency == 0) {
            throw new IllegalArgumentException("macrospin.ringDown: it does not oscillate at its rest " + guess.rest
                    + "; small motions die within " + Unit.SECOND.format(guess.lifetime()) + " without turning");
        }
        Direction rest = guess.rest;
        Direction side = rest.cross(Math.abs(rest.z()) < 0.9 ? Direction.Z : Direction.X);
        var kicked = cold(spin).integrator(new DormandPrince(TOLERANCE)).pointing(rest.x() + KICK * side.x(),
                rest.y() + KICK * side.y(), rest.z() + KICK * side.z());
        double interval = 1 / (guess.frequency * MOMENTS_A_PERIOD);
        var ringing = kicked.evolve(interval * PERIODS * MOMENTS_A_PERIOD, PERIODS * MOMENTS_A_PERIOD);
        double[] x = ringing.along(side);
        double still = rest.dot(side);
        Arrays.setAll(x, i -> x[i] - still);
        double[] fit = prony(x);
        double decay = -Math.log(fit[1]) / (2 * interval);
        double turn = Math.acos(fit[0] / (2 * Math.sqrt(fit[1]))) / interval;
        return new Resonance(rest, turn / (2 * Math.PI), decay / Math.PI, ringing);
    }

    /** The numbers a and b of x(n+1) = a x(n) − b x(n−1) that fit best. */
    private static double[] prony(double[] x) {
        double s00 = 0;
        double s01 = 0;
        double s11 = 0;
        double r0 = 0;
        double r1 = 0;
        for (int n = 1; n + 1 < x.length; n++) {
            s00 += x[n] * x[n];
            s01 -= x[n] * x[n - 1];
            s11 += x[n - 1] * x[n - 1];
            r0 += x[n] * x[n + 1];
            r1 -= x[n - 1] * x[n + 1];
        }
        double determinant = s00 * s11 - s01 * s01;
        return new double[] {(r0 * s11 - r1 * s01) / determinant, (r1 * s00 - r0 * s01) / determinant};
    }

    /** The time in which small motions fall by e, in seconds; infinite without damping. */
    public double lifetime() {
        return linewidth == 0 ? Double.POSITIVE_INFINITY : 1 / (Math.PI * Math.abs(linewidth));
    }

    /** Whether small motions die; if not, a current drives it into oscillation or away. */
    public boolean isStable() {
        return linewidth >= 0;
    }

    /** The motion that it was read from, along the direction of its kick. */
    public Plot plot() {
        if (ringing == null) {
            throw new IllegalStateException("a linearized resonance has no motion to plot; use ringDown()");
        }
        Direction side = rest.cross(Math.abs(rest.z()) < 0.9 ? Direction.Z : Direction.X);
        double[] x = ringing.along(side);
        double still = rest.dot(side);
        Arrays.setAll(x, i -> x[i] - still);
        return Plot.line(TIME, ringing.times(), DEVIATION, x).title("ringing down");
    }

    /** What a notebook shows: frequency and width, and the motion if there is one. */
    public Map<String, Object> mimeBundle() {
        var page = Page.of(toString());
        return (ringing == null ? page : page.picture(plot())).mimeBundle();
    }

    @Override
    public String toString() {
        return "resonance at " + Unit.HERTZ.format(frequency) + ", " + Unit.HERTZ.format(Math.abs(linewidth)) + " wide"
                + (isStable() ? "" : ", growing") + ", about " + rest;
    }
}
