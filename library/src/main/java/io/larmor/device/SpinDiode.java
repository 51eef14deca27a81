package io.larmor.device;

import io.larmor.core.Progress;
import io.larmor.core.Sweep;
import io.larmor.encoding.Tone;
import io.larmor.physics.Constants;
import io.larmor.physics.Tunneling;
import io.larmor.physics.spin.Constant;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Spin;
import io.larmor.physics.spin.SpinSteps;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/** The voltage that a junction makes of an alternating current, simulated period by period. */
final class SpinDiode {

    private static final Quantity FREQUENCY = new Quantity("frequency", "f", Unit.HERTZ);
    private static final Quantity VOLTAGE = new Quantity("rectified voltage", "V_dc", Unit.VOLT);
    /** The turn of a spin in one step, in radians. */
    private static final double TURN = 0.1;
    private static final int LEAST_STEPS = 64;
    private static final double LIFETIMES = 8;
    private static final int PERIODS = 10;

    private SpinDiode() {
    }

    static Sweep response(Mtj mtj, double[] frequencies, double amplitude) {
        if (mtj.drivenBy() == Mtj.DrivenBy.VOLTAGE) {
            throw new IllegalArgumentException("mtj.spinDiode drives a current; set the one at rest with current(uA(10))");
        }
        Mtj.CURRENT.check("mtj", mtj.bias() + Math.abs(amplitude));
        var rest = mtj.under(new Constant(mtj.bias()));
        rest = rest.pointing(rest.settled());
        var resonance = rest.resonance();
        if (!resonance.isStable() || !(resonance.lifetime() < 1e-3)) {
            throw new IllegalArgumentException("mtj.spinDiode: at " + Unit.AMPERE.format(mtj.bias()) + " small motions do not die ("
                    + resonance + "). Use a smaller current, or a damping above 0.");
        }
        Direction start = rest.pointing();
        double lifetime = resonance.lifetime();
        double still = mtj.bias() == 0 ? 0 : mtj.tunneling().voltage(start.dot(mtj.torque().polarizer()), mtj.bias());
        return Sweep.over("spin diode", FREQUENCY, frequencies, VOLTAGE,
                frequency -> voltage(mtj, start, frequency, amplitude, lifetime) - still);
    }

    private static double voltage(Mtj mtj, Direction start, double frequency, double amplitude, double lifetime) {
        var current = new Tone(mtj.bias(), amplitude, frequency, 1);
        Macrospin driven = mtj.under(current);
        Magnet cold = new Magnet(driven.magnet().saturation(), driven.magnet().volume(), driven.magnet().damping(), 0);
        var law = Llgs.of(new Spin(cold, driven.terms()));
        double period = 1 / frequency;
        int each = (int) Math.max(LEAST_STEPS, Math.ceil(period * Constants.GAMMA * law.largestField() / TURN));
        double dt = period / each;
        int settling = (int) Math.ceil(LIFETIMES * lifetime / period);
        int averaged = Math.max(PERIODS, (int) Math.ceil(lifetime / period));
        var steps = new SpinSteps(law);
        double[] m = {start.x(), start.y(), start.z()};
        Direction p = mtj.torque().polarizer();
        Tunneling tunneling = mtj.tunneling();
        double sum = 0;
        for (int i = 0; i < settling + averaged; i++) {
            for (int k = 0; k < each; k++) {
                // The phase is counted within the period, so that it stays exact.
                double time = k * dt;
                if (i >= settling) {
                    sum += tunneling.voltage(m[0] * p.x() + m[1] * p.y() + m[2] * p.z(), current.at(time));
                }
                steps.rk4(m, time, dt);
            }
            Progress.checkpoint();
        }
        return sum / ((double) averaged * each);
    }
}
