package io.larmor.task;

import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.units.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points of a plane in two classes that no straight line parts: toys that show what a machine adds to a linear readout. Each
 * point is one frame of two channels; half of the points trains, half tests, and ten groups among them allow validation.
 */
public final class Planar {

    public static final Parameter POINTS = new Parameter("points", Quantity.of("points"), 40, 1_000_000, 400,
            "the number of points, half of which train");
    public static final Parameter NOISE = new Parameter("noise", Quantity.of("noise"), 0, 2, 0.15,
            "the standard deviation that is added to both coordinates");

    private static final int GROUPS = 10;
    private static final double TURNS = 1.5;

    private interface Shape {

        /** A point of a class, without noise. */
        double[] at(int label, Philox random);
    }

    private Planar() {
    }

    /** Two half circles that reach into each other. */
    public static SequenceTask moons(int points, double noise) {
        return of("moons", points, noise, (label, random) -> {
            double angle = Math.PI * random.nextDouble();
            return label == 0 ? new double[] {Math.cos(angle) - 0.5, Math.sin(angle) - 0.25}
                    : new double[] {0.5 - Math.cos(angle), 0.25 - Math.sin(angle)};
        });
    }

    /** A circle of radius 0.5 in one of radius 1. */
    public static SequenceTask circles(int points, double noise) {
        return of("circles", points, noise, (label, random) -> {
            double angle = 2 * Math.PI * random.nextDouble();
            double radius = label == 0 ? 0.5 : 1;
            return new double[] {radius * Math.cos(angle), radius * Math.sin(angle)};
        });
    }

    /** Two spirals of one and a half turns, wound into each other. */
    public static SequenceTask spirals(int points, double noise) {
        return of("spirals", points, noise, (label, random) -> {
            double part = Math.sqrt(random.nextDouble());
            double angle = 2 * Math.PI * TURNS * part + (label == 0 ? 0 : Math.PI);
            return new double[] {part * Math.cos(angle), part * Math.sin(angle)};
        });
    }

    private static SequenceTask of(String name, int points, double noise, Shape shape) {
        POINTS.check(name, points);
        NOISE.check(name, noise);
        Philox random = Seed.root().child(name).generator();
        var sequences = new ArrayList<LabelledSequence>();
        for (int i = 0; i < points; i++) {
            int label = i % 2;
            double[] point = shape.at(label, random);
            point[0] += noise * random.nextGaussian();
            point[1] += noise * random.nextGaussian();
            sequences.add(new LabelledSequence(new double[][] {point}, label, i / 2 % GROUPS, "point " + i));
        }
        return new SequenceTask(name, "generated, " + points + " points, half of them train", List.of("first", "second"), sequences,
                List.of(new Split(IntStream.range(0, points / 2).toArray(), IntStream.range(points / 2, points).toArray())), false);
    }
}
