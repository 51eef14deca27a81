package io.larmor.device;

import io.larmor.core.Seed;
import io.larmor.physics.spin.Coupling;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Equilibrium;
import io.larmor.physics.spin.Integrator;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Motion;
import io.larmor.physics.spin.Spin;
import io.larmor.physics.spin.Trajectory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;

/**
 * A few spins that feel each other, by exchange between pairs and by their dipole fields. They are simulated together, by
 * the method of the first.
 *
 * <pre>{@code
 * spins(macrospin(), macrospin().pointing(1, 0, 0)).at(new double[] {0, 0, 0}, new double[] {nm(60), 0, 0}).evolve(ns(2))
 * }</pre>
 *
 * @param spins the spins, numbered from 0
 * @param coupling how they feel each other
 */
public record SpinSet(List<Macrospin> spins, Coupling coupling) {

    private static final int POINTS = 1000;

    public SpinSet {
        spins = List.copyOf(spins);
        if (spins.isEmpty()) {
            throw new IllegalArgumentException("spins(): a set has at least one spin");
        }
        Llgs.of(spins.stream().map(Macrospin::spin).toList(), coupling);
    }

    /** Spins that do not feel each other yet. */
    public static SpinSet of(Macrospin... spins) {
        return new SpinSet(List.of(spins), Coupling.NONE);
    }

    /**
     * The same with an exchange of the energy −J m₁·m₂ between two of them.
     *
     * @param first the number of the one, from 0
     * @param second the number of the other
     * @param energy J in joules; positive aligns them
     */
    public SpinSet exchange(int first, int second, double energy) {
        return new SpinSet(spins, coupling.exchange(first, second, energy));
    }

    /** The same with dipole fields between the spins at positions, x, y, z in meters, one a spin. */
    public SpinSet at(double[]... positions) {
        return new SpinSet(spins, coupling.dipoles(positions));
    }

    /** The law. */
    public Llgs law() {
        return law(spins.stream().map(Macrospin::spin).toList());
    }

    private Llgs law(List<Spin> described) {
        return Llgs.of(described, coupling);
    }

    private double[] start() {
        return spins.stream().flatMapToDouble(spin -> Arrays.stream(spin.start())).toArray();
    }

    /** Lets them move from where they point, and notes 1000 moments. */
    public Trajectory evolve(double duration) {
        Integrator method = spins.get(0).method();
        for (Macrospin spin : spins) {
            method = spin.magnet().temperature() > 0 ? spin.method() : method;
        }
        return new Motion("spins", law(), start(), method, Seed.root().child("evolve").child("spins")).record(duration, POINTS);
    }

    /** Where they come to rest from where they point. */
    public List<Direction> settled() {
        double[] m = resting();
        var rests = new ArrayList<Direction>();
        for (int i = 0; i < m.length; i += 3) {
            rests.add(Direction.of(m[i], m[i + 1], m[i + 2]));
        }
        return rests;
    }

    private double[] resting() {
        double[] m = start();
        Equilibrium.settle(law(spins.stream().map(spin -> new Spin(Equilibrium.damped(spin.magnet()), spin.terms())).toList()), m);
        return m;
    }

    /** The frequencies of small motions about the rest, in hertz, ascending: as many as there are spins that turn. */
    public double[] modes() {
        double[][] jacobian = Equilibrium.jacobian(law(), resting());
        var eigenvalues = new EigenDecompositionNonSymmetric(new Array2DRowRealMatrix(jacobian, false)).getEigenvalues();
        return Stream.of(eigenvalues).mapToDouble(value -> value.getImaginary() / (2 * Math.PI)).filter(f -> f > 0).sorted().toArray();
    }

    @Override
    public String toString() {
        return spins.size() + " spins, " + coupling.exchanges().size() + " exchange couplings, "
                + (coupling.positions().isEmpty() ? "no dipole fields" : "with dipole fields");
    }
}
