package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parallel;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Equilibrium;
import io.larmor.physics.spin.Llgs;
import io.larmor.physics.spin.Spin;
import io.larmor.physics.spin.term.Uniaxial;
import io.larmor.physics.spin.term.Zeeman;
import io.larmor.plot.Page;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Locale;
import java.util.Map;

/**
 * The slow switching field of a spin with an easy axis, against the field's angle to that axis, beside the closed form of
 * Stoner and Wohlfarth, Phil. Trans. R. Soc. A 240, 599 (1948), for nothing but that axis.
 *
 * @param angles in radians
 * @param fields the simulated switching fields, in tesla
 * @param anisotropy the anisotropy field B_k, in tesla
 */
public record Astroid(double[] angles, double[] fields, double anisotropy) {

    private static final Quantity EASY = new Quantity("field along the easy axis", "", Unit.TESLA);
    private static final Quantity HARD = new Quantity("field across it", "", Unit.TESLA);
    private static final double PRECISION = 1e-5;
    private static final int CURVE = 181;

    static Astroid of(Macrospin spin, double[] angles) {
        Uniaxial axis = spin.terms().stream().filter(Uniaxial.class::isInstance).map(Uniaxial.class::cast).findFirst()
                .orElseThrow(() -> new IllegalStateException("macrospin.astroid: it has no easy axis; give it one with "
                        + "easyAxis(mT(300))"));
        if (!(axis.strength() > 0)) {
            throw new IllegalArgumentException("macrospin.astroid: the anisotropy field = "
                    + Unit.TESLA.format(axis.strength()) + " makes no easy axis; it must be positive");
        }
        for (double angle : angles) {
            if (!(angle >= 0 && angle < Math.toRadians(89.5))) {
                throw new IllegalArgumentException("macrospin.astroid: angle = " + Unit.digits(Math.toDegrees(angle))
                        + "° is outside 0° .. 89°: at 90° nothing switches. Angles are in radians: degrees(45).");
            }
        }
        Citations.use(Papers.STONER_1948, "astroid");
        double[] fields = new double[angles.length];
        Parallel.forEach("astroid", angles.length, i -> fields[i] = switching(spin, axis, angles[i]));
        return new Astroid(angles.clone(), fields, axis.strength());
    }

    /** The closed form, in tesla: B_k (cos^⅔ ψ + sin^⅔ ψ)^(−3/2). */
    public static double stonerWohlfarth(double anisotropy, double angle) {
        return anisotropy * Math.pow(Math.pow(Math.abs(Math.cos(angle)), 2.0 / 3)
                + Math.pow(Math.abs(Math.sin(angle)), 2.0 / 3), -1.5);
    }

    private static double switching(Macrospin spin, Uniaxial axis, double angle) {
        Direction easy = axis.axis();
        Direction across = easy.cross(Math.abs(easy.z()) < 0.9 ? Direction.Z : Direction.X);
        Direction along = Direction.of(Math.sin(angle) * across.x() - Math.cos(angle) * easy.x(),
                Math.sin(angle) * across.y() - Math.cos(angle) * easy.y(),
                Math.sin(angle) * across.z() - Math.cos(angle) * easy.z());
        var input = new Held();
        var law = Llgs.of(new Spin(Equilibrium.damped(spin.magnet()), spin.with(new Zeeman(along, input)).terms()));
        double stays = 0;
        double switches = axis.strength();
        while (!switches(law, input, switches, easy)) {
            stays = switches;
            switches *= 2;
            Zeeman.FIELD.check("astroid", switches);
        }
        while (switches - stays > PRECISION * switches) {
            double middle = (stays + switches) / 2;
            if (switches(law, input, middle, easy)) {
                switches = middle;
            } else {
                stays = middle;
            }
        }
        return (stays + switches) / 2;
    }

    private static boolean switches(Llgs law, Held input, double field, Direction easy) {
        double[] m = {easy.x(), easy.y(), easy.z()};
        input.hold(field);
        law.moveTo(0);
        Equilibrium.settle(law, m);
        return m[0] * easy.x() + m[1] * easy.y() + m[2] * easy.z() < 0;
    }

    /** The largest relative difference between simulation and closed form. */
    public double largestError() {
        double largest = 0;
        for (int i = 0; i < angles.length; i++) {
            largest = Math.max(largest, Math.abs(fields[i] / stonerWohlfarth(anisotropy, angles[i]) - 1));
        }
        return largest;
    }

    /** The simulated fields on the closed form's astroid. */
    public Plot plot() {
        double[] curveX = new double[CURVE];
        double[] curveY = new double[CURVE];
        for (int i = 0; i < CURVE; i++) {
            // The same curve by another parameter, which is dense at the cusps.
            double t = 2 * Math.PI * i / (CURVE - 1);
            curveX[i] = anisotropy * Math.pow(Math.cos(t), 3);
            curveY[i] = anisotropy * Math.pow(Math.sin(t), 3);
        }
        double[] x = new double[angles.length];
        double[] y = new double[angles.length];
        for (int i = 0; i < angles.length; i++) {
            x[i] = -fields[i] * Math.cos(angles[i]);
            y[i] = fields[i] * Math.sin(angles[i]);
        }
        return Plot.line(EASY, curveX, HARD, curveY).named("Stoner and Wohlfarth").points("simulated", x, y)
                .title("switching fields").size(480, 440);
    }

    /** What a notebook shows: how far apart simulation and closed form are, and the astroid. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "astroid of %d angles, within %.2g %% of the closed form", angles.length,
                100 * largestError());
    }
}
