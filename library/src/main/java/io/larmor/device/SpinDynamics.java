package io.larmor.device;

import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.measure.Measures;
import io.larmor.physics.spin.Integrator;
import io.larmor.physics.spin.Llgs;
import java.util.List;
import java.util.stream.Stream;

/** Spins in motion, one a lane, each with its own random numbers. */
final class SpinDynamics implements Dynamics {

    /** What is read of a spin. */
    interface Reader {
        double read(double x, double y, double z, Observable what, double input);
    }

    /**
     * One spin and what drives it.
     *
     * @param law a law that reads the input
     * @param start where the spin points
     * @param steady whether nothing but the input changes the law
     */
    record Lane(String owner, Parameter parameter, Held input, Llgs law, double[] start, boolean steady, Integrator method,
            Reader reader, Seed seed) {
    }

    private final List<Lane> lanes;
    private final SpinBatch spins;

    SpinDynamics(List<Lane> lanes) {
        this.lanes = List.copyOf(lanes);
        this.spins = new SpinBatch(lanes.get(0).owner(), lanes.stream().map(Lane::law).toList(),
                lanes.stream().map(Lane::start).toArray(double[][]::new), lanes.get(0).method(),
                lanes.stream().map(Lane::seed).toList(), lanes.stream().allMatch(Lane::steady));
    }

    @Override
    public int lanes() {
        return lanes.size();
    }

    @Override
    public void advance(double[] held, double duration) {
        for (int i = 0; i < held.length; i++) {
            lanes.get(i).parameter().check(lanes.get(i).owner(), held[i]);
        }
        for (int i = 0; i < held.length; i++) {
            lanes.get(i).input().hold(held[i]);
        }
        spins.advance(duration);
    }

    @Override
    public void read(Observable what, double[] into) {
        for (int i = 0; i < into.length; i++) {
            var lane = lanes.get(i);
            into[i] = lane.reader().read(spins.x(i), spins.y(i), spins.z(i), what, lane.input().at(0));
        }
    }

    /** Spins of like devices that are simulated by the same method can step together. */
    @Override
    public Dynamics beside(Dynamics other) {
        return other instanceof SpinDynamics more && more.lanes.get(0).method().equals(lanes.get(0).method())
                && more.spins.isEnsemble() && spins.isEnsemble()
                ? new SpinDynamics(Stream.concat(lanes.stream(), more.lanes.stream()).toList()) : Dynamics.super.beside(other);
    }

    /** A component of the magnetization. */
    static double component(String owner, double x, double y, double z, Observable what) {
        if (what.equals(Measures.MX)) {
            return x;
        }
        if (what.equals(Measures.MY)) {
            return y;
        }
        if (what.equals(Measures.MZ)) {
            return z;
        }
        throw new IllegalArgumentException(owner + " cannot be read for " + what.key());
    }
}
