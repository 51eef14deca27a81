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

    private static final int MOST_CURVES = 6;

    /**
     * One run.
     *
     * @param state the state at the end
     * @param energy its energy
     * @param most the state that most of its sweeps ended in; the one at the end for more than 20 p-bits
     * @param mostEnergy its energy
     * @param best the least energy on the way
     * @param bestAt after how many sweeps that was seen first
     * @param energies the energy at the end of each stage
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

    /** The energy above the least one while the strength grows, of the first runs. */
    public Plot plot() {
        double least = least();
        Plot plot = null;
        for (int k = 0; k < Math.min(MOST_CURVES, runs.size()); k++) {
            double[] above = runs.get(k).energies().clone();
            for (int i = 0; i < above.length; i++) {
                above[i] = Math.max(0, above[i] - least) + 1;
            }
            String name = "run " + (k + 1);
            plot = plot == null ? Plot.line(new Quantity("strength", "I0", Unit.NONE), strengths, Quantity.of("1 + energy above the least"), above).named(name)
                    : plot.series(name, strengths, above);
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
        return problem.name() + ": " + answer() + ", " + "the answer of " + right() + " of " + runs.size() + " runs (seen in " + seen() + ", kept at the end in "
                + rightAtEnd() + "), least energy " + Unit.digits(least()) + ", " + annealer.sweeps() + " sweeps each, " + Unit.digits(seconds) + " s · seed " + seed;
    }
}
