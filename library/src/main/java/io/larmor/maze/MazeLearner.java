package io.larmor.maze;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Dynamics;
import io.larmor.core.Parallel;
import io.larmor.core.Parameter;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.device.DwSynapse;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Learns the way through a maze with four stochastic domain-wall synapses a cell, one a step. To choose, the four are read until
 * exactly one wall passes; that is the step. Nothing else is random: the synapses explore by themselves. With probabilities P_a
 * the chance of a step is then its odds P_a/(1 - P_a) over the sum of the four.
 *
 * <p>After an episode, and for each cell that was visited, the last step taken from it is judged by the way that it led to, without
 * its loops: the reward less the baseline is +1 if that way is as short as the shortest from there so far, and -1/2 if not, or if
 * there was no way within the limit. Then P_a += η (R - b) (s_a - P_a) with s_a the synapse's read; where R - b is negative, only
 * the synapse that passed. Probabilities stay a floor away from 0 and 1, because at 0 and 1 nothing would be explored any more; they
 * are set through the bias field. Immutable.
 *
 * @param synapse the device
 * @param rate the learning rate η
 * @param floor how near to 0 and 1 a probability may come
 * @param episodes how often the maze is gone through
 * @param limit the most steps of an episode; 0 for 30 times the free cells
 */
public record MazeLearner(DwSynapse synapse, double rate, double floor, int episodes, int limit) {

    public static final Parameter RATE = new Parameter("rate", new Quantity("learning rate", "η", Unit.NONE), 0, 1, 0.01,
            "how far a probability moves towards what was rewarded, in one episode; 0 freezes the synapses");
    public static final Parameter FLOOR = new Parameter("floor", Quantity.of("floor of the probability"), 1e-4, 0.4, 0.02,
            "how near to 0 and 1 a probability may come; at 0 and 1 nothing would be explored");
    public static final Parameter EPISODES = new Parameter("episodes", Quantity.of("episodes"), 1, 1e6, 600,
            "how often the maze is gone through from start to goal");
    public static final Parameter LIMIT = new Parameter("limit", Quantity.of("steps"), 0, 1e8, 0,
            "the most steps of an episode; 0 for 30 times the free cells");
    public static final Parameter REPETITIONS = new Parameter("repetitions", Quantity.of("repetitions"), 1, 1000, 10,
            "how often learning begins anew, each time with synapses of other chances");

    private static final double PENALTY = 0.5;
    private static final int FIELDS = 2000;
    private static final int STEPS_PER_CELL = 30;

    public MazeLearner {
        RATE.check("mazeLearner", rate);
        FLOOR.check("mazeLearner", floor);
        EPISODES.check("mazeLearner", episodes);
        LIMIT.check("mazeLearner", limit);
    }

    /** The learner with every default. */
    public static MazeLearner standard() {
        return new MazeLearner(DwSynapse.standard(), RATE.standard(), FLOOR.standard(), (int) EPISODES.standard(), (int) LIMIT.standard());
    }

    /** The same with another synapse; its bias at rest does not matter. */
    public MazeLearner synapse(DwSynapse synapse) {
        return new MazeLearner(synapse, rate, floor, episodes, limit);
    }

    /**
     * The same with another learning rate.
     *
     * @param rate {@link #RATE}
     */
    public MazeLearner rate(double rate) {
        return new MazeLearner(synapse, rate, floor, episodes, limit);
    }

    /** The same with synapses that stay at an even chance: the control. */
    public MazeLearner frozen() {
        return rate(0);
    }

    /**
     * The same with another distance that probabilities keep from 0 and 1.
     *
     * @param floor {@link #FLOOR}
     */
    public MazeLearner floor(double floor) {
        return new MazeLearner(synapse, rate, floor, episodes, limit);
    }

    /**
     * The same with another number of episodes.
     *
     * @param episodes {@link #EPISODES}
     */
    public MazeLearner episodes(int episodes) {
        return new MazeLearner(synapse, rate, floor, episodes, limit);
    }

    /**
     * The same with another limit of steps.
     *
     * @param limit {@link #LIMIT}
     */
    public MazeLearner limit(int limit) {
        return new MazeLearner(synapse, rate, floor, episodes, limit);
    }

    /**
     * Learns a maze.
     *
     * @param repetitions {@link #REPETITIONS}
     */
    public MazeLearning learn(Maze maze, int repetitions) {
        REPETITIONS.check("learn", repetitions);
        Citations.use(Papers.ELLIS_2023, "mazeLearner");
        Seed seed = Seed.root().child("maze").child(maze.name());
        double[] fields = fields();
        var runs = Parallel.map("learning " + maze.name(), repetitions, r -> new Run(maze, fields, seed.child(r)).run());
        return new MazeLearning(rate == 0 ? "frozen synapses" : "synapses", maze, runs);
    }

