package io.larmor.device.wall;

import io.larmor.physics.Constants;
import io.larmor.physics.wall.WallBatch;
import io.larmor.plot.Plot;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * The orbit of a wall: its position against its angle, after it has settled.
 *
 * @param field the amplitude, a flux density in tesla
 * @param positions in meters, a hundred a period
 * @param angles in radians
 * @param onceX the positions once a period, in meters
 * @param onceAngle the angles once a period, in radians
 */
public record PhasePortrait(double field, double[] positions, double[] angles, double[] onceX, double[] onceAngle) {

    private static final int SETTLING = 100;
    private static final int READINGS = 100;

    static PhasePortrait of(DwOscillator oscillator, int periods) {
        double[] h = {oscillator.field() / Constants.MU0};
        double[] none = new double[1];
        double period = 1 / oscillator.frequency();
        var walls = new WallBatch(List.of(oscillator.law()), oscillator.frequency(), oscillator.step());
        walls.place(0, oscillator.rest(), 0);
        walls.advance(none, h, SETTLING * period);
        double[] positions = new double[periods * READINGS];
        double[] angles = new double[positions.length];
        double[] onceX = new double[periods];
        double[] onceAngle = new double[periods];
        for (int n = 0; n < positions.length; n++) {
            walls.advance(none, h, period / READINGS);
            positions[n] = walls.position(0);
            angles[n] = walls.angle(0);
            if ((n + 1) % READINGS == 0) {
                onceX[n / READINGS] = positions[n];
                onceAngle[n / READINGS] = angles[n];
            }
        }
        return new PhasePortrait(oscillator.field(), positions, angles, onceX, onceAngle);
    }

    /** The orbit, with a marker once a period. */
    public Plot plot() {
        return Plot.line(new Quantity("position", "x", Unit.METER), positions, new Quantity("angle", "φ", Unit.RADIAN), angles).named("orbit")
                .points("once a period", onceX, onceAngle).title(Math.round(field / Constants.MU0) + " A/m").size(330, 300);
    }

    /** How far the wall moves, largest less smallest position, in meters. */
    public double extent() {
        return Arrays.stream(positions).max().orElse(0) - Arrays.stream(positions).min().orElse(0);
    }

    /** What a notebook shows: the plot. */
    public Map<String, Object> mimeBundle() {
        return Page.of("").picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return "orbit at " + Unit.TESLA.format(field) + ", " + Unit.METER.format(extent()) + " wide";
    }
}
