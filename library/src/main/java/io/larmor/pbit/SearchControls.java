package io.larmor.pbit;

import io.larmor.core.Progress;
import io.larmor.plot.Page;
import java.util.Arrays;
import java.util.Map;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What searches without p-bits need for the same problem, exactly, by going through all of its states.
 *
 * @param problem of at most 20 p-bits
 * @param states how many there are that the clamped p-bits allow
 * @param solutions how many of them have the least energy
 * @param greedy the share of all states from which a descent ends in a solution, that always flips the p-bit which gains most
 * @param greedySteps the mean number of energies that a descent compares
 */
public record SearchControls(Problem problem, long states, long solutions, double greedy, double greedySteps) {

    /** Goes through all states. */
    public static SearchControls of(Problem problem) {
        double[] energies = Boltzmann.energies(problem);
        double least = Arrays.stream(energies).min().orElseThrow();
        double solved = least + 1e-9 * (1 + Math.abs(least));
        int n = problem.pbits();
        long states = 0;
        long solutions = 0;
        long ends = 0;
        long compared = 0;
        for (int s = 0; s < energies.length; s++) {
            if ((s & 0xFFF) == 0) {
                Progress.checkpoint();
            }
            if (energies[s] < Double.POSITIVE_INFINITY) {
                states++;
                solutions += energies[s] <= solved ? 1 : 0;
                int at = s;
                for (int next = -1; next != at; ) {
                    at = next < 0 ? at : next;
                    next = downhill(energies, at, n);
                    compared += n;
                }
                ends += energies[at] <= solved ? 1 : 0;
            }
        }
        return new SearchControls(problem, states, solutions, (double) ends / states, (double) compared / states);
    }

    private static int downhill(double[] energies, int from, int n) {
        int best = from;
        for (int i = 0; i < n; i++) {
            int to = from ^ 1 << i;
            best = energies[to] < energies[best] ? to : best;
        }
        return best;
    }

    /** The mean number of guesses, uniform and each a new one, until a solution: (states + 1) / (solutions + 1). */
    public double guesses() {
        return (states + 1.0) / (solutions + 1.0);
    }

    /** The mean number of energies compared until descents from random states have come to a solution; infinite where none does. */
    public double greedyComparisons() {
        return greedySteps / greedy;
    }

    /** Both as a table. */
    public Table table() {
        return Table.create("searches without p-bits: " + problem.name(), StringColumn.create("search", "going through states in random order",
                "greedy descent from random states"), DoubleColumn.create("ends in a solution (%)", 100, 100 * greedy),
                DoubleColumn.create("energies looked at until then, mean", guesses(), greedyComparisons()));
    }

    /** What a notebook shows: the table. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(table()).mimeBundle();
    }

    @Override
    public String toString() {
        return problem.name() + ": " + solutions + (solutions == 1 ? " solution" : " solutions") + " among " + states + " states";
    }
}
