package io.larmor.device;

import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.measure.Measures;
import io.larmor.physics.spin.Motion;
import java.util.List;

/** Spins in motion, one a lane, each with its own random numbers. */
final class SpinDynamics implements Dynamics {

    /** What is read of one lane. */
    interface Reader {
        double read(Motion motion, Observable what, double input);
    }

    /** One spin and what drives it. */
    record Lane(Held input, Motion motion) {
    }

    private final String owner;
    private final Parameter input;
    private final List<Lane> lanes;
    private final Reader reader;

    SpinDynamics(String owner, Parameter input, List<Lane> lanes, Reader reader) {
        this.owner = owner;
        this.input = input;
        this.lanes = lanes;
        this.reader = reader;
    }

    @Override
    public int lanes() {
        return lanes.size();
    }

    @Override
    public void advance(double[] held, double duration) {
        for (int i = 0; i < held.length; i++) {
            input.check(owner, held[i]);
        }
        for (int i = 0; i < lanes.size(); i++) {
            lanes.get(i).input().hold(held[i]);
            lanes.get(i).motion().advance(duration);
        }
    }

    @Override
    public void read(Observable what, double[] into) {
        for (int i = 0; i < lanes.size(); i++) {
            into[i] = reader.read(lanes.get(i).motion(), what, lanes.get(i).input().at(0));
        }
    }

    /** A component of the magnetization. */
    static double component(String owner, Motion motion, Observable what) {
        double[] m = motion.spins();
        if (what.equals(Measures.MX)) {
            return m[0];
        }
        if (what.equals(Measures.MY)) {
            return m[1];
        }
        if (what.equals(Measures.MZ)) {
            return m[2];
        }
        throw new IllegalArgumentException(owner + " cannot be read for " + what.key());
    }
}
