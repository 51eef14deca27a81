package io.larmor.pbit;

import io.larmor.physics.pbit.Tally;
import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.units.Unit;
import java.util.Arrays;
import java.util.Map;

/**
 * Where p-bits have been. What needs the count of every state is for at most 20 p-bits.
 *
 * @param network the p-bits, with their settings
 * @param tally what was noted after every sweep
 * @param seconds the time it took
 * @param seed the session's seed
 */
public record Sampling(PBitNetwork network, Tally tally, double seconds, long seed) {

    /** The share of sweeps that ended in each state, by its code: bit i is set where p-bit i is +1. */
    public double[] shares() {
        long[] counts = counted();
        double[] shares = new double[counts.length];
        for (int s = 0; s < counts.length; s++) {
            shares[s] = (double) counts[s] / tally.sweeps();
        }
        return shares;
    }

    private long[] counted() {
        long[] counts = tally.counts();
        if (counts == null) {
            throw new IllegalStateException("pbits: the states of " + network.problem().pbits() + " p-bits are not counted one by one, only up to "
                    + Tally.MOST_COUNTED + "; look at means(), meanEnergy() and best()");
        }
        return counts;
    }

    /** The state that came most often, as people read it. */
    public String mostFrequent() {
        counted();
        return label(tally.most());
    }

    /** The energy of the state that came most often. */
    public double mostFrequentEnergy() {
        counted();
        return network.problem().energy(Boltzmann.state(tally.most(), network.problem().pbits()));
    }

    /** The share of sweeps that ended in the state that came most often. */
    public double mostFrequentShare() {
        return shares()[tally.most()];
    }

    private String label(long code) {
        return network.problem().label(Boltzmann.state(code, network.problem().pbits()));
    }

    /** The share of sweeps that ended in states of the least energy; in that which was seen, where the least one is not known. */
    public double solvedShare() {
        double least = Double.isNaN(network.problem().least()) ? tally.best() : network.problem().least();
        double[] shares = shares();
        double sum = 0;
        for (int s = 0; s < shares.length; s++) {
            boolean best = shares[s] > 0 && network.problem().energy(Boltzmann.state(s, network.problem().pbits())) <= least + 1e-9 * (1 + Math.abs(least));
            sum += best ? shares[s] : 0;
        }
        return sum;
    }

    /** The mean of every p-bit, −1 to 1. */
    public double[] means() {
        return tally.means();
    }

    /** The mean energy. */
    public double meanEnergy() {
        return tally.meanEnergy();
    }

    /** The best state that was seen, as people read it. */
    public String best() {
        return network.problem().label(tally.bestState());
    }

    /** The energy of the best state that was seen. */
    public double bestEnergy() {
        return tally.best();
    }

    /** How far this is from Boltzmann's distribution p: {@code Σ q log(q / p)} with the shares q, in nats; 0 for the same. */
    public double kullbackLeibler() {
        double[] p = network.exact().shares();
        double[] q = shares();
        double sum = 0;
        for (int s = 0; s < q.length; s++) {
            sum += q[s] > 0 ? q[s] * Math.log(q[s] / p[s]) : 0;
        }
        return sum;
    }

    /** What finite counting alone makes of {@link #kullbackLeibler} at least: states / (2 sweeps), if sweeps were independent. */
    public double kullbackLeiblerOfCounting() {
        long states = Arrays.stream(network.exact().shares()).filter(p -> p * tally.sweeps() > 1).count();
        return (states - 1) / 2.0 / tally.sweeps();
    }

    /** Updates of p-bits a second, counting and all. */
    public double updatesPerSecond() {
        long free = 0;
        for (boolean f : network.problem().free()) {
            free += f ? 1 : 0;
        }
        return free * (double) (tally.sweeps() + network.settling()) / seconds;
    }

    /** The states' shares beside Boltzmann's. */
    public Picture plot() {
        return network.problem().picture(shares(), network.exact().shares());
    }

    /** What a notebook shows: a line, and the states of few p-bits as a picture. */
    public Map<String, Object> mimeBundle() {
        var page = Page.of(toString());
        return (tally.counts() == null ? page : page.picture(plot())).mimeBundle();
    }

    @Override
    public String toString() {
        String states = tally.counts() == null ? "best " + best()
                : "most often " + mostFrequent() + " (" + Unit.PERCENT.format(100 * mostFrequentShare()) + ")";
        return network.problem().name() + ": " + states + ", least energy seen " + Unit.digits(bestEnergy()) + ", " + tally.sweeps() + " sweeps at I0 = "
                + Unit.digits(network.strength()) + " · seed " + seed;
    }
}
