package io.larmor.device.wall;

import io.larmor.physics.Constants;
import io.larmor.physics.wall.WallBatch;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Collections;
import java.util.Map;
import java.util.stream.IntStream;
import tech.tablesaw.api.DoubleColumn;
import tech.tablesaw.api.Table;

/**
 * The mean speed of free walls against a steady field.
 *
 * @param fields flux densities in tesla
 * @param simulated in m/s
 * @param closed by the closed form up to the Walker field and by the mean over a turn above it, in m/s
 * @param walker the Walker field as a flux density, in tesla
 */
public record Mobility(double[] fields, double[] simulated, double[] closed, double walker) {

    private static final double SETTLING = 100e-9;
    private static final double INTERVAL = 20e-12;
    private static final int READINGS = 10_000;
    private static final Unit SPEED = new Unit("m/s", false);

    static Mobility of(DwOscillator oscillator, double[] fields) {
        var law = oscillator.law().in();
        double[] h = Arrays.stream(fields).map(b -> DwOscillator.FIELD.check("dwOscillator", b) / Constants.MU0).toArray();
        double[] none = new double[h.length];
        var walls = new WallBatch(Collections.nCopies(h.length, law), 0, oscillator.step());
        walls.advance(h, none, SETTLING);
        double[] begin = IntStream.range(0, h.length).mapToDouble(walls::position).toArray();
        double[] angles = IntStream.range(0, h.length).mapToDouble(walls::angle).toArray();
        double[] speeds = new double[h.length];
        // Above the Walker field the mean is over whole half turns of the angle: the last one that has been completed.
        for (int n = 0; n < READINGS; n++) {
            double[] was = IntStream.range(0, h.length).mapToDouble(walls::position).toArray();
            double[] old = IntStream.range(0, h.length).mapToDouble(walls::angle).toArray();
            walls.advance(h, none, INTERVAL);
            for (int i = 0; i < h.length; i++) {
                double turns = (walls.angle(i) - angles[i]) / Math.PI;
                double whole = Math.floor(turns);
                double part = (angles[i] + Math.PI * whole - old[i]) / (walls.angle(i) - old[i]);
                if (whole < 1) {
                    speeds[i] = (walls.position(i) - begin[i]) / ((n + 1) * INTERVAL);
                } else if (part > 0 && part <= 1) {
                    speeds[i] = (was[i] + part * (walls.position(i) - was[i]) - begin[i]) / ((n + part) * INTERVAL);
                }
            }
        }
        return new Mobility(fields.clone(), speeds, Arrays.stream(h).map(law::meanSpeed).toArray(), law.walkerField() * Constants.MU0);
    }

    /** Simulated and closed form in one plot. */
    public Plot plot() {
        return Plot.line(DwOscillator.FIELD.quantity(), fields, new Quantity("speed", "v", SPEED), closed).named("closed form")
                .points("simulated", fields, simulated).vertical(walker, "Walker field").title("speed of a free wall").size(500, 340);
    }

    /** One line a field. */
    public Table table() {
        return Table.create("speed of a free wall",
                DoubleColumn.create("H/H_W", Arrays.stream(fields).map(b -> Math.rint(b / walker * 1000) / 1000).toArray()),
                DoubleColumn.create("simulated (m/s)", Arrays.stream(simulated).map(v -> Math.rint(v * 1000) / 1000).toArray()),
                DoubleColumn.create("closed form (m/s)", Arrays.stream(closed).map(v -> Math.rint(v * 1000) / 1000).toArray()));
    }

    /** What a notebook shows: the plot and the table. */
    public Map<String, Object> mimeBundle() {
        return Page.of("Walker field " + Unit.TESLA.format(walker) + " = " + Math.round(walker / Constants.MU0) + " A/m").picture(plot())
                .table(table()).mimeBundle();
    }

    @Override
    public String toString() {
        return table().print();
    }
}
