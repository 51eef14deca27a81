package io.larmor.maze;

import io.larmor.plot.Drawing;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How a maze was learned, several times from the beginning. Made by {@link MazeLearner#learn} and {@link QLearner#learn}.
 *
 * @param learner what learned: {@code synapses}
 * @param maze the maze
 * @param runs one a repetition
 */
public record MazeLearning(String learner, Maze maze, List<Run> runs) {

    /**
     * One repetition.
     *
     * @param steps how many steps each episode took
     * @param probabilities of the synapses at the end, cells x 4
     * @param readsPerStep how often a cell's synapses were read to choose a step; NaN for software
     */
    public record Run(int[] steps, double[] probabilities, double readsPerStep) {
    }

    private static final Quantity EPISODE = Quantity.of("episode");
    private static final Quantity STEPS = Quantity.of("steps to the goal");

    public MazeLearning {
        runs = List.copyOf(runs);
    }

    /** The episodes of each repetition. */
    public int episodes() {
        return runs.get(0).steps().length;
    }

    /**
     * The mean steps of the last episodes of each repetition.
     *
     * @param episodes how many of the last
     */
    public double[] lastSteps(int episodes) {
        if (episodes < 1 || episodes > episodes()) {
            throw new IllegalArgumentException("lastSteps(" + episodes + "): there are 1 .. " + episodes() + " episodes");
        }
        return runs.stream().mapToDouble(run -> Arrays.stream(run.steps(), episodes() - episodes, episodes()).average().orElse(Double.NaN))
                .toArray();
    }

    /** The mean over the repetitions of {@link #lastSteps}. */
    public double meanLastSteps(int episodes) {
        return Arrays.stream(lastSteps(episodes)).average().orElse(Double.NaN);
    }

    /** The steps of each repetition when the most likely step is always taken; as many as there are cells if it never arrives. */
    public int[] likelySteps() {
        return runs.stream().mapToInt(run -> likelyWay(run).size() - 1).toArray();
    }

    /** The share of repetitions whose most likely steps are a shortest way. */
    public double shareShortest() {
        return Arrays.stream(likelySteps()).filter(s -> s == maze.shortest()).count() / (double) runs.size();
    }

    /** The mean reads of a cell's synapses for each step; NaN for software. */
    public double readsPerStep() {
        return runs.stream().mapToDouble(Run::readsPerStep).average().orElse(Double.NaN);
    }

    private List<Integer> likelyWay(Run run) {
        var way = new ArrayList<>(List.of(maze.start()));
        int cell = maze.start();
        while (cell != maze.goal() && way.size() <= maze.cells()) {
            int likely = 0;
            for (int a = 1; a < Maze.ACTIONS; a++) {
                likely = run.probabilities()[cell * Maze.ACTIONS + a] > run.probabilities()[cell * Maze.ACTIONS + likely] ? a : likely;
            }
            cell = maze.next(cell, likely);
            way.add(cell);
        }
        return way;
    }

    /** The median steps of every episode with the band from the 10th to the 90th percentile of the repetitions. */
    public Plot plot() {
        int n = episodes();
        double[] xs = IntStream.rangeClosed(1, n).mapToDouble(e -> e).toArray();
        double[][] sorted = new double[n][];
        for (int e = 0; e < n; e++) {
            int episode = e;
            sorted[e] = runs.stream().mapToDouble(run -> run.steps()[episode]).sorted().toArray();
        }
        double[] middle = Arrays.stream(sorted).mapToDouble(s -> quantile(s, 0.5)).toArray();
        double[] low = Arrays.stream(sorted).mapToDouble(s -> quantile(s, 0.1)).toArray();
        double[] high = Arrays.stream(sorted).mapToDouble(s -> quantile(s, 0.9)).toArray();
        return Plot.line(EPISODE, xs, STEPS, middle).named(learner).band(learner, xs, low, high).logX().logY()
                .horizontal(maze.shortest(), "shortest: " + maze.shortest()).title(maze.name()).size(430, 300);
    }

    /** This and other ways of learning the same maze in one plot. */
    public Plot plot(MazeLearning... others) {
        Plot plot = plot();
        for (MazeLearning other : others) {
            double[] xs = IntStream.rangeClosed(1, other.episodes()).mapToDouble(e -> e).toArray();
            plot = plot.series(other.learner, xs, IntStream.range(0, other.episodes()).mapToDouble(e ->
                    quantile(other.runs.stream().mapToDouble(run -> run.steps()[e]).sorted().toArray(), 0.5)).toArray());
        }
        return plot;
    }

    private static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) at;
        return sorted[below] + (at - below) * (sorted[Math.min(below + 1, sorted.length - 1)] - sorted[below]);
    }

    /** What the first repetition learned: the chance of each step as arrows, the most likely way shaded. */
    public Drawing policy() {
        return policy(0);
    }

    /** The same for a repetition, counted from 0. */
    public Drawing policy(int repetition) {
        if (repetition < 0 || repetition >= runs.size()) {
            throw new IllegalArgumentException("policy(" + repetition + "): there are the repetitions 0 .. " + (runs.size() - 1));
        }
        Run run = runs.get(repetition);
        double[] chances = new double[run.probabilities().length];
        for (int cell = 0; cell < maze.cells(); cell++) {
            System.arraycopy(MazeLearner.chances(run.probabilities(), cell * Maze.ACTIONS), 0, chances, cell * Maze.ACTIONS, Maze.ACTIONS);
        }
        List<Integer> way = likelyWay(run);
        return MazeDrawing.of(maze, maze.name() + ": " + (way.size() - 1) + " steps", chances, way);
    }

    /** What a notebook shows: the steps at the end, the curve and the policy. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).picture(policy()).mimeBundle();
    }

    @Override
    public String toString() {
        int last = Math.min(100, episodes());
        return String.format(Locale.ROOT, "%s in %s: %s steps in the last %d of %d episodes, shortest way %d; %.0f %% of %d repetitions prefer a shortest way",
                learner, maze.name(), Unit.digits(meanLastSteps(last)), last, episodes(), maze.shortest(), 100 * shareShortest(), runs.size());
    }
}
