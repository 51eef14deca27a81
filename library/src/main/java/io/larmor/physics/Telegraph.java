package io.larmor.physics;

import io.larmor.core.Philox;
import io.larmor.core.Progress;

/**
 * A magnet that heat flips between two states, at rates that a current tilts (Rippard et al., Phys. Rev. B 84, 064439,
 * 2011): {@code φ(P→AP) = φ0 exp(−Δ (1 − I/I_c))} and {@code φ(AP→P) = φ0 exp(−Δ (1 + I/I_c))}. A positive current favors
 * antiparallel. In what follows {@code tilt} is I / I_c.
 */
public final class Telegraph {

    private Telegraph() {
    }

    /** The rate from parallel to antiparallel, in 1/s. */
    public static double rateUp(double attempt, double stability, double tilt) {
        return attempt * Math.exp(-stability * (1 - tilt));
    }

    /** The rate from antiparallel to parallel, in 1/s. */
    public static double rateDown(double attempt, double stability, double tilt) {
        return attempt * Math.exp(-stability * (1 + tilt));
    }

    /** The share of time spent antiparallel, 1 / (1 + exp(−2 Δ I/I_c)). */
    public static double occupancy(double stability, double tilt) {
        return 1 / (1 + Math.exp(-2 * stability * tilt));
    }

    /** How often it goes there and back, in 1/s: (φ0 exp(−Δ) / 2) / cosh(Δ I/I_c), a bell around zero current. */
    public static double cycleRate(double attempt, double stability, double tilt) {
        return attempt * Math.exp(-stability) / 2 / Math.cosh(stability * tilt);
    }

    /**
     * The state after a time at constant rates, by exact waiting times: each stay is an exponential deviate.
     *
     * @param antiparallel the state before
     * @param up the rate from parallel to antiparallel, in 1/s
     * @param down the rate back, in 1/s
     * @return whether it is antiparallel after
     */
    public static boolean advance(boolean antiparallel, double up, double down, double duration, Philox random) {
        boolean state = antiparallel;
        double left = duration;
        for (int flips = 1; ; flips++) {
            left -= wait(state ? down : up, random);
            if (left < 0) {
                return state;
            }
            state = !state;
            if ((flips & 0xFFFF) == 0) {
                Progress.checkpoint();
            }
        }
    }

    /**
     * How often it goes from parallel to antiparallel in a time at constant rates, from equilibrium, by exact waiting times.
     * The mean is the {@link #cycleRate} times the time.
     *
     * @param up the rate from parallel to antiparallel, in 1/s
     * @param down the rate back, in 1/s
     */
    public static int cycles(double up, double down, double duration, Philox random) {
        boolean antiparallel = random.nextDouble() * (up + down) < up;
        double left = duration;
        int cycles = 0;
        for (int flips = 1; ; flips++) {
            left -= wait(antiparallel ? down : up, random);
            if (left < 0) {
                return cycles;
            }
            cycles += antiparallel ? 0 : 1;
            antiparallel = !antiparallel;
            if ((flips & 0xFFFF) == 0) {
                Progress.checkpoint();
            }
        }
    }

    /**
     * The variance of the number of cycles over its mean, for times of many cycles: (t_P² + t_AP²) / (t_P + t_AP)² with the
     * mean stays t, by the theory of renewals. A half without current, where it is as often here as there; 1 for events at
     * random.
     */
    public static double fanoFactor(double stability, double tilt) {
        double share = occupancy(stability, tilt);
        return share * share + (1 - share) * (1 - share);
    }

    /** A stay in a state that is left at a rate, in seconds. */
    public static double wait(double rate, Philox random) {
        return -Math.log(1 - random.nextDouble()) / rate;
    }
}
