package io.larmor.physics.spin.term;

import io.larmor.core.Parameter;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Coefficients;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The field of a body's own surface charges, by a symmetric tensor of trace 1 at most.
 *
 * @param xx the factor along x; 1/3 for a sphere, 0 for a film's plane, 1 for its normal
 * @param yy the factor along y
 * @param zz the factor along z
 * @param xy row x, column y
 * @param xz row x, column z
 * @param yz row y, column z
 */
public record Demagnetization(double xx, double yy, double zz, double xy, double xz, double yz) implements Term {

    public static final Parameter X = factor("nx", "N_x");
    public static final Parameter Y = factor("ny", "N_y");
    public static final Parameter Z = factor("nz", "N_z");

    private static final double ROUNDING = 1e-6;

    public Demagnetization {
        X.check("demagnetization", xx);
        Y.check("demagnetization", yy);
        Z.check("demagnetization", zz);
        for (double part : new double[] {xy, xz, yz}) {
            if (!(Math.abs(part) <= 1)) {
                throw new IllegalArgumentException("demagnetization: an off-diagonal factor = " + part
                        + " must be a number of -1 to 1");
            }
        }
        if (xx + yy + zz > 1 + ROUNDING) {
            throw new IllegalArgumentException("demagnetization: the factors " + Unit.digits(xx) + ", " + Unit.digits(yy)
                    + ", " + Unit.digits(zz) + " add up to " + Unit.digits(xx + yy + zz) + ". Their sum is 1 in SI units; "
                    + "divide factors in cgs units by 4 pi.");
        }
    }

    /** The tensor of a body whose axes are x, y and z. */
    public static Demagnetization of(double nx, double ny, double nz) {
        return new Demagnetization(nx, ny, nz, 0, 0, 0);
    }

    private static Parameter factor(String key, String symbol) {
        return new Parameter(key, new Quantity("demagnetizing factor", symbol, Unit.NONE), 0, 1, 1.0 / 3,
                "the share of the magnetization that the surface charges oppose");
    }

    @Override
    public String name() {
        return "demagnetization";
    }

    @Override
    public String equation() {
        return "\\mathbf{B} = -\\mu_0 M_s\\,N\\,\\mathbf{m}";
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(X, xx);
        settings.put(Y, yy);
        settings.put(Z, zz);
        return settings;
    }

    @Override
    public void add(double time, Magnet magnet, Coefficients to) {
        double b = -Constants.MU0 * magnet.saturation();
        to.tensor(b * xx, b * yy, b * zz, b * xy, b * xz, b * yz);
    }

    @Override
    public String toString() {
        return "demagnetization by the factors " + Unit.digits(xx) + ", " + Unit.digits(yy) + ", " + Unit.digits(zz)
                + (xy == 0 && xz == 0 && yz == 0 ? "" : " with off-diagonal " + Unit.digits(xy) + ", "
                + Unit.digits(xz) + ", " + Unit.digits(yz));
    }
}
