package io.larmor.task;

import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.units.Quantity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Two radio-frequency powers of 0 to 1 µW, and two classes that no line parts: tasks for a network of nine junctions, as in Ross
 * et al., Nat. Nanotechnol. 18, 1273 (2023), whose own points are not public. Half of the points train, half test.
 */
public final class PowerPairs {

    public static final Parameter POINTS = new Parameter("points", Quantity.of("points"), 20, 1_000_000, 1000,
            "how many points there are, half of which train");

    /** Nothing lies nearer to a border than this, in µW. */
    private static final double GAP = 0.07;
    /** How far from a quarter of the square the points of the first task spread, in µW. */
    private static final double CLUSTER = 0.2;
    private static final double INNER = 0.6;
    private static final double OUTER = 0.95;

    private PowerPairs() {
    }

    /** Four discs in the corners of the square: class 1 where exactly one of the powers is high. */
    public static VectorTask xor(int points) {
        return task("xor of two powers", points, (x, y) -> {
            double far = Math.hypot(Math.abs(x - 0.5) - 0.5 + CLUSTER, Math.abs(y - 0.5) - 0.5 + CLUSTER);
            return far > CLUSTER ? -1 : x > 0.5 != y > 0.5 ? 1 : 0;
        });
    }

    /** Class 1 in a ring about no power at all, as much of it as the square holds; class 0 inside and outside of it. */
    public static VectorTask ring(int points) {
        return task("ring of two powers", points, (x, y) -> {
            double r = Math.hypot(x, y);
            return Math.abs(r - INNER) < GAP || Math.abs(r - OUTER) < GAP ? -1 : r > INNER && r < OUTER ? 1 : 0;
        });
    }

    @FunctionalInterface
    private interface Rule {
        /** The class of a point; -1 if it is not wanted. */
        int of(double x, double y);
    }

    private static VectorTask task(String name, int points, Rule rule) {
        POINTS.check("powerPairs", points);
        var random = Seed.root(2023).child(name).generator();
        float[] values = new float[2 * points];
        int[] labels = new int[points];
        for (int i = 0; i < points; i++) {
            // as many points of each class, in turns
            do {
                values[2 * i] = (float) random.nextDouble();
                values[2 * i + 1] = (float) random.nextDouble();
            } while (rule.of(values[2 * i], values[2 * i + 1]) != i % 2);
            labels[i] = i % 2;
        }
        return new VectorTask(name, "generated", List.of("0", "1"), new int[] {2}, values, labels,
                IntStream.range(0, points / 2).toArray(), new int[0], IntStream.range(points / 2, points).toArray());
    }
}
