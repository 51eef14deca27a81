package io.larmor.device;

import io.larmor.core.Progress;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Equilibrium;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Spin;
import io.larmor.physics.spin.term.Zeeman;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;

/**
 * The magnetization along a field that goes slowly from its largest value to its smallest and back.
 *
 * @param fields ascending, in tesla
 * @param down the magnetization on the way down
 * @param up the magnetization on the way up
 */
public record Hysteresis(double[] fields, double[] down, double[] up) {

    private static final Quantity FIELD = new Quantity("applied field", "B", Unit.TESLA);
    private static final Quantity ALONG = Quantity.of("magnetization along the field");

    static Hysteresis of(Macrospin spin, Direction along, double[] fields) {
        double[] ascending = fields.clone();
        Arrays.sort(ascending);
        int n = ascending.length;
        if (n < 2) {
            throw new IllegalArgumentException("macrospin.hysteresis: " + n + " fields are no loop; for example "
                    + "linspace(mT(-400), mT(400), 161)");
        }
        for (double field : ascending) {
            Zeeman.FIELD.check("hysteresis", field);
        }
        var input = new Held();
        var law = Llgs.of(new Spin(Equilibrium.damped(spin.magnet()), spin.with(new Zeeman(along, input)).terms()));
        double[] m = {along.x(), along.y(), along.z()};
        double[] down = new double[n];
        double[] up = new double[n];
        try (var progress = Progress.of("hysteresis", 2L * n)) {
            for (int i = 0; i < 2 * n; i++) {
                int at = i < n ? n - 1 - i : i - n;
                input.hold(ascending[at]);
                law.moveTo(0);
                Equilibrium.settle(law, m);
                (i < n ? down : up)[at] = m[0] * along.x() + m[1] * along.y() + m[2] * along.z();
                progress.step();
            }
        }
        return new Hysteresis(ascending, down, up);
    }

    /** Half the distance between the zeros of the two branches, in tesla; NaN if a branch has none. */
    public double coercivity() {
        return (zero(up) - zero(down)) / 2;
    }

    private double zero(double[] branch) {
        for (int i = 1; i < branch.length; i++) {
            if (branch[i - 1] < 0 && branch[i] >= 0) {
                return fields[i - 1] + (fields[i] - fields[i - 1]) * branch[i - 1] / (branch[i - 1] - branch[i]);
            }
        }
        return Double.NaN;
    }

    /** What is left of the magnetization at zero field on the way down. */
    public double remanence() {
        int after = 0;
        while (after < fields.length - 1 && fields[after] < 0) {
            after++;
        }
        return down[after];
    }

    /** Both branches. */
    public Plot plot() {
        return Plot.line(FIELD, fields, ALONG, down).named("down").series("up", fields, up).yRange(-1.1, 1.1)
                .title("hysteresis");
    }

    /** What a notebook shows: the coercive field, and the loop. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return "hysteresis with a coercive field of " + Unit.TESLA.format(coercivity()) + " and a remanence of "
                + Unit.digits(remanence());
    }
}
