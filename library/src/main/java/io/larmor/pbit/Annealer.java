package io.larmor.pbit;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.physics.pbit.Tally;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * P-bits that are cooled until they stay: the strength I0 grows by equal factors from a warm beginning, where they wander, to a
 * cold end, where they keep what they have found. Immutable; setters return a changed copy.
 *
 * @param from I0 at the beginning, as a part of the problem's own strength where {@code relative}
 * @param to I0 at the end
 * @param relative whether both are parts of the problem's own strength
 * @param sweeps of every run
 * @param runs how many, each from another random state
 */
public record Annealer(double from, double to, boolean relative, int sweeps, int runs) {

    public static final Parameter FROM = new Parameter("from", new Quantity("first strength", "I0", Unit.NONE), 1e-15, 1e12, 0.2,
            "the strength at the beginning, above zero");
    public static final Parameter TO = new Parameter("to", new Quantity("last strength", "I0", Unit.NONE), 1e-15, 1e12, 2,
            "the strength at the end, not below that at the beginning");
    public static final Parameter SWEEPS = new Parameter("sweeps", Quantity.of("sweeps"), 2, 1_000_000_000, 200_000, "how many times every p-bit is updated");
    public static final Parameter RUNS = new Parameter("runs", Quantity.of("runs"), 1, 1_000_000, 10, "independent runs");

    /** The steps in which the strength grows, unless there are fewer sweeps. */
    private static final int STAGES = 100;
    /** Updates between two looks at the clock. */
    private static final int STEP = 200_000;

    public Annealer {
        FROM.check("annealer", from);
        TO.check("annealer", to);
        SWEEPS.check("annealer", sweeps);
        RUNS.check("annealer", runs);
        if (to < from) {
            throw new IllegalArgumentException("annealer(" + Unit.digits(from) + ", " + Unit.digits(to)
                    + "): that warms instead of cooling. Did you mean annealer(" + Unit.digits(to) + ", " + Unit.digits(from) + ")?");
        }
    }

    /** From a fifth of the problem's own strength to twice it, 200 000 sweeps, ten runs. */
    public static Annealer standard() {
        return new Annealer(FROM.standard(), TO.standard(), true, (int) SWEEPS.standard(), (int) RUNS.standard());
    }

    /** The same with other strengths at the beginning and the end, which are I0 itself. */
    public Annealer strengths(double from, double to) {
        return new Annealer(from, to, false, sweeps, runs);
    }

    /** The same with runs of another length. */
    public Annealer sweeps(int sweeps) {
        return new Annealer(from, to, relative, sweeps, runs);
    }

    /** The same with another number of runs. */
    public Annealer runs(int runs) {
        return new Annealer(from, to, relative, sweeps, runs);
    }

    /** The strengths of the stages for a problem. */
    double[] strengths(Problem problem) {
        int stages = Math.min(STAGES, sweeps);
        double[] strengths = new double[stages];
        double unit = relative ? problem.strength() : 1;
        for (int k = 0; k < stages; k++) {
            strengths[k] = unit * from * Math.pow(to / from, stages == 1 ? 1 : k / (stages - 1.0));
        }
        return strengths;
    }

    /** Cools the problem's p-bits, once a run, the runs spread over the cores. */
    public Annealed solve(Problem problem) {
        Citations.use(Papers.CAMSARI_2017, "annealer");
        Seed seed = Seed.root().child("annealer").child(problem.name());
        double[] strengths = strengths(problem);
        long begin = System.nanoTime();
        var all = Parallel.map("annealing", runs, run -> solve(problem, strengths, seed.child(run)));
        return new Annealed(this, problem, strengths, all, (System.nanoTime() - begin) / 1e9, Seed.sessionNumber());
    }

    private Annealed.Run solve(Problem problem, double[] strengths, Seed seed) {
        int n = problem.pbits();
        boolean[] start = PBitNetwork.begin(problem, seed.child("start"));
        var pbits = problem.start(start, PBitNetwork.gains(n, 0, seed), seed.child("bits"));
        var tally = new Tally(n);
        double[] energies = new double[strengths.length];
        for (int k = 0; k < strengths.length; k++) {
            int from = (int) ((long) k * sweeps / strengths.length);
            int to = (int) ((long) (k + 1) * sweeps / strengths.length);
            int piece = Math.max(1, STEP / n);
            double before = tally.sumOfEnergies();
            for (int done = from; done < to; done += piece) {
                Progress.checkpoint();
                pbits.run(strengths[k], Math.min(piece, to - done), tally);
            }
            energies[k] = (tally.sumOfEnergies() - before) / (to - from);
        }
        boolean[] end = pbits.state();
        boolean[] most = tally.most() < 0 ? end : Boltzmann.state(tally.most(), n);
        // Energies anew: what was carried along may be off in its last digits.
        return new Annealed.Run(end, problem.energy(end), most, problem.energy(most), problem.energy(tally.bestState()), tally.bestAt(), energies);
    }

    @Override
    public String toString() {
        return "annealer from " + Unit.digits(from) + " to " + Unit.digits(to) + (relative ? " times the problem's own strength" : "") + ", " + sweeps
                + " sweeps, " + runs + (runs == 1 ? " run" : " runs");
    }
}
