package io.larmor.physics;

import java.util.Arrays;

/**
 * A magnetic dot so small that heat flips it, whose anisotropy strain turns: the energy, its two minima and the rates between
 * them, after Welbourne et al., Appl. Phys. Lett. 118, 202402 (2021). Per K V, for a magnetization at the angle θ in the plane,
 *
 * <pre>e(θ) = κ sin²(θ - ψ) - 2 h cos(θ - 90°),   κ exp(2iψ) = 1 + k exp(2iφ)</pre>
 *
 * with the strain's anisotropy k in units of the dot's own, at φ = 45° to it, and a field h in units of the anisotropy field, at
 * 90°. From each minimum two ways lead over the hard directions, one low and one high; each is taken at the rate
 * f exp(-β Δe), β = K V / k_B T. All of it is tabulated over k once.
 */
public final class StrainedDot {

    /** The strains that are tabulated: -1 .. 1. */
    public static final double LARGEST = 1;

    private static final int POINTS = 4001;
    private static final int GRID = 240;
    private static final double STRAIN_ANGLE = Math.PI / 4;
    private static final double FIELD_ANGLE = Math.PI / 2;

    private static volatile Table last;

    private final double[] toSecond = new double[POINTS];
    private final double[] toFirst = new double[POINTS];
    private final double[] first = new double[POINTS];
    private final double[] second = new double[POINTS];
    private final double lowest;

    /**
     * What is known about the dot at one strain.
     *
     * @param angles of the two minima, in radians
     * @param barriers from the first minimum over the low and the high hill, then from the second over the same two, per K V
     */
    public record Landscape(double[] angles, double[] barriers) {
    }

    /**
     * Tabulates a dot.
     *
     * @param field h, the field over the anisotropy field, 0 up to, without, 1
     * @param barrier β, K V over k_B T
     * @param attempts f, in 1/s
     * @throws IllegalArgumentException where a minimum vanishes within the strains of the table
     */
    public StrainedDot(double field, double barrier, double attempts) {
        double least = Double.POSITIVE_INFINITY;
        Landscape[] all = landscapes(field);
        for (int i = 0; i < POINTS; i++) {
            var land = all[i];
            double[] e = land.barriers();
            toSecond[i] = attempts * (Math.exp(-barrier * e[0]) + Math.exp(-barrier * e[1]));
            toFirst[i] = attempts * (Math.exp(-barrier * e[2]) + Math.exp(-barrier * e[3]));
            first[i] = Math.cos(land.angles()[0]);
            second[i] = Math.cos(land.angles()[1]);
            least = Math.min(least, Arrays.stream(e).min().orElseThrow());
        }
        this.lowest = barrier * least;
    }

    /** The landscapes of all tabulated strains; those asked for last are kept, for ensembles are started again and again. */
    private static Landscape[] landscapes(double field) {
        Table known = last;
        if (known == null || known.field() != field) {
            var all = new Landscape[POINTS];
            Arrays.setAll(all, i -> landscape(strain(i), field));
            known = new Table(field, all);
            last = known;
        }
        return known.landscapes();
    }

    private record Table(double field, Landscape[] landscapes) {
    }

    private static double strain(int point) {
        return LARGEST * (2.0 * point / (POINTS - 1) - 1);
    }

    /** The energy per K V. */
    public static double energy(double angle, double strain, double field) {
        double s = Math.sin(angle - direction(strain));
        return stiffness(strain) * s * s - 2 * field * Math.cos(angle - FIELD_ANGLE);
    }

    private static double stiffness(double strain) {
        return Math.hypot(1 + strain * Math.cos(2 * STRAIN_ANGLE), strain * Math.sin(2 * STRAIN_ANGLE));
    }

    private static double direction(double strain) {
        return 0.5 * Math.atan2(strain * Math.sin(2 * STRAIN_ANGLE), 1 + strain * Math.cos(2 * STRAIN_ANGLE));
    }

