package io.larmor.physics.spin;

import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;

/**
 * Spins over time.
 *
 * @param name what moved
 * @param times in seconds
 * @param components x, y, z of the first spin, then of the next, each over the times
 */
public record Trajectory(String name, double[] times, double[][] components) {

    private static final Quantity TIME = new Quantity("time", "t", Unit.SECOND);
    private static final Quantity SPIN = Quantity.of("magnetization m");
    private static final int MOST_SPINS = 8;

    /** The number of spins. */
    public int spins() {
        return components.length / 3;
    }

    /** The first spin's x over time. */
    public double[] x() {
        return x(0);
    }

    /** The first spin's y over time. */
    public double[] y() {
        return y(0);
    }

    /** The first spin's z over time. */
    public double[] z() {
        return z(0);
    }

    /** A spin's x over time; spins are numbered from 0. */
    public double[] x(int spin) {
        return components[3 * spin].clone();
    }

    /** A spin's y over time. */
    public double[] y(int spin) {
        return components[3 * spin + 1].clone();
    }

    /** A spin's z over time. */
    public double[] z(int spin) {
        return components[3 * spin + 2].clone();
    }

    /** The first spin's part along a direction over time. */
    public double[] along(Direction direction) {
        double[] along = new double[times.length];
        Arrays.setAll(along, i -> components[0][i] * direction.x() + components[1][i] * direction.y()
                + components[2][i] * direction.z());
        return along;
    }

    /** Where the first spin ends. */
    public Direction last() {
        int end = times.length - 1;
        return Direction.of(components[0][end], components[1][end], components[2][end]);
    }

    /** One spin's three components against time; of several spins the z of the first eight. */
    public Plot plot() {
        if (spins() == 1) {
            return Plot.line(TIME, times, SPIN, components[0]).named("m_x").series("m_y", times, components[1])
                    .series("m_z", times, components[2]).yRange(-1.05, 1.05).title(name);
        }
        var plot = Plot.line(TIME, times, SPIN, components[2]).named("m_z of spin 0");
        for (int spin = 1; spin < Math.min(spins(), MOST_SPINS); spin++) {
            plot = plot.series("of spin " + spin, times, components[3 * spin + 2]);
        }
        return plot.title(name);
    }

    /** What a notebook shows: where the first spin ends, and the plot. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return name + " over " + Unit.SECOND.format(times[times.length - 1] - times[0]) + ": ends at " + last();
    }
}
