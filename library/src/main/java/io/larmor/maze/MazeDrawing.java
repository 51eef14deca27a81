package io.larmor.maze;

import io.larmor.plot.Drawing;
import io.larmor.plot.Primitive;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;

/** Draws mazes, what is likely in each cell, and ways. */
final class MazeDrawing {

    private static final Color WALL = new Color(0x4A4F57);
    private static final Color FREE = new Color(0xF7F8FA);
    private static final Color WAY = new Color(0xFFE3A3);
    private static final Color START = new Color(0x8FD0B8);
    private static final Color GOAL = new Color(0xF0A07A);
    private static final Color STEP = new Color(0x0072B2);
    private static final double[] ANGLES = {0, -Math.PI / 2, Math.PI, Math.PI / 2};

    private MazeDrawing() {
    }

    static Drawing of(Maze maze, String title) {
        return of(maze, title, null, List.of());
    }

    /**
     * @param policy the chance of each step in each cell, cells x 4; null for none
     * @param way the cells of a way, which are shaded
     */
    static Drawing of(Maze maze, String title, double[] policy, List<Integer> way) {
        var parts = new ArrayList<Primitive>();
        double w = maze.columns();
        double h = maze.rows();
        parts.add(new Primitive.Box(w / 2, h / 2, w, h, 0, 0, WALL, false));
        for (int cell = 0; cell < maze.cells(); cell++) {
            double x = maze.column(cell) + 0.5;
            double y = h - maze.row(cell) - 0.5;
            Color fill = cell == maze.start() ? START : cell == maze.goal() ? GOAL : way.contains(cell) ? WAY : FREE;
            parts.add(new Primitive.Box(x, y, 1, 1, 0, 0, fill, false));
            if (cell == maze.goal() || policy == null) {
                if (cell == maze.goal() || cell == maze.start()) {
                    parts.add(new Primitive.Label(x, y, cell == maze.goal() ? "G" : "S"));
                }
                continue;
            }
            for (int a = 0; a < Maze.ACTIONS; a++) {
                double chance = policy[cell * Maze.ACTIONS + a];
                if (chance >= 0.02) {
                    double length = 0.5 * Math.sqrt(chance) + 0.03;
                    double reach = 0.48 * length;
                    double angle = ANGLES[a];
                    Color color = new Color(STEP.getRed(), STEP.getGreen(), STEP.getBlue(), (int) Math.min(255, 70 + 260 * chance));
                    parts.add(new Primitive.Arrow(x + reach * Math.cos(angle), y + reach * Math.sin(angle), angle, length, color));
                }
            }
        }
        return Drawing.titled(title).add(parts).wide((int) Math.max(260, Math.min(760, 34 * w + 24)));
    }
}
