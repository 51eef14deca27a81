package io.larmor.core;

import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.plot.Plot;
import io.larmor.plot.Plots;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A device's response to a drive over time, made by {@link #run}.
 *
 * @param device the device's name
 * @param input what the drive changed
 * @param times in seconds
 * @param drive the input at each time, in its unit
 * @param observables what was read
 * @param values observables x times
 */
public record Trace(String device, Quantity input, double[] times, double[] drive, List<Observable> observables,
        double[][] values) {

    private static final Quantity TIME = new Quantity("time", "t", Unit.SECOND);
    private static final int POINTS = 1000;

    /**
     * Runs a device under a drive, from rest, and reads everything that it offers at 1000 evenly spaced times.
     *
     * @throws IllegalArgumentException if the drive leaves the device's range
     */
    public static Trace run(Device device, Drive drive) {
        return run(device, drive, drive.duration() / POINTS);
    }

    /** The same, read every {@code interval} seconds. */
    public static Trace run(Device device, Drive drive, double interval) {
        int points = (int) Math.round(drive.duration() / interval);
        if (points < 1 || points > 100_000_000) {
            throw new IllegalArgumentException("run(" + device.name() + ", ..., interval = " + Unit.SECOND.format(interval)
                    + "): a drive of " + Unit.SECOND.format(drive.duration()) + " would be read " + points
                    + " times. Choose an interval between a hundred-millionth of the drive and all of it.");
        }
        var dynamics = device.start(List.of(Seed.root().child("run").child(device.name())));
        double[] times = new double[points];
        double[] inputs = new double[points];
        double[][] values = new double[device.observables().size()][points];
        double[] one = new double[1];
        try (var progress = Progress.of("running " + device.name(), points)) {
            for (int i = 0; i < points; i++) {
                // The middle of the interval, so that rounding never picks the neighboring step of the drive.
                one[0] = drive.at((i + 0.5) * interval);
                inputs[i] = one[0];
                dynamics.advance(one, interval);
                times[i] = (i + 1) * interval;
                for (int k = 0; k < values.length; k++) {
                    dynamics.read(device.observables().get(k), one);
                    values[k][i] = one[0];
                }
                progress.step();
            }
        }
        return new Trace(device.name(), device.input().quantity(), times, inputs, device.observables(), values);
    }

    /** The values of one observable, by its key: {@code "power"}. */
    public double[] values(String key) {
        return values[index(key)].clone();
    }

    /** The value of one observable at the end. */
    public double last(String key) {
        double[] row = values[index(key)];
        return row[row.length - 1];
    }

    /** The mean of one observable over the second half, when the beginning is forgotten. */
    public double settled(String key) {
        double[] row = values[index(key)];
        return IntStream.range(row.length / 2, row.length).mapToDouble(i -> row[i]).average().orElse(Double.NaN);
    }

    /** One observable against time. */
    public Plot plot(String key) {
        return Plot.line(TIME, times, observables.get(index(key)).quantity(), values[index(key)])
                .title(device + ", " + observables.get(index(key)).quantity().name());
    }

    /** The drive against time. */
    public Plot drivePlot() {
        return Plot.line(TIME, times, input, drive).title(device + ", drive");
    }

    private int index(String key) {
        for (int i = 0; i < observables.size(); i++) {
            if (observables.get(i).key().equals(key)) {
                return i;
            }
        }
        throw new IllegalArgumentException("the trace of " + device + " has no \"" + key + "\". It has "
                + String.join(", ", observables.stream().map(Observable::key).toList()) + ".");
    }

    /** The drive and the first observable, side by side. */
    public Picture plot() {
        return Plots.row(drivePlot().size(480, 320), plot(observables.get(0).key()).size(480, 320));
    }

    /** What a notebook shows: the line of {@link #toString} and {@link #plot()}. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return "trace of " + device + ": " + times.length + " times to " + Unit.SECOND.format(times[times.length - 1])
                + ", of " + String.join(", ", observables.stream().map(Observable::key).toList());
    }
}
