package io.larmor.physics.ring;

import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * One array as it was made: its arrangement, its law, and what every junction drew of the disorder. Immutable; any number of
 * runs share it.
 */
public final class RingSample {

    /** The least odds of a draw that count, as fine as the noise is. */
    private static final double FINEST = 0x1p-41;
    /** Draws are told apart by their first byte, and only where that leaves it open by the rest. */
    static final int COARSE = 256;

    private final RingLayout layout;
    private final RingLaw law;
    private final double tick;
    private final double[] energy;
    private final double[] field;
    /** Rings x sites: both edges that meet at a junction are rough in their own way. */
    private final double[] roughness;
    /** Of junctions with one wall and with two: a and b of the pull a - b c(U) from which the draw U frees the wall. */
    private final double[] full;
    private final double[] slope;
    /** The smallest and the largest c of the draws with the same first byte. */
    private final double[] least = new double[COARSE];
    private final double[] most = new double[COARSE];
    /** Of the junctions of each direction: the pull below which none lets a wall go. */
    private final double[] asleep;

    private RingSample(RingLayout layout, RingLaw law, double tick, Seed disorder) {
        this.layout = layout;
        this.law = law;
        this.tick = tick;
        int n = layout.junctions();
        this.energy = new double[n];
        this.field = new double[n];
        this.roughness = new double[layout.rings() * layout.sites()];
        this.full = new double[2 * n];
        this.slope = new double[2 * n];
        this.asleep = new double[layout.sites() / 2];
        for (int j = 0; j < n; j++) {
            Philox random = disorder.child(j).generator();
            energy[j] = Math.max(0, law.energy() + law.energySpread() * random.nextGaussian());
            field[j] = Math.max(law.field() / 10, law.field() + law.fieldSpread() * random.nextGaussian());
        }
        Philox random = disorder.child("roughness").generator();
        for (int i = 0; i < roughness.length; i++) {
            roughness[i] = Math.max(0, law.roughness() + law.roughnessSpread() * random.nextGaussian());
        }
        thresholds();
    }

    /**
     * An array.
     *
     * @param tick the time of a tick, in seconds
     * @param disorder where the draws of its junctions hang
     */
    public static RingSample of(RingLayout layout, RingLaw law, double tick, Seed disorder) {
        return new RingSample(layout, law, tick, disorder);
    }

    /**
     * The odds P = 1 - exp(-tick / τ) exceed a draw U where the barrier is less than k_B T ln(tick / (τ0 (-ln(1 - U)))); with
     * c(U) that logarithm to the power 1 / α, this is a pull above s B0 - s B0 (s E0 / k_B T)^(-1/α) c(U).
     */
    private void thresholds() {
        for (int b = 0; b < COARSE; b++) {
            least[b] = c(Math.min(1 - FINEST, (b + 1.0) / COARSE));
            most[b] = c(Math.max(FINEST, (double) b / COARSE));
        }
        double power = -1 / law.exponent();
        for (int direction = 0; direction < asleep.length; direction++) {
            asleep[direction] = Double.POSITIVE_INFINITY;
            for (int j = layout.begin(direction); j < layout.begin(direction + 1); j++) {
                for (int shared = 0; shared < 2; shared++) {
                    double s = shared == 1 ? law.sharing() : 1;
                    full[2 * j + shared] = s * field[j];
                    slope[2 * j + shared] = energy[j] == 0 ? 0 : s * field[j] * Math.pow(s * energy[j] / law.heat(), power);
                    double frees = full[2 * j + shared] - slope[2 * j + shared] * most[0];
                    asleep[direction] = Math.min(asleep[direction], frees - margin(j));
                }
            }
            asleep[direction] = Math.max(asleep[direction], smoothest(direction));
        }
    }

    private double smoothest(int direction) {
        double least = Double.POSITIVE_INFINITY;
        for (int ring = 0; ring < layout.rings(); ring++) {
            for (int site = direction; site < layout.sites(); site += layout.sites() / 2) {
                least = layout.junction(ring, site) < 0 ? least : Math.min(least, roughness(ring, site));
            }
        }
        return least;
    }

    private double c(double draw) {
        double logarithm = Math.log(tick / law.attempt()) - Math.log(-Math.log1p(-draw));
        return Math.pow(Math.max(0, logarithm), 1 / law.exponent());
    }

    /** What rounding can do to a threshold, and much more. */
    private double margin(int junction) {
        return 1e-9 * field[junction];
    }

    /** The arrangement. */
    public RingLayout layout() {
        return layout;
    }

    /** The law, before disorder. */
    public RingLaw law() {
        return law;
    }

    /** The time of a tick, in seconds. */
    public double tick() {
        return tick;
    }

    /** The pull that the rough edge of a ring asks for at a site, in teslas. */
    public double roughness(int ring, int site) {
        return roughness[ring * layout.sites() + site];
    }

    double roughness(int at) {
        return roughness[at];
    }

    /** The pull up to which no junction of a direction lets go whatever is drawn, in teslas. */
    public double asleep(int direction) {
        return asleep[direction];
    }

    /** The odds that a junction lets its walls go in one tick, roughness aside. */
    public double odds(int junction, boolean shared, double pull) {
        double s = shared ? law.sharing() : 1;
        return law.odds(pull, s * energy[junction], s * field[junction], tick);
    }

    /**
     * Whether a draw frees the walls, by the first byte of the draw: 1 surely, -1 surely not, 0 the rest of the draw decides.
     */
    int verdict(int junction, boolean shared, double pull, int coarse) {
        int i = 2 * junction + (shared ? 1 : 0);
        double above = full[i] - pull;
        double b = slope[i];
        double margin = margin(junction);
        if (above + margin < b * least[coarse]) {
            return 1;
        }
        return above - margin > b * most[coarse] ? -1 : 0;
    }
}
