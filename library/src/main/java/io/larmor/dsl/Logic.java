package io.larmor.dsl;

import io.larmor.logic.Circuit;
import io.larmor.logic.Circuits;
import io.larmor.maze.Maze;
import io.larmor.maze.MazeLearner;
import io.larmor.maze.QLearner;
import java.nio.file.Path;
import java.util.List;

/** The words for circuits of domain walls, and for mazes that their chance explores. */
public final class Logic {

    private Logic() {
    }

    /**
     * A circuit of domain walls in nanowires, clocked by a rotating field (Allwood et al., Science 309, 1688, 2005). Add elements,
     * then {@code .balanced()}, {@code .simulate(..)}, {@code .check(..)}, {@code .errorRates(..)}. Example:
     * {@code circuit("nand").inputs("a", "b").and("both", "a", "b").not("out", "both").outputs("out").check("00 > 1, 01 > 1, 10 > 1, 11 > 0")}.
     *
     * @param name for titles and errors
     */
    public static Circuit circuit(String name) {
        return Circuit.named(name);
    }

    /** Exactly one of two walls, of NOT, AND and OR. Example: {@code xorCircuit().simulate("a = 0011", "b = 0101")}. */
    public static Circuit xorCircuit() {
        return Circuits.xor();
    }

    /** The sum of two bits. Example: {@code halfAdder().check("00 > 00, 01 > 01, 10 > 01, 11 > 10")}. */
    public static Circuit halfAdder() {
        return Circuits.halfAdder();
    }

    /** The sum of three bits, of two half adders. Example: {@code fullAdder().exactErrorRates(new double[] {1e-3, 1e-2})}. */
    public static Circuit fullAdder() {
        return Circuits.fullAdder();
    }

    /**
     * A ring of nanowire in which bits go round. Example: {@code shiftRing(8).simulate(32, "in = 10110010")}.
     *
     * @param bits {@link Circuits#BITS}
     */
    public static Circuit shiftRing(int bits) {
        return Circuits.ring(bits);
    }

    /**
     * A maze from a text file, one line a row: {@code #} wall, {@code .} free, {@code S} start, {@code G} goal. Example:
     * {@code Supplier<Maze> mine = () -> maze(Path.of("mine.txt"))}.
     *
     * @param file to read
     */
    public static Maze maze(Path file) {
        return Maze.read(file);
    }

    /**
     * A maze of rows written in the notebook. Example: {@code maze("S.#", "..#", "#.G").shortest()}.
     *
     * @param rows of {@code #} wall, {@code .} free, {@code S} start, {@code G} goal
     */
    public static Maze maze(String... rows) {
        return Maze.of("written here", List.of(rows));
    }

    /**
     * Learns a maze with four stochastic synapses a cell, whose own chance explores; {@code .frozen()} is its control. Example:
     * {@code mazeLearner().episodes(50).learn(maze("S.#", "..#", "#.G"), 2).policy()}.
     */
    public static MazeLearner mazeLearner() {
        return MazeLearner.standard();
    }

    /**
     * Learns a maze by a table in software and pseudo-random numbers (Watkins and Dayan, Machine Learning 8, 279, 1992). Example:
     * {@code qLearner().episodes(50).learn(maze("S.#", "..#", "#.G"), 2)}.
     */
    public static QLearner qLearner() {
        return QLearner.standard();
    }
}
