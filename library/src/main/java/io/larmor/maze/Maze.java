package io.larmor.maze;

import io.larmor.plot.Drawing;
import io.larmor.plot.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * A maze on a square grid: walls, free cells, one start and one goal, steps to the four neighbors. A step against a wall leads
 * nowhere but counts. Immutable.
 *
 * <p>As text, one line a row: {@code #} wall, {@code .} free, {@code S} start, {@code G} goal. What is outside is wall.
 */
public final class Maze {

    /** The four steps: to the right, down, to the left, up. */
    public static final int ACTIONS = 4;
    /** Rows and columns that a maze may have. */
    public static final int MOST = 200;

    private static final int[] DOWN = {0, 1, 0, -1};
    private static final int[] RIGHT = {1, 0, -1, 0};

    private final String name;
    private final List<String> lines;
    /** The number of each cell, row after row; -1 for a wall. */
    private final int[] numbers;
    private final int[] places;
    /** Where each step leads from each cell; the cell itself where there is a wall. */
    private final int[] next;
    private final int start;
    private final int goal;
    private final int[] distances;

    private Maze(String name, List<String> lines) {
        this.name = name;
        this.lines = List.copyOf(lines);
        int width = lines.get(0).length();
        numbers = new int[lines.size() * width];
        Arrays.fill(numbers, -1);
        places = new int[numbers.length];
        int count = 0;
        int from = -1;
        int to = -1;
        for (int p = 0; p < numbers.length; p++) {
            char c = lines.get(p / width).charAt(p % width);
            if (c != '#') {
                from = c == 'S' ? count : from;
                to = c == 'G' ? count : to;
                places[count] = p;
                numbers[p] = count++;
            }
        }
        start = from;
        goal = to;
        next = new int[count * ACTIONS];
        for (int cell = 0; cell < count; cell++) {
            for (int a = 0; a < ACTIONS; a++) {
                int row = row(cell) + DOWN[a];
                int column = column(cell) + RIGHT[a];
                boolean inside = row >= 0 && row < lines.size() && column >= 0 && column < width;
                int there = inside ? numbers[row * width + column] : -1;
                next[cell * ACTIONS + a] = there < 0 ? cell : there;
            }
        }
        distances = distances(count);
    }

    /**
     * A maze of lines of text.
     *
     * @param name for titles and errors
     * @throws IllegalArgumentException naming the line if one is of another length than the first or has an unknown character, or
     *         if start or goal are missing, there twice, or not joined
     */
    public static Maze of(String name, List<String> text) {
        List<String> lines = trimmed(text);
        String owner = "maze " + name;
        if (lines.isEmpty()) {
            throw new IllegalArgumentException(owner + " is empty; write one line a row: # wall, . free, S start, G goal");
        }
        int width = lines.get(0).length();
        if (lines.size() > MOST || width > MOST) {
            throw new IllegalArgumentException(owner + " has " + lines.size() + " rows of " + width + " cells; up to " + MOST + " are possible");
        }
        int[] marks = {-1, -1};
        for (int row = 0; row < lines.size(); row++) {
            checkLine(owner, lines, row, marks);
        }
        for (int mark = 0; mark < 2; mark++) {
            if (marks[mark] < 0) {
                throw new IllegalArgumentException(owner + " has no " + (mark == 0 ? "start: write S" : "goal: write G") + " in one cell");
            }
        }
        var maze = new Maze(name, lines);
        if (maze.distances[maze.start] < 0) {
            int reached = (int) Arrays.stream(maze.reachable()).filter(Boolean::booleanValue).count();
            throw new IllegalArgumentException(owner + " has no way out: from the start in line " + (maze.row(maze.start) + 1) + ", column "
                    + (maze.column(maze.start) + 1) + " " + reached + (reached == 1 ? " cell" : " cells") + " can be reached, and the goal in line "
                    + (maze.row(maze.goal) + 1) + ", column " + (maze.column(maze.goal) + 1) + " is none of them. Open a wall between them");
        }
        return maze;
    }

    private static List<String> trimmed(List<String> text) {
        var lines = text.stream().map(String::stripTrailing).toList();
        int end = lines.size();
        while (end > 0 && lines.get(end - 1).isEmpty()) {
            end--;
        }
        return lines.subList(0, end);
    }

    private static void checkLine(String owner, List<String> lines, int row, int[] marks) {
        String line = lines.get(row);
        for (int column = 0; column < line.length(); column++) {
            char c = line.charAt(column);
            String place = owner + ", line " + (row + 1) + ", column " + (column + 1) + ": ";
            if ("#.SG".indexOf(c) < 0) {
                throw new IllegalArgumentException(place + "'" + c + "' is unknown; a cell is # wall, . free, S start or G goal");
            }
            int mark = "SG".indexOf(c);
            if (mark >= 0 && marks[mark] >= 0) {
                throw new IllegalArgumentException(place + "a second " + (mark == 0 ? "start" : "goal") + "; the first is in line "
                        + (marks[mark] + 1));
            }
            if (mark >= 0) {
                marks[mark] = row;
            }
        }
        if (line.length() != lines.get(0).length()) {
            throw new IllegalArgumentException(owner + ", line " + (row + 1) + ": " + line.length() + " cells, the first line has "
                    + lines.get(0).length() + "; fill it up with # walls");
        }
    }

    /**
     * Reads a text file; its name becomes the maze's.
     *
     * @throws IllegalArgumentException as {@link #of}, or if there is no such file
     */
    public static Maze read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("maze(" + file + "): there is no such file");
        }
        try {
            return of(String.valueOf(file.getFileName()), Files.readAllLines(file));
        } catch (java.nio.charset.MalformedInputException e) {
            throw new IllegalArgumentException("maze(" + file + ") is not a text file", e);
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** Steps from every cell to the goal, breadth first; -1 where it cannot be reached. */
    private int[] distances(int count) {
        int[] steps = new int[count];
        Arrays.fill(steps, -1);
        var open = new ArrayDeque<Integer>();
        if (goal >= 0) {
            steps[goal] = 0;
            open.add(goal);
        }
        while (!open.isEmpty()) {
            int cell = open.remove();
            for (int a = 0; a < ACTIONS; a++) {
                int there = next(cell, a);
                if (steps[there] < 0) {
                    steps[there] = steps[cell] + 1;
                    open.add(there);
                }
            }
        }
        return steps;
    }

    private Boolean[] reachable() {
        var seen = new Boolean[cells()];
        Arrays.fill(seen, false);
        var open = new ArrayDeque<>(List.of(start));
        seen[start] = true;
        while (!open.isEmpty()) {
            int cell = open.remove();
            for (int a = 0; a < ACTIONS; a++) {
                int there = next(cell, a);
                if (!seen[there]) {
                    seen[there] = true;
                    open.add(there);
                }
            }
        }
        return seen;
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** Its rows as text. */
    public List<String> lines() {
        return lines;
    }

    /** How many rows. */
    public int rows() {
        return lines.size();
    }

    /** How many columns. */
    public int columns() {
        return lines.get(0).length();
    }

    /** How many cells are no wall; they are numbered from 0, row after row. */
    public int cells() {
        return next.length / ACTIONS;
    }

    /** The number of the start. */
    public int start() {
        return start;
    }

    /** The number of the goal. */
    public int goal() {
        return goal;
    }

    /** The row of a cell, from 0 at the top. */
    public int row(int cell) {
        return places[cell] / columns();
    }

    /** The column of a cell, from 0 at the left. */
    public int column(int cell) {
        return places[cell] % columns();
    }

    /** Where a step leads: 0 right, 1 down, 2 left, 3 up; the same cell where a wall is. */
    public int next(int cell, int action) {
        return next[cell * ACTIONS + action];
    }

    /** The fewest steps from start to goal, found breadth first. */
    public int shortest() {
        return distances[start];
    }

    /** The fewest steps from a cell to the goal; -1 if there is no way. */
    public int shortest(int cell) {
        return distances[cell];
    }

    /** The mean steps from start to goal of somebody who takes each of the four steps with equal chance, from a system of equations. */
    public double randomSteps() {
        int n = cells();
        boolean[] joined = new boolean[n];
        for (int i = 0; i < n; i++) {
            joined[i] = distances[i] > 0;
        }
        double[][] system = new double[n][n + 1];
        for (int i = 0; i < n; i++) {
            system[i][i] = 1;
            for (int a = 0; a < ACTIONS && joined[i]; a++) {
                if (next(i, a) != goal) {
                    system[i][next(i, a)] -= 0.25;
                }
            }
            system[i][n] = joined[i] ? 1 : 0;
        }
        // The matrix is that of a walk which ends, so that elimination needs no pivoting.
        for (int k = 0; k < n; k++) {
            for (int i = k + 1; i < n; i++) {
                double factor = system[i][k] / system[k][k];
                for (int j = k; factor != 0 && j <= n; j++) {
                    system[i][j] -= factor * system[k][j];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int j = i + 1; j < n; j++) {
                system[i][n] -= system[i][j] * system[j][n];
            }
            system[i][n] /= system[i][i];
        }
        return system[start][n];
    }

    /** The maze as a picture. */
    public Drawing plot() {
        return MazeDrawing.of(this, name + ", shortest way " + shortest() + " steps");
    }

    /** What a notebook shows: its size, and the picture. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return "maze " + name + ": " + rows() + " x " + columns() + ", " + cells() + " free cells, shortest way " + shortest() + " steps";
    }
}
