package io.larmor.maze;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.device.DwSynapse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class MazeTest {

    private static final Maze ROUND = Maze.of("round", List.of(
            "#########",
            "#S....#.#",
            "#.###.#.#",
            "#.#.....#",
            "#.#.###.#",
            "#......G#",
            "#########"));

    private static void refused(String message, String... lines) {
        var error = assertThrows(IllegalArgumentException.class, () -> Maze.of("m", List.of(lines)));
        assertTrue(error.getMessage().contains(message), error.getMessage());
    }

    @Test
    void shortestWaysAreCountedBreadthFirst() {
        assertEquals(10, ROUND.shortest());
        assertEquals(0, ROUND.shortest(ROUND.goal()));
        assertEquals(4, Maze.of("open", List.of("S..", "...", "..G")).shortest());
        assertEquals(10, Maze.of("loop", List.of("S....", "####.", "G....")).shortest());
        assertEquals(8, Maze.of("hall", List.of("S.......G")).shortest());
    }

    @Test
    void whatIsNoMazeIsRefusedWithItsLine() {
        refused("line 2: 3 cells, the first line has 4", "S..G", "...", "....");
        refused("line 2, column 3: 'x' is unknown; a cell is # wall, . free, S start or G goal", "S..G", "..x.");
        refused("line 2, column 1: a second start; the first is in line 1", "S..G", "S...");
        refused("has no goal", "S...", "....");
        refused("has no start", "G...", "....");
        refused("is empty", "", "");
        refused("no way out: from the start in line 1, column 1 2 cells can be reached, and the goal in line 3, column 2", "S.#", "###", ".G.");
        var none = assertThrows(IllegalArgumentException.class, () -> Maze.read(java.nio.file.Path.of("no such.txt")));
        assertTrue(none.getMessage().contains("no such file"), none.getMessage());
    }

    /** A corridor of n cells: bumping on three sides of the start; its mean is known, 2 n (n + 1) for the goal n steps away. */
    @Test
    void stepsByChanceFollowTheClosedFormOfACorridor() {
        // In each cell a step goes on with chance 1/4, back with 1/4, and bumps with 1/2; the first cell has no way back.
        for (int n : new int[] {1, 2, 5, 9}) {
            String corridor = "S" + ".".repeat(n - 1) + "G";
            assertEquals(2.0 * n * (n + 1), Maze.of("c", List.of(corridor)).randomSteps(), 1e-9 * n * n);
        }
    }

    @Test
    void frozenSynapsesWalkAtRandom() {
        var learning = MazeLearner.standard().frozen().episodes(200).limit(1_000_000).learn(ROUND, 10);
        double[] means = learning.lastSteps(200);
        double mean = Arrays.stream(means).average().orElseThrow();
        double variance = Arrays.stream(means).map(m -> (m - mean) * (m - mean)).sum() / 9;
        assertEquals(ROUND.randomSteps(), mean, 4.5 * Math.sqrt(variance / 10), "session seed " + Seed.sessionNumber());
        // Four even chances are read until exactly one wall passes: 4 (1/2)^4 of the reads.
        assertEquals(4, learning.readsPerStep(), 0.05, "session seed " + Seed.sessionNumber());
        Arrays.stream(learning.runs().get(0).probabilities()).forEach(p -> assertEquals(0.5, p));
    }

    @Test
    void synapsesLearnAShortestWay() {
        for (DwSynapse synapse : List.of(DwSynapse.standard(), DwSynapse.standard().thermal())) {
            var learning = MazeLearner.standard().synapse(synapse).rate(0.03).episodes(300).learn(ROUND, 6);
            assertEquals(1, learning.shareShortest(), "session seed " + Seed.sessionNumber());
            assertEquals(10, learning.meanLastSteps(100), 0.5, "session seed " + Seed.sessionNumber());
            assertTrue(learning.policy().text().contains("round: 10 steps"), learning.policy().text());
            assertTrue(learning.toString().contains("100 % of 6 repetitions"), learning.toString());
        }
        var table = QLearner.standard().episodes(200).learn(ROUND, 4);
        assertEquals(1, table.shareShortest());
    }

    @Test
    void chancesAreOddsOfReadingUntilOnePasses() {
        double[] p = {0.9, 0.5, 0.1, 0.02};
        double[] only = new double[4];
        double sum = 0;
        for (int a = 0; a < 4; a++) {
            only[a] = p[a];
            for (int b = 0; b < 4; b++) {
                only[a] *= b == a ? 1 : 1 - p[b];
            }
            sum += only[a];
        }
        double all = sum;
        assertArrayEquals(Arrays.stream(only).map(o -> o / all).toArray(), MazeLearner.chances(p, 0), 1e-12);
    }

    @Test
    void threadsHaveNoSay() {
        var learner = MazeLearner.standard().episodes(40);
        int[] many = learner.learn(ROUND, 3).runs().get(2).steps();
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            assertArrayEquals(many, learner.learn(ROUND, 3).runs().get(2).steps());
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void settingsOutOfRangeAreRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> MazeLearner.standard().floor(0));
        assertTrue(error.getMessage().startsWith("mazeLearner.floor = 0 is outside"), error.getMessage());
    }
}
