package io.larmor.device.wall;

import io.larmor.physics.wall.Wall;
import io.larmor.physics.wall.WallBatch;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The wells that anti-notches make for a wall.
 *
 * @param places of the minima, rising, in meters
 * @param barriers what it costs to leave each one on its lower side, in joules
 * @param closed the frequencies of small oscillations by the closed form without damping, in hertz
 * @param simulated those of a wall let go 1 nm away from the minimum, damped, in hertz
 * @param potential the energy against the place
 */
public record Wells(double[] places, double[] barriers, double[] closed, double[] simulated, Plot potential) {

    private static final double AWAY = 1e-9;
    private static final double INTERVAL = 2e-12;
    private static final int READINGS = 10_000;
    /** How many crossings of the minimum a frequency is taken from: later ones drown in the decay. */
    private static final int CROSSINGS = 9;

    static Wells of(DwOscillator oscillator) {
        oscillator.rest();
        var law = oscillator.law();
        double[] places = law.wells(-DwOscillator.REACH, DwOscillator.REACH).stream().mapToDouble(x -> x).toArray();
        return new Wells(places, IntStream.range(0, places.length).mapToDouble(i -> barrier(law, places, i)).toArray(),
                Arrays.stream(places).map(law::wellFrequency).toArray(), ringing(law, places, oscillator.step()), oscillator.potential());
    }

    private static double barrier(Wall law, double[] places, int i) {
        double left = i == 0 ? Double.POSITIVE_INFINITY : highest(law, places[i - 1], places[i]);
        double right = i == places.length - 1 ? Double.POSITIVE_INFINITY : highest(law, places[i], places[i + 1]);
        return Math.min(left, right) - law.energy(places[i]);
    }

    private static double highest(Wall law, double from, double to) {
        return IntStream.rangeClosed(0, 10_000).mapToDouble(k -> law.energy(from + (to - from) * k / 10_000)).max().orElseThrow();
    }

    /** Lets walls go beside their minima and times their crossings. */
    private static double[] ringing(Wall law, double[] places, double step) {
        var walls = new WallBatch(Collections.nCopies(places.length, law), 0, step);
        double[] none = new double[places.length];
        double[] first = new double[places.length];
        double[] last = new double[places.length];
        double[] before = new double[places.length];
        int[] crossings = new int[places.length];
        for (int i = 0; i < places.length; i++) {
            walls.place(i, places[i] + AWAY, 0);
            before[i] = AWAY;
        }
        for (int n = 0; n < READINGS; n++) {
            walls.advance(none, none, INTERVAL);
            for (int i = 0; i < places.length; i++) {
                double now = walls.position(i) - places[i];
                if (now * before[i] < 0 && crossings[i] < CROSSINGS) {
                    double time = (n + before[i] / (before[i] - now)) * INTERVAL;
                    first[i] = crossings[i] == 0 ? time : first[i];
                    last[i] = time;
                    crossings[i]++;
                }
                before[i] = now;
            }
        }
        return IntStream.range(0, places.length).mapToDouble(i -> (crossings[i] - 1) / (2 * (last[i] - first[i]))).toArray();
    }

    /** One line a well. */
    public Table table() {
        return Table.create("wells", DoubleColumn.create("place (nm)", Arrays.stream(places).map(x -> rounded(x * 1e9, 100)).toArray()),
                DoubleColumn.create("barrier (zJ)", Arrays.stream(barriers).map(e -> rounded(e * 1e21, 1000)).toArray()),
                DoubleColumn.create("small oscillation, closed form (MHz)", Arrays.stream(closed).map(f -> rounded(f * 1e-6, 10)).toArray()),
                DoubleColumn.create("let go 1 nm away (MHz)", Arrays.stream(simulated).map(f -> rounded(f * 1e-6, 10)).toArray()));
    }

    private static double rounded(double value, double parts) {
        return Math.rint(value * parts) / parts;
    }

    /** What a notebook shows: the table and the energy. */
    public Map<String, Object> mimeBundle() {
        return Page.of("").table(table()).picture(potential).mimeBundle();
    }

    @Override
    public String toString() {
        return table().print();
    }
}
