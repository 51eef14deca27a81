package io.larmor.device;

import io.larmor.core.Progress;
import io.larmor.core.Sweep;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Spin;
import io.larmor.physics.spin.SpinSteps;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * How far a direct current makes the free layer of a junction precess, from the law of Landau, Lifshitz, Gilbert and
 * Slonczewski: the control of the neuron's power-current law of Slavin and Tiberkevich.
 *
 * <p>A layer with an easy plane of strength B_p in a perpendicular field B above it and a perpendicular polarizer has the
 * closed form p = (ζ − 1)/Q with Q = 2 B_p/(B − B_p), up to p = 1, where ζ = I/I_th. Slavin and Tiberkevich's
 * (ζ − 1)/(ζ + Q') with Q' = Q − 1 has the same threshold and the same first slope, but bends, since there the torque grows
 * weaker with p and the damping does not; in the macrospin both weaken alike.
 */
public final class AutoOscillation {

    private static final Quantity CURRENT = new Quantity("current", "I", Unit.AMPERE);
    private static final Quantity POWER = Quantity.of("power of precession p");
    /** The turn of a spin in one step, in radians. */
    private static final double TURN = 0.1;
    private static final double KICK = 0.02;
    private static final int PIECE = 10_000;

    private AutoOscillation() {
    }

    /**
     * The power p = (1 − m·rest)/2 that the free layer settles at under each current, without heat, averaged over the last
     * fifth of the time; 0 is rest, 1 the opposite pole.
     *
     * @param mtj the junction; its own current is not used
     * @param currents in amperes; the sign decides which rest is destabilized
     * @param time how long each is simulated, in seconds
     */
    public static Sweep powers(Mtj mtj, double[] currents, double time) {
        Direction rest = mtj.free().settled();
        for (double current : currents) {
            Mtj.CURRENT.check("autoOscillation", current);
        }
        return Sweep.over("auto-oscillation", CURRENT, currents, POWER, current -> power(mtj, rest, current, time));
    }

    private static double power(Mtj mtj, Direction rest, double current, double time) {
        Macrospin driven = mtj.under(new Constant(current));
        var cold = new Magnet(driven.magnet().saturation(), driven.magnet().volume(), driven.magnet().damping(), 0);
        var law = Llgs.of(new Spin(cold, driven.terms()));
        double dt = TURN / (Constants.GAMMA * law.largestField());
        long count = (long) Math.ceil(time / dt);
        var steps = new SpinSteps(law);
        Direction side = rest.cross(Math.abs(rest.z()) < 0.9 ? Direction.Z : Direction.X);
        double[] m = {rest.x() + KICK * side.x(), rest.y() + KICK * side.y(), rest.z() + KICK * side.z()};
        SpinSteps.normalize(m);
        double sum = 0;
        long averaged = 0;
        for (long i = 0; i < count; i++) {
            steps.rk4(m, i * dt, dt);
            if (5 * i >= 4 * count) {
                sum += (1 - (m[0] * rest.x() + m[1] * rest.y() + m[2] * rest.z())) / 2;
                averaged++;
            }
            if (i % PIECE == 0) {
                Progress.checkpoint();
            }
        }
        return sum / averaged;
    }
}
