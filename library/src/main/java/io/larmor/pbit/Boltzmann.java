package io.larmor.pbit;

import io.larmor.core.Progress;
import io.larmor.physics.pbit.Tally;
import io.larmor.plot.Page;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The exact distribution of a small problem by going through all of its states: {@code exp(−I0 E) / Z}.
 *
 * @param problem of at most 20 p-bits
 * @param strength I0
 * @param shares the probability of each state, by its code: bit i of the code is set where p-bit i is +1
 * @param energies the energy of each state; infinite for one that contradicts a clamped p-bit
 */
public record Boltzmann(Problem problem, double strength, double[] shares, double[] energies) {

    /** Goes through all states. */
    public static Boltzmann of(Problem problem, double strength) {
        PBitNetwork.STRENGTH.check("boltzmann", strength);
        double[] energies = energies(problem);
        double least = Arrays.stream(energies).min().orElseThrow();
        double[] shares = new double[energies.length];
        double sum = 0;
        for (int s = 0; s < shares.length; s++) {
            shares[s] = energies[s] == Double.POSITIVE_INFINITY ? 0 : Math.exp(-strength * (energies[s] - least));
            sum += shares[s];
        }
        for (int s = 0; s < shares.length; s++) {
            shares[s] /= sum;
        }
        return new Boltzmann(problem, strength, shares, energies);
    }

    /** The energy of every state by its code; infinite for one that contradicts a clamped p-bit. */
    static double[] energies(Problem problem) {
        int n = problem.pbits();
        if (n > Tally.MOST_COUNTED) {
            throw new IllegalArgumentException("boltzmann: " + problem.name() + " has " + n + " p-bits, and 2^" + n + " states are too many to go "
                    + "through; at most " + Tally.MOST_COUNTED + " p-bits. Compare means and energies of longer runs instead.");
        }
        boolean[] free = problem.free();
        boolean[] clamped = problem.clamped();
        double[] energies = new double[1 << n];
        for (int s = 0; s < energies.length; s++) {
            if ((s & 0xFFF) == 0) {
                Progress.checkpoint();
            }
            boolean[] up = state(s, n);
            boolean allowed = true;
            for (int i = 0; i < n; i++) {
                allowed &= free[i] || up[i] == clamped[i];
            }
            energies[s] = allowed ? problem.energy(up) : Double.POSITIVE_INFINITY;
        }
        return energies;
    }

    /** The state of a code. */
    static boolean[] state(long code, int pbits) {
        boolean[] up = new boolean[pbits];
        for (int i = 0; i < pbits; i++) {
            up[i] = (code >>> i & 1) != 0;
        }
        return up;
    }

    /** The mean energy. */
    public double meanEnergy() {
        double mean = 0;
        for (int s = 0; s < shares.length; s++) {
            mean += shares[s] == 0 ? 0 : shares[s] * energies[s];
        }
        return mean;
    }

    /** The states of the least energy, as people read them. */
    public List<String> best() {
        double least = Arrays.stream(energies).min().orElseThrow();
        return IntStream.range(0, energies.length).filter(s -> energies[s] <= least + 1e-9 * Math.abs(least))
                .mapToObj(s -> problem.label(state(s, problem.pbits()))).toList();
    }

    /** What a notebook shows: the most probable states. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(problem.picture(shares, null)).mimeBundle();
    }

    @Override
    public String toString() {
        return problem.name() + ": exact distribution over " + shares.length + " states at I0 = "
                + Unit.digits(strength) + "; best: " + String.join(", ", best());
    }
}
