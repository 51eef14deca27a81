package io.larmor.physics.pbit;

import io.larmor.core.Seed;
import java.util.Arrays;

/**
 * P-bits in motion. A sweep updates every free one once, one after another; each sees what those before it have just become.
 * Not thread-safe; independent copies have seeds of their own.
 */
public abstract class Pbits {

    /** After so many sweeps what is carried along is computed anew, so that rounding does not add up. */
    private static final int ANEW = 1 << 15;

    private final int count;
    private final RandomBits random;
    private int sinceAnew;
    /** The states, 64 p-bits a word: a bit is set where m = +1. */
    final long[] bits;
    /** The p-bits that are updated, in their order. */
    final int[] order;
    /** How steeply each p-bit answers its field, as a part of the strength. */
    final double[] gains;
    /** Twice the strength times the gain of each p-bit. */
    final double[] slopes;
    /** The energy of the present state. */
    double energy;

    /**
     * At rest in a state.
     *
     * @param up the state at the beginning
     * @param free which p-bits are updated; the others keep their state
     * @param gains how steeply each answers its field, 1 for an ideal one
     */
    Pbits(boolean[] up, boolean[] free, double[] gains, Seed seed) {
        this.count = up.length;
        this.bits = new long[(count + 63) / 64];
        int[] all = new int[count];
        int n = 0;
        for (int i = 0; i < count; i++) {
            if (up[i]) {
                bits[i >> 6] |= 1L << i;
            }
            if (free[i]) {
                all[n++] = i;
            }
        }
        this.order = Arrays.copyOf(all, n);
        this.gains = gains.clone();
        this.slopes = new double[count];
        this.random = new RandomBits(seed, n);
    }

    /** One sweep, with a random decision for each p-bit of {@link #order}. */
    abstract void sweep(RandomBits random);

    /** Computes everything that is carried along from the present state. */
    abstract void anew();

    /**
     * Goes on for some sweeps.
     *
     * @param strength I0, at least 0: the inverse of the temperature
     * @param sweeps how many times each free p-bit is updated
     * @param tally notes the state after every sweep; null for nobody
     */
    public final void run(double strength, int sweeps, Tally tally) {
        for (int i = 0; i < count; i++) {
            slopes[i] = 2 * strength * gains[i];
        }
        for (int s = 0; s < sweeps; s++) {
            random.advance();
            sweep(random);
            if (++sinceAnew == ANEW) {
                anew();
                sinceAnew = 0;
            }
            if (tally != null) {
                tally.note(this);
            }
        }
    }

    /** The number of p-bits, free or not. */
    public final int count() {
        return count;
    }

    /** The energy of the present state. */
    public final double energy() {
        return energy;
    }

    /** Whether a p-bit is +1. */
    public final boolean up(int i) {
        return (bits[i >> 6] >>> i & 1) != 0;
    }

    /** The states of the first 64 p-bits as the bits of a number, the first p-bit the lowest. */
    public final long code() {
        return bits[0];
    }

    /** The present state. */
    public final boolean[] state() {
        boolean[] state = new boolean[count];
        for (int i = 0; i < count; i++) {
            state[i] = up(i);
        }
        return state;
    }
}
