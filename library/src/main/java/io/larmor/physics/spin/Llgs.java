package io.larmor.physics.spin;

import io.larmor.physics.Constants;
import java.util.List;

/**
 * The law of Landau, Lifshitz, Gilbert and Slonczewski for one spin or a small set of coupled ones, in its plain form:
 *
 * <pre>dm/dt = (T + α m × T) / (1 + α²),   T = −γ m × B</pre>
 *
 * with the effective field B of {@link Coefficients} and the field of the other spins. A spin torque
 * {@code γ a m × (p × m) + γ b m × p} is the field {@code a m × p − b p}, so everything is one field. The state is one flat
 * array, x, y, z of the first spin, then of the next. This is the law at one moment: {@link #moveTo} sets the time for
 * what is driven. Not thread-safe.
 */
public final class Llgs {

    private final int spins;
    private final List<Spin> described;
    private final Coefficients still;
    private final Coefficients now;
    /** The field at spin i per direction of spin j, in tesla, 3n x 3n by rows; null for spins that feel no others. */
    private final double[] coupling;
    private final boolean driven;

    private Llgs(List<Spin> described, Coefficients still, double[] coupling) {
        this.spins = still.values.length / Coefficients.STRIDE;
        this.described = described;
        this.still = still;
        this.coupling = coupling;
        this.driven = described.stream().anyMatch(spin -> spin.terms().stream().anyMatch(Term::isDriven));
        this.now = driven ? new Coefficients(spins) : still;
        moveTo(0);
    }

    /** The law of a set of spins. */
    public static Llgs of(List<Spin> spins, Coupling coupling) {
        var still = new Coefficients(spins.size());
        for (int i = 0; i < spins.size(); i++) {
            still.spin(i);
            still.magnet(spins.get(i).magnet());
            for (Term term : spins.get(i).terms()) {
                if (!term.isDriven()) {
                    term.add(0, spins.get(i).magnet(), still);
                }
            }
        }
        return new Llgs(List.copyOf(spins), still, coupling.matrix(spins.stream().map(Spin::magnet).toList()));
    }

    /** The law of one spin. */
    public static Llgs of(Spin spin) {
        return of(List.of(spin), Coupling.NONE);
    }

    /** The law of one spin in numbers. */
    public static Llgs of(SpinParameters parameters) {
        var still = new Coefficients(1);
        double[] values = parameters.values();
        System.arraycopy(values, 0, still.values, 0, values.length);
        return new Llgs(List.of(), still, null);
    }

    /** The number of spins. */
    public int spins() {
        return spins;
    }

    /** Sets the time, in seconds, for the terms that change. */
    public void moveTo(double time) {
        if (driven) {
            now.copyFrom(still);
            for (int i = 0; i < described.size(); i++) {
                now.spin(i);
                List<Term> terms = described.get(i).terms();
                for (int k = 0; k < terms.size(); k++) {
                    if (terms.get(k).isDriven()) {
                        terms.get(k).add(time, described.get(i).magnet(), now);
                    }
                }
            }
        }
    }

    /**
     * The law's right side.
     *
     * @param m the spins
     * @param thermal a field to add, laid out like m, in tesla; null for none
     * @param into receives dm/dt, in 1/s
     */
    public void derivative(double[] m, double[] thermal, double[] into) {
        double[] c = now.values;
        for (int i = 0; i < spins; i++) {
            int k = 3 * i;
            double x = m[k];
            double y = m[k + 1];
            double z = m[k + 2];
            field(m, i, into);
            double bx = into[k];
            double by = into[k + 1];
            double bz = into[k + 2];
            if (thermal != null) {
                bx += thermal[k];
                by += thermal[k + 1];
                bz += thermal[k + 2];
            }
            double tx = y * bz - z * by;
            double ty = z * bx - x * bz;
            double tz = x * by - y * bx;
            double alpha = c[i * Coefficients.STRIDE];
            double rate = -Constants.GAMMA / (1 + alpha * alpha);
            into[k] = rate * (tx + alpha * (y * tz - z * ty));
            into[k + 1] = rate * (ty + alpha * (z * tx - x * tz));
            into[k + 2] = rate * (tz + alpha * (x * ty - y * tx));
        }
    }

