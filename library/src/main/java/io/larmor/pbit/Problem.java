package io.larmor.pbit;

import io.larmor.core.Seed;
import io.larmor.physics.pbit.Pbits;
import io.larmor.plot.Picture;
import java.util.Arrays;

/** What p-bits are to find: an energy over their states, the lower the better. A state is given by which p-bits are +1. */
public interface Problem {

    /** One line for people. */
    String name();

    /** The number of p-bits, clamped ones included. */
    int pbits();

    /** Which p-bits may change; the others are clamped. */
    default boolean[] free() {
        boolean[] free = new boolean[pbits()];
        Arrays.fill(free, true);
        return free;
    }

    /** The states of the clamped p-bits; those of the free ones mean nothing. */
    default boolean[] clamped() {
        return new boolean[pbits()];
    }

    /** The energy of a state, a plain number. */
    double energy(boolean[] up);

    /** The least energy, where it is known beforehand; else NaN. */
    double least();

    /** The inverse temperature I0 at which the problem is best begun with. */
    double strength();

    /** A state as people read it: {@code 63 x 15}. */
    String label(boolean[] up);

    /**
     * The p-bits in motion.
     *
     * @param start the state at the beginning, in which the clamped ones are as they are clamped
     * @param gains how steeply each answers its field, 1 for an ideal one
     */
    Pbits start(boolean[] start, double[] gains, Seed seed);

    /** How the shares of time spent in the states are drawn, for all states of at most 20 p-bits by their codes. */
    Picture picture(double[] shares, double[] exact);
}