    /** The bias fields for evenly spaced probabilities from the floor up to one less it. */
    private double[] fields() {
        double[] fields = new double[FIELDS + 1];
        for (int i = 0; i < fields.length; i++) {
            fields[i] = synapse.fieldFor(floor + (1 - 2 * floor) * i / FIELDS);
        }
        return fields;
    }

    /** The chance of each of four steps when probabilities are read until exactly one wall passes. */
    static double[] chances(double[] probabilities, int from) {
        double[] chances = new double[Maze.ACTIONS];
        double sum = 0;
        for (int a = 0; a < chances.length; a++) {
            chances[a] = probabilities[from + a] / (1 - probabilities[from + a]);
            sum += chances[a];
        }
        for (int a = 0; a < chances.length; a++) {
            chances[a] /= sum;
        }
        return chances;
    }

    /** What a notebook shows. */
    public Map<String, Object> mimeBundle() {
        return io.larmor.plot.Page.of(toString()).mimeBundle();
    }

    @Override
    public String toString() {
        return "learner with four synapses a cell, rate " + Unit.digits(rate) + ", floor " + Unit.digits(floor) + ", " + episodes + " episodes";
    }

    /** One repetition. */
    private final class Run {
        private final Maze maze;
        private final double[] fields;
        private final Dynamics[] synapses;
        private final double[] probabilities;
        /** The bias field of each synapse, four a cell. */
        private final double[][] bias;
        private final double[] passed = new double[Maze.ACTIONS];
        private final int[] best;
        private final int[] taken;
        private long reads;
        private long moves;

        Run(Maze maze, double[] fields, Seed seed) {
            this.maze = maze;
            this.fields = fields;
            int cells = maze.cells();
            synapses = new Dynamics[cells];
            bias = new double[cells][Maze.ACTIONS];
            probabilities = new double[cells * Maze.ACTIONS];
            Arrays.fill(probabilities, 0.5);
            best = new int[cells];
            Arrays.fill(best, Integer.MAX_VALUE);
            taken = new int[cells];
            for (int cell = 0; cell < cells; cell++) {
                Seed own = seed.child(cell);
                synapses[cell] = synapse.start(IntStream.range(0, Maze.ACTIONS).mapToObj(own::child).toList());
                for (int a = 0; a < Maze.ACTIONS; a++) {
                    set(cell, a, 0.5);
                }
            }
        }

        private void set(int cell, int action, double probability) {
            double kept = Math.max(floor, Math.min(1 - floor, probability));
            probabilities[cell * Maze.ACTIONS + action] = kept;
            bias[cell][action] = fields[(int) Math.round((kept - floor) / (1 - 2 * floor) * FIELDS)];
        }

        /** Reads a cell's synapses until exactly one wall passes. */
        private int choose(int cell) {
            while (true) {
                reads++;
                synapses[cell].advance(bias[cell], synapse.pulse());
                synapses[cell].read(DwSynapse.PASSED, passed);
                int count = 0;
                int which = 0;
                for (int a = 0; a < Maze.ACTIONS; a++) {
                    if (passed[a] > 0) {
                        count++;
                        which = a;
                    }
                }
                if (count == 1) {
                    return which;
                }
            }
        }

        MazeLearning.Run run() {
            int[] steps = new int[episodes];
            int most = limit > 0 ? limit : STEPS_PER_CELL * maze.cells();
            try (var progress = Progress.of("episodes", episodes)) {
                for (int e = 0; e < episodes; e++) {
                    Arrays.fill(taken, -1);
                    int cell = maze.start();
                    int count = 0;
                    while (cell != maze.goal() && count < most) {
                        taken[cell] = choose(cell);
                        cell = maze.next(cell, taken[cell]);
                        count++;
                        if ((count & 1023) == 0) {
                            Progress.checkpoint();
                        }
                    }
                    moves += count;
                    steps[e] = count;
                    if (rate > 0) {
                        learn(cell == maze.goal());
                    }
                    progress.step();
                }
            }
            return new MazeLearning.Run(steps, probabilities, (double) reads / moves);
        }

        private void learn(boolean arrived) {
            for (int cell = 0; cell < taken.length; cell++) {
                if (taken[cell] < 0) {
                    continue;
                }
                int way = arrived ? way(cell) : Integer.MAX_VALUE;
                boolean good = arrived && way <= best[cell];
                best[cell] = Math.min(best[cell], way);
                for (int a = 0; a < Maze.ACTIONS; a++) {
                    double p = probabilities[cell * Maze.ACTIONS + a];
                    if (good) {
                        set(cell, a, p + rate * ((a == taken[cell] ? 1 : 0) - p));
                    } else if (a == taken[cell]) {
                        set(cell, a, p - rate * PENALTY * p);
                    }
                }
            }
        }

        /** The steps of the way on, without its loops: the last steps taken from each cell lead there. */
        private int way(int from) {
            int length = 0;
            for (int cell = from; cell != maze.goal(); cell = maze.next(cell, taken[cell])) {
                length++;
            }
            return length;
        }
    }
}
