package io.larmor.device.wall;

import io.larmor.core.Progress;
import io.larmor.physics.Constants;
import io.larmor.physics.wall.WallBatch;
import io.larmor.plot.Plot;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;

/**
 * Where a wall is once a period of its field, against the field's amplitude: one branch is a motion of the field's period, two
 * are one of twice the period, a cloud is chaos.
 *
 * @param material for titles
 * @param fields flux densities in tesla
 * @param positions fields x periods, in meters
 */
public record Bifurcation(String material, double[] fields, double[][] positions) {

    private static final int SETTLING = 100;
    private static final int BINS = 160;
    /** The root of the share that is drawn brightest. */
    private static final double BRIGHTEST = 0.4;
    /** Positions that are nearer than it count as one, in meters. */
    private static final double SAME = 0.5e-9;

    static Bifurcation of(DwOscillator oscillator, double[] fields, int periods) {
        double[] h = Arrays.stream(fields).map(b -> DwOscillator.FIELD.check("dwOscillator", b) / Constants.MU0).toArray();
        double[] none = new double[h.length];
        var walls = new WallBatch(Collections.nCopies(h.length, oscillator.law()), oscillator.frequency(), oscillator.step());
        for (int i = 0; i < h.length; i++) {
            walls.place(i, oscillator.rest(), 0);
        }
        double[][] positions = new double[h.length][periods];
        try (var progress = Progress.of("bifurcation", SETTLING + periods)) {
            for (int n = 0; n < SETTLING + periods; n++) {
                walls.advance(none, h, 1 / oscillator.frequency());
                for (int i = 0; n >= SETTLING && i < h.length; i++) {
                    positions[i][n - SETTLING] = walls.position(i);
                }
                progress.step();
            }
        }
        return new Bifurcation(oscillator.material().name(), fields.clone(), positions);
    }

    /** How many different positions there are at each field: 1, 2, ... periods, many in chaos. */
    public int[] branches() {
        int[] counts = new int[fields.length];
        for (int i = 0; i < counts.length; i++) {
            double[] sorted = positions[i].clone();
            Arrays.sort(sorted);
            counts[i] = 1;
            for (int n = 1; n < sorted.length; n++) {
                counts[i] += sorted[n] - sorted[n - 1] > SAME ? 1 : 0;
            }
        }
        return counts;
    }

    /** Positions against fields; the darker, the more often. */
    public Plot plot() {
        var range = Arrays.stream(positions).flatMapToDouble(Arrays::stream).summaryStatistics();
        double margin = 0.03 * (range.getMax() - range.getMin()) + SAME;
        double low = range.getMin() - margin;
        double bin = (range.getMax() + margin - low) / BINS;
        double[] middles = new double[BINS];
        Arrays.setAll(middles, b -> low + (b + 0.5) * bin);
        double[][] shares = new double[BINS][fields.length];
        for (int i = 0; i < fields.length; i++) {
            for (double x : positions[i]) {
                shares[Math.min(BINS - 1, (int) ((x - low) / bin))][i] += 1.0 / positions[i].length;
            }
            for (double[] row : shares) {
                // Roots, so that a cloud is seen beside a line.
                row[i] = Math.sqrt(row[i]);
            }
        }
        return Plot.heatMap(DwOscillator.FIELD.quantity(), fields, new Quantity("position once a period", "x", Unit.METER), middles,
                Quantity.of("root of the share"), shares).zRange(0, BRIGHTEST).title("a wall in " + material + " once a period").size(620, 400);
    }

    /** What a notebook shows: the plot. */
    public Map<String, Object> mimeBundle() {
        return Page.of("").picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return "bifurcation diagram of " + fields.length + " fields";
    }
}
