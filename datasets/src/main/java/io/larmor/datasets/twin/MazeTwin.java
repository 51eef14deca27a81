package io.larmor.datasets.twin;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Draws mazes: rooms on a square grid, joined depth first, then some of the walls between rooms opened, so that there are loops. The
 * start is in the upper left corner, the goal in the lower right one.
 *
 * @param seed of the random choices
 */
public record MazeTwin(long seed) {

    /** The seed of the twin. */
    public static final long STANDARD = 5;

    private static final double OPENED = 0.15;
    private static final int[] DOWN = {0, 1, 0, -1};
    private static final int[] RIGHT = {1, 0, -1, 0};

    /** The generator of the twin. */
    public MazeTwin() {
        this(STANDARD);
    }

    /**
     * One maze.
     *
     * @param rooms in a row and in a column
     * @param index which of many
     */
    public List<String> maze(int rooms, int index) {
        if (rooms < 2 || rooms > 90) {
            throw new IllegalArgumentException("a maze of " + rooms + " x " + rooms + " rooms: 2 .. 90 are possible");
        }
        Philox random = Seed.root(seed).child("maze").child(rooms).child(index).generator();
        int side = 2 * rooms + 1;
        char[][] cells = new char[side][side];
        for (char[] row : cells) {
            Arrays.fill(row, '#');
        }
        carve(cells, rooms, random);
        for (int i = 1; i < side - 1; i++) {
            for (int j = 1; j < side - 1; j++) {
                if (cells[i][j] == '#' && i % 2 != j % 2 && random.nextDouble() < OPENED) {
                    cells[i][j] = '.';
                }
            }
        }
        cells[1][1] = 'S';
        cells[side - 2][side - 2] = 'G';
        return Arrays.stream(cells).map(String::new).toList();
    }

    private static void carve(char[][] cells, int rooms, Philox random) {
        var way = new ArrayList<int[]>();
        way.add(new int[] {0, 0});
        cells[1][1] = '.';
        while (!way.isEmpty()) {
            int[] here = way.get(way.size() - 1);
            boolean stuck = true;
            for (int direction : random.permutation(4)) {
                int row = here[0] + DOWN[direction];
                int column = here[1] + RIGHT[direction];
                if (stuck && row >= 0 && column >= 0 && row < rooms && column < rooms && cells[2 * row + 1][2 * column + 1] == '#') {
                    cells[here[0] + row + 1][here[1] + column + 1] = '.';
                    cells[2 * row + 1][2 * column + 1] = '.';
                    way.add(new int[] {row, column});
                    stuck = false;
                }
            }
            if (stuck) {
                way.remove(way.size() - 1);
            }
        }
    }
}