    /** Minima and barriers at a strain. */
    public static Landscape landscape(double strain, double field) {
        double stiffness = stiffness(strain);
        double direction = direction(strain);
        double[] minima = new double[2];
        double[] maxima = new double[2];
        int low = 0;
        int high = 0;
        double begin = slope(-Math.PI, stiffness, direction, field);
        double before = begin;
        for (int i = 1; i <= GRID; i++) {
            double angle = -Math.PI + 2 * Math.PI * i / GRID;
            // The last point is the first one again, whatever rounding makes of it.
            double now = i == GRID ? begin : slope(angle, stiffness, direction, field);
            boolean rising = before < 0;
            if (rising != (now < 0)) {
                double root = root(angle - 2 * Math.PI / GRID, angle, rising, stiffness, direction, field);
                if (rising && low < 2) {
                    minima[low++] = root;
                } else if (!rising && high < 2) {
                    maxima[high++] = root;
                }
            }
            before = now;
        }
        if (low < 2 || high < 2) {
            throw new IllegalArgumentException("superparamagneticEnsemble.field = " + field + " leaves only one minimum at a strain of "
                    + strain + ". Use a smaller field; 0.4 is usual.");
        }
        // The first minimum is the one along the easy axis, the second the one against it.
        boolean swap = Math.cos(minima[0] - direction) < Math.cos(minima[1] - direction);
        double one = minima[swap ? 1 : 0];
        double two = minima[swap ? 0 : 1];
        double a = energy(maxima[0], strain, field);
        double b = energy(maxima[1], strain, field);
        double e1 = energy(one, strain, field);
        double e2 = energy(two, strain, field);
        return new Landscape(new double[] {one, two}, new double[] {Math.min(a, b) - e1, Math.max(a, b) - e1,
            Math.min(a, b) - e2, Math.max(a, b) - e2});
    }

    private static double slope(double angle, double stiffness, double direction, double field) {
        return stiffness * Math.sin(2 * (angle - direction)) + 2 * field * Math.sin(angle - FIELD_ANGLE);
    }

    private static double root(double from, double to, boolean rising, double stiffness, double direction, double field) {
        for (int i = 0; i < 45; i++) {
            double middle = (from + to) / 2;
            if (slope(middle, stiffness, direction, field) < 0 == rising) {
                from = middle;
            } else {
                to = middle;
            }
        }
        return (from + to) / 2;
    }

    /** The lowest barrier over all strains, in units of k_B T: the picture of rare flips holds from about 3 on. */
    public double lowestBarrier() {
        return lowest;
    }

    /** The rate at which dots in the first minimum flip to the second, in 1/s, at a strain of -1 .. 1. */
    public double rateToSecond(double strain) {
        return at(toSecond, strain);
    }

    /** The rate at which dots in the second minimum flip to the first, in 1/s. */
    public double rateToFirst(double strain) {
        return at(toFirst, strain);
    }

    /** The share of dots that sit in the first minimum after a long time. */
    public double equilibrium(double strain) {
        double back = rateToFirst(strain);
        return back / (back + rateToSecond(strain));
    }

    /**
     * The share in the first minimum after a time at constant strain, exactly: it approaches its equilibrium exponentially,
     * at the sum of both rates.
     */
    public double relax(double share, double strain, double time) {
        double back = rateToFirst(strain);
        double rate = back + rateToSecond(strain);
        double rest = back / rate;
        return rest + (share - rest) * Math.exp(-rate * time);
    }

    /** The component of the mean magnetization along the dot's easy axis. */
    public double magnetization(double share, double strain) {
        return share * at(first, strain) + (1 - share) * at(second, strain);
    }

    private static double at(double[] table, double strain) {
        double place = (Math.max(-LARGEST, Math.min(LARGEST, strain)) / LARGEST + 1) * (POINTS - 1) / 2;
        int i = Math.min(POINTS - 2, (int) place);
        return table[i] + (place - i) * (table[i + 1] - table[i]);
    }
}