    /**
     * The effective field of one spin, torques included, in tesla.
     *
     * @param m the spins
     * @param spin which one
     * @param into receives the field at the spin's place
     */
    public void field(double[] m, int spin, double[] into) {
        double[] v = now.values;
        int c = spin * Coefficients.STRIDE;
        int k = 3 * spin;
        double x = m[k];
        double y = m[k + 1];
        double z = m[k + 2];
        double bx = v[c + 1] + v[c + 4] * x + v[c + 7] * y + v[c + 8] * z + y * v[c + 12] - z * v[c + 11];
        double by = v[c + 2] + v[c + 7] * x + v[c + 5] * y + v[c + 9] * z + z * v[c + 10] - x * v[c + 12];
        double bz = v[c + 3] + v[c + 8] * x + v[c + 9] * y + v[c + 6] * z + x * v[c + 11] - y * v[c + 10];
        if (v[c + Coefficients.ASYMMETRY] != 0) {
            double px = v[c + Coefficients.POLARIZER];
            double py = v[c + Coefficients.POLARIZER + 1];
            double pz = v[c + Coefficients.POLARIZER + 2];
            double share = 1 / (1 + v[c + Coefficients.ASYMMETRY] * (x * px + y * py + z * pz));
            double a = share * v[c + Coefficients.DAMPING_LIKE];
            double b = share * v[c + Coefficients.FIELD_LIKE];
            bx += a * (y * pz - z * py) - b * px;
            by += a * (z * px - x * pz) - b * py;
            bz += a * (x * py - y * px) - b * pz;
        }
        into[k] = bx;
        into[k + 1] = by;
        into[k + 2] = bz;
        if (v[c + Coefficients.CUBIC] != 0) {
            addCubic(v, c, x, y, z, into, k);
        }
        if (coupling != null) {
            addCoupling(m, k, into);
        }
    }

    private static void addCubic(double[] v, int c, double x, double y, double z, double[] into, int k) {
        double strength = v[c + Coefficients.CUBIC];
        int u = c + Coefficients.AXES;
        addCubicAxis(strength, v[u], v[u + 1], v[u + 2], x, y, z, into, k);
        addCubicAxis(strength, v[u + 3], v[u + 4], v[u + 5], x, y, z, into, k);
        addCubicAxis(strength, v[u + 1] * v[u + 5] - v[u + 2] * v[u + 4], v[u + 2] * v[u + 3] - v[u] * v[u + 5],
                v[u] * v[u + 4] - v[u + 1] * v[u + 3], x, y, z, into, k);
    }

    private static void addCubicAxis(double strength, double ux, double uy, double uz, double x, double y, double z,
            double[] into, int k) {
        double part = x * ux + y * uy + z * uz;
        double b = -strength * part * (1 - part * part);
        into[k] += b * ux;
        into[k + 1] += b * uy;
        into[k + 2] += b * uz;
    }

    private void addCoupling(double[] m, int k, double[] into) {
        int width = 3 * spins;
        for (int axis = 0; axis < 3; axis++) {
            int row = (k + axis) * width;
            double sum = 0;
            for (int j = 0; j < width; j++) {
                sum += coupling[row + j] * m[j];
            }
            into[k + axis] += sum;
        }
    }

    /** The strength of the thermal field of a spin, in T √s. */
    public double thermal(int spin) {
        return now.values[spin * Coefficients.STRIDE + Coefficients.THERMAL];
    }

    /** Whether any spin is warm, so that only a stochastic integrator is right. */
    public boolean isThermal() {
        for (int i = 0; i < spins; i++) {
            if (thermal(i) > 0) {
                return true;
            }
        }
        return false;
    }

    /** A bound of the effective field at the law's time, in tesla, for judging the length of a step. */
    public double largestField() {
        double largest = 0;
        for (int i = 0; i < spins; i++) {
            double field = now.largestField(i);
            for (int j = 0; coupling != null && j < spins; j++) {
                field += largestCoupling(i, j);
            }
            largest = Math.max(largest, field);
        }
        return largest;
    }

    private double largestCoupling(int i, int j) {
        double sum = 0;
        for (int a = 0; a < 3; a++) {
            for (int b = 0; b < 3; b++) {
                double value = coupling[(3 * i + a) * 3 * spins + 3 * j + b];
                sum += value * value;
            }
        }
        return Math.sqrt(sum);
    }

    /** Whether a spin can be put in numbers: it has no term that is not linear in it, and no couplings. */
    public boolean isLinear(int spin) {
        int c = spin * Coefficients.STRIDE;
        return now.values[c + Coefficients.ASYMMETRY] == 0 && now.values[c + Coefficients.CUBIC] == 0 && coupling == null;
    }

    /**
     * One spin at the law's time in numbers, for a fast kernel.
     *
     * @throws IllegalStateException if the spin has a term that is not linear in it, or couplings
     */
    public SpinParameters parameters(int spin) {
        if (!isLinear(spin)) {
            throw new IllegalStateException("spin " + spin + " has a cubic anisotropy, a torque whose efficiency depends on "
                    + "the angle, or couplings, which SpinParameters do not hold. Step it with SpinSteps.");
        }
        return SpinParameters.of(now.values, spin * Coefficients.STRIDE);
    }
}
