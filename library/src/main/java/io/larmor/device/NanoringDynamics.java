package io.larmor.device;

import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.measure.Measures;
import io.larmor.physics.ring.RingDrive;
import io.larmor.physics.ring.RingReader;
import io.larmor.physics.ring.RingState;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;

/** Arrays of nanorings in motion, one a lane, all under the same turn of the field. */
final class NanoringDynamics implements Dynamics {

    private static final double ROUNDING = 1e-6;

    private final Nanorings rings;
    private final RingDrive drive;
    private final RingReader reader;
    private final List<RingState> states;
    private final double[] amplitudes;
    private final double tick;
    /** Ticks, and parts of one, that time has passed and the arrays have not. */
    private double due;

    NanoringDynamics(Nanorings rings, RingDrive drive, List<RingState> states) {
        this.rings = rings;
        this.drive = drive;
        this.states = states;
        var made = states.isEmpty() ? rings.made() : states.get(0).sample();
        this.reader = new RingReader(made);
        this.tick = made.tick();
        this.amplitudes = new double[states.size()];
        Arrays.fill(amplitudes, rings.field());
    }

    @Override
    public int lanes() {
        return amplitudes.length;
    }

    @Override
    public void advance(double[] input, double duration) {
        if (!(duration >= tick * (1 - ROUNDING))) {
            throw new IllegalArgumentException("nanorings: an input held for " + Unit.SECOND.format(duration)
                    + " is shorter than a tick, " + Unit.SECOND.format(tick) + ", a " + rings.ticks() + "th of a turn at "
                    + Unit.HERTZ.format(rings.frequency()) + ", and cannot be resolved. Encode with rotatingField(), or use frequency("
                    + Unit.digits(1 / (rings.ticks() * duration)) + ") or more.");
        }
        for (int lane = 0; lane < amplitudes.length; lane++) {
            amplitudes[lane] = Nanorings.FIELD.check("nanorings", input[lane]);
        }
        due += duration / tick;
        // A tick that rounding has left open is due.
        long whole = (long) Math.floor(due + ROUNDING);
        due -= whole;
        for (int lane = 0; lane < amplitudes.length; lane++) {
            var state = states.get(lane);
            for (long i = 0; i < whole; i++) {
                drive.tick(state, amplitudes[lane]);
            }
        }
    }

    @Override
    public void read(Observable what, double[] into) {
        for (int lane = 0; lane < amplitudes.length; lane++) {
            var state = states.get(lane);
            if (what.equals(Nanorings.AMR)) {
                into[lane] = reader.resistance(state, amplitudes[lane] * drive.size(state), drive.direction(state));
            } else if (what.equals(Measures.MX)) {
                into[lane] = reader.x(state);
            } else if (what.equals(Measures.MY)) {
                into[lane] = reader.y(state);
            } else if (what.equals(Nanorings.MOMENT)) {
                into[lane] = Math.hypot(reader.x(state), reader.y(state));
            } else if (what.equals(Nanorings.WALLS)) {
                into[lane] = reader.walls(state);
            } else {
                throw new IllegalArgumentException("nanorings cannot be read for " + what.key());
            }
        }
    }
}
