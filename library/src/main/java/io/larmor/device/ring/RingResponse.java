package io.larmor.device.ring;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.device.Nanorings;
import io.larmor.physics.ring.RingDrive;
import io.larmor.physics.ring.RingReader;
import io.larmor.physics.ring.RingState;
import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.plot.Plot;
import io.larmor.plot.Plots;
import io.larmor.units.Quantity;
import java.util.Arrays;
import java.util.Map;

/**
 * Net moment and wall population against the amplitude of a turning field, with their spread over several arrays.
 *
 * @param moment the mean of |M| / M_s
 * @param walls the mean of the walls, as a part of two a ring
 * @param fundamental the amplitude of the resistance at the field's own frequency
 * @param harmonic the amplitude of the resistance at twice that
 */
public record RingResponse(Sweep moment, Sweep walls, Sweep fundamental, Sweep harmonic) {

    /** Plays turns at each field, from saturation; the second half of them counts. Spread over the cores, run by run. */
    public static RingResponse of(Nanorings rings, double[] fields, int turns, int arrays) {
        if (fields.length == 0 || turns < 2 || arrays < 1) {
            throw new IllegalArgumentException("against(" + fields.length + " fields, turns = " + turns + ", arrays = " + arrays
                    + "): at least one field, 2 turns and one array are needed");
        }
        for (double field : fields) {
            Nanorings.FIELD.check("nanorings", field);
        }
        double[][][] values = new double[4][fields.length][arrays];
        Parallel.forEach("rings against field", fields.length * arrays, k -> {
            int at = k / arrays;
            int array = k % arrays;
            double[] one = play(rings.sample(rings.sample() + array), fields[at], turns);
            for (int i = 0; i < values.length; i++) {
                values[i][at][array] = one[i];
            }
        });
        return new RingResponse(sweep("net moment", Nanorings.MOMENT.quantity(), fields, values[0]),
                sweep("wall population", Nanorings.WALLS.quantity(), fields, values[1]),
                sweep("resistance at f", Nanorings.AMR.quantity(), fields, values[2]),
                sweep("resistance at 2f", Nanorings.AMR.quantity(), fields, values[3]));
    }

    private static Sweep sweep(String name, Quantity quantity, double[] fields, double[][] values) {
        double[] means = new double[fields.length];
        double[] spreads = new double[fields.length];
        for (int i = 0; i < fields.length; i++) {
            double mean = Arrays.stream(values[i]).average().orElse(0);
            means[i] = mean;
            double squares = Arrays.stream(values[i]).map(v -> (v - mean) * (v - mean)).sum();
            spreads[i] = Math.sqrt(squares / Math.max(1, values[i].length - 1));
        }
        return new Sweep(name, Nanorings.FIELD.quantity(), fields.clone(), quantity, means, spreads);
    }

    /** Mean moment, mean walls, and the resistance at one and two times the frequency. */
    private static double[] play(Nanorings rings, double field, int turns) {
        var made = rings.made();
        var drive = RingDrive.along(rings.path(), made.layout());
        var reader = new RingReader(made);
        var state = new RingState(made, drive.start(), Seed.root().child("response").child(rings.sample()));
        int ticks = rings.ticks();
        int from = turns / 2 * ticks;
        int counted = turns * ticks - from;
        double moment = 0;
        double walls = 0;
        double[] wave = new double[4];
        for (int i = 0; i < turns * ticks; i++) {
            drive.tick(state, field);
            if (i >= from) {
                moment += Math.hypot(reader.x(state), reader.y(state)) / counted;
                walls += reader.walls(state) / counted;
                double resistance = reader.resistance(state, field * drive.size(state), drive.direction(state));
                for (int harmonic = 1; harmonic <= 2; harmonic++) {
                    double phase = 2 * Math.PI * harmonic * i / ticks;
                    wave[2 * harmonic - 2] += 2 * resistance * Math.cos(phase) / counted;
                    wave[2 * harmonic - 1] += 2 * resistance * Math.sin(phase) / counted;
                }
            }
            if (i % ticks == 0) {
                Progress.checkpoint();
            }
        }
        return new double[] {moment, walls, Math.hypot(wave[0], wave[1]), Math.hypot(wave[2], wave[3])};
    }

    /** The moment and the walls against field, with bands of one standard deviation over the arrays. */
    public Plot plot() {
        return banded(walls, banded(moment, null)).yRange(0, 1.08).title("order, collapse and recovery");
    }

    /** The two components of the resistance against field, with their bands. */
    public Plot resistancePlot() {
        return banded(harmonic, banded(fundamental, null)).title("resistance at f and 2f");
    }

    private static Plot banded(Sweep sweep, Plot onto) {
        double[] low = new double[sweep.xs().length];
        double[] high = new double[sweep.xs().length];
        for (int i = 0; i < low.length; i++) {
            low[i] = Math.max(0, sweep.ys()[i] - sweep.spreads()[i]);
            high[i] = sweep.ys()[i] + sweep.spreads()[i];
        }
        var plot = onto == null ? Plot.line(sweep.x(), sweep.xs(), Quantity.of("part of saturation"), sweep.ys()).named(sweep.name())
                : onto.series(sweep.name(), sweep.xs(), sweep.ys());
        return plot.band(sweep.name(), sweep.xs(), low, high);
    }

    private Picture both() {
        return Plots.row(plot().size(430, 300), resistancePlot().size(430, 300));
    }

    /** What a notebook shows: where the moment is least, and both plots. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(both()).mimeBundle();
    }

    @Override
    public String toString() {
        return "net moment least at " + Nanorings.FIELD.quantity().unit().format(moment.least()) + ", walls least at "
                + Nanorings.FIELD.quantity().unit().format(walls.least());
    }
}
