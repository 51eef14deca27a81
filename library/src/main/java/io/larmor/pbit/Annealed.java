package io.larmor.pbit;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * What cooled p-bits have ended in.
 *
 * @param annealer how they were cooled
 * @param problem what they were to find
 * @param strengths I0 of each stage
 * @param runs one a run
 * @param seconds the time all runs took
 * @param seed the session's seed
 */
public record Annealed(Annealer annealer, Problem problem, double[] strengths, List<Run> runs, double seconds, long seed) {

    /** Of more p-bits the exact energies of all stages take too long for a plot. */
    private static final int MOST_EXACT = 12;

    /**
     * One run.
     *
     * @param state the state at the end
     * @param energy its energy
     * @param most the state that most of its sweeps ended in; the one at the end for more than 20 p-bits
     * @param mostEnergy its energy
     * @param best the least energy on the way
     * @param bestAt after how many sweeps that was seen first
     * @param energies the mean energy in each stage
     */
    public record Run(boolean[] state, double energy, boolean[] most, double mostEnergy, double best, long bestAt, double[] energies) {
    }

    public Annealed {
        runs = List.copyOf(runs);
    }

    /** The least energy: the known one, or the least that any run has seen. */
    public double least() {
        return Double.isNaN(problem.least()) ? runs.stream().mapToDouble(Run::best).min().orElseThrow() : problem.least();
    }

    /**
     * How many runs have a state of the least energy for their answer: the state they were in most often, as in a histogram of
     * what the p-bits did; for more than 20 p-bits the one they ended in.
     */
    public int right() {
        return count(Run::mostEnergy);
    }

    /** How many runs have ended in a state of the least energy. */
    public int rightAtEnd() {
        return count(Run::energy);
    }

    /** How many runs have come through a state of the least energy. */
    public int seen() {
        return count(Run::best);
    }

    private int count(ToDoubleFunction<Run> energy) {
        double least = least();
        return (int) runs.stream().filter(run -> energy.applyAsDouble(run) <= least + 1e-9 * (1 + Math.abs(least))).count();
    }

    /** The answer of most runs, as people read it. */
    public String answer() {
        return answers().entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
    }

    /** How many runs have each answer. */
    public Map<String, Integer> answers() {
        var answers = new LinkedHashMap<String, Integer>();
        runs.forEach(run -> answers.merge(problem.label(run.most()), 1, Integer::sum));
        return answers;
    }

    /** The mean number of sweeps after which the best state of a run was seen first. */
    public double sweepsToBest() {
        return runs.stream().mapToLong(Run::bestAt).average().orElseThrow();
    }

    /**
     * The mean energy above the least one while the strength grows, over all runs, and for few p-bits what it is in
     * equilibrium: where the two part, the runs have become too cold to follow.
     */
    public Plot plot() {
        double least = least();
        double[] means = new double[strengths.length];
        for (Run run : runs) {
            for (int k = 0; k < means.length; k++) {
                means[k] += (run.energies()[k] - least) / runs.size();
            }
        }
        var plot = Plot.line(new Quantity("strength", "I0", Unit.NONE), strengths, Quantity.of("mean energy above the least"), means).named("cooled");
        if (problem.pbits() <= MOST_EXACT) {
            double[] exact = new double[strengths.length];
            for (int k = 0; k < exact.length; k++) {
                exact[k] = Boltzmann.of(problem, strengths[k]).meanEnergy() - least;
            }
            plot = plot.series("Boltzmann", strengths, exact);
        }
        return plot.logX().logY().title(problem.name());
    }

    /** What a notebook shows: a line, the states that runs have ended in, and the energies. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).line("answers: " + line()).picture(plot().size(520, 300)).mimeBundle();
    }

    private String line() {
        var answers = new ArrayList<>(answers().entrySet());
        answers.sort(Comparator.comparing(one -> -one.getValue()));
        return answers.stream().limit(8).map(one -> one.getKey() + " (" + one.getValue() + ")").collect(Collectors.joining(", "))
                + (answers.size() > 8 ? " and " + (answers.size() - 8) + " others" : "");
    }

    @Override
    public String toString() {
        return problem.name() + ": " + answer() + ", the answer of " + right() + " of " + runs.size() + " runs (seen in " + seen()
                + ", kept at the end in " + rightAtEnd() + "), least energy " + Unit.digits(least()) + ", " + annealer.sweeps() + " sweeps each, "
                + Unit.digits(seconds) + " s · seed " + seed;
    }
}
