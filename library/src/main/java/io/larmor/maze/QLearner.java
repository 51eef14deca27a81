package io.larmor.maze;

import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;

/**
 * The control in software: a table of the value of every step in every cell, learned step by step, Q += α (-1 + max Q' - Q), with
 * pseudo-random numbers for the exploration (Watkins and Dayan, Machine Learning 8, 279, 1992). Immutable.
 *
 * @param rate the learning rate α
 * @param exploration how often a step is taken at random
 * @param episodes how often the maze is gone through
 */
public record QLearner(double rate, double exploration, int episodes) {

    public static final Parameter RATE = new Parameter("rate", new Quantity("learning rate", "α", Unit.NONE), 1e-6, 1, 0.5,
            "how far a value moves towards what was found, in one step");
    public static final Parameter EXPLORATION = new Parameter("exploration", new Quantity("exploration", "ε", Unit.NONE), 0, 1, 0.02,
            "how often a step is taken at random");

    private static final int STEPS_PER_CELL = 30;

    public QLearner {
        RATE.check("qLearner", rate);
        EXPLORATION.check("qLearner", exploration);
        MazeLearner.EPISODES.check("qLearner", episodes);
    }

    /** The learner with every default. */
    public static QLearner standard() {
        return new QLearner(RATE.standard(), EXPLORATION.standard(), (int) MazeLearner.EPISODES.standard());
    }

    /**
     * The same with another learning rate.
     *
     * @param rate {@link #RATE}
     */
    public QLearner rate(double rate) {
        return new QLearner(rate, exploration, episodes);
    }

    /**
     * The same with more or less exploration.
     *
     * @param exploration {@link #EXPLORATION}
     */
    public QLearner exploration(double exploration) {
        return new QLearner(rate, exploration, episodes);
    }

    /**
     * The same with another number of episodes.
     *
     * @param episodes {@link MazeLearner#EPISODES}
     */
    public QLearner episodes(int episodes) {
        return new QLearner(rate, exploration, episodes);
    }

    /**
     * Learns a maze.
     *
     * @param repetitions {@link MazeLearner#REPETITIONS}
     */
    public MazeLearning learn(Maze maze, int repetitions) {
        MazeLearner.REPETITIONS.check("learn", repetitions);
        Seed seed = Seed.root().child("maze in software").child(maze.name());
        return new MazeLearning("Q-learning", maze,
                Parallel.map("Q-learning " + maze.name(), repetitions, r -> run(maze, seed.child(r).generator())));
    }

    private MazeLearning.Run run(Maze maze, Philox random) {
        double[] values = new double[maze.cells() * Maze.ACTIONS];
        int[] steps = new int[episodes];
        try (var progress = Progress.of("episodes", episodes)) {
            for (int e = 0; e < episodes; e++) {
                int cell = maze.start();
                while (cell != maze.goal() && steps[e] < STEPS_PER_CELL * maze.cells()) {
                    int action = random.nextDouble() < exploration ? random.nextInt(Maze.ACTIONS) : best(values, cell, random);
                    int there = maze.next(cell, action);
                    double onward = there == maze.goal() ? 0 : most(values, there);
                    int at = cell * Maze.ACTIONS + action;
                    values[at] += rate * (onward - 1 - values[at]);
                    cell = there;
                    steps[e]++;
                }
                progress.step();
            }
        }
        double[] policy = new double[values.length];
        Arrays.fill(policy, exploration / Maze.ACTIONS);
        for (int cell = 0; cell < maze.cells(); cell++) {
            int winner = 0;
            for (int a = 1; a < Maze.ACTIONS; a++) {
                winner = values[cell * Maze.ACTIONS + a] > values[cell * Maze.ACTIONS + winner] ? a : winner;
            }
            policy[cell * Maze.ACTIONS + winner] += 1 - exploration;
        }
        // Probabilities whose odds are these chances, as those of synapses are kept.
        for (int i = 0; i < policy.length; i++) {
            policy[i] = policy[i] / (1 + policy[i]);
        }
        return new MazeLearning.Run(steps, policy, Double.NaN);
    }

    private static double most(double[] values, int cell) {
        int from = cell * Maze.ACTIONS;
        return Math.max(Math.max(values[from], values[from + 1]), Math.max(values[from + 2], values[from + 3]));
    }

    /** One of the best steps; of several equal ones any. */
    private static int best(double[] values, int cell, Philox random) {
        double most = most(values, cell);
        int count = 0;
        int which = 0;
        for (int a = 0; a < Maze.ACTIONS; a++) {
            if (values[cell * Maze.ACTIONS + a] == most && random.nextInt(++count) == 0) {
                which = a;
            }
        }
        return which;
    }

    /** What a notebook shows. */
    public Map<String, Object> mimeBundle() {
        return io.larmor.plot.Page.of(toString()).mimeBundle();
    }

    @Override
    public String toString() {
        return "Q-learning in software, rate " + Unit.digits(rate) + ", exploration " + Unit.digits(exploration) + ", " + episodes + " episodes";
    }
}
