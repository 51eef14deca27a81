package io.larmor.physics.pbit;

/** What is noted of p-bits after every sweep: how often each state came, the sum of every p-bit, energies, the best state. */
public final class Tally {

    /** The most p-bits of which every state is counted. */
    public static final int MOST_COUNTED = 20;

    private final long[] counts;
    private final long[] ups;
    private long sweeps;
    private double energies;
    private double best = Double.POSITIVE_INFINITY;
    private boolean[] bestState;
    private long bestAt;

    /** Nothing noted yet of so many p-bits. */
    public Tally(int pbits) {
        counts = pbits <= MOST_COUNTED ? new long[1 << pbits] : null;
        ups = counts == null ? new long[pbits] : null;
    }

    void note(Pbits pbits) {
        sweeps++;
        energies += pbits.energy;
        if (counts != null) {
            counts[(int) pbits.bits[0]]++;
        } else {
            for (int i = 0; i < ups.length; i++) {
                ups[i] += pbits.bits[i >> 6] >>> i & 1;
            }
        }
        // Energies are carried along, so that the same state may come with another last digit.
        if (bestState == null || pbits.energy < best - 1e-9 * Math.abs(best)) {
            best = pbits.energy;
            bestState = pbits.state();
            bestAt = sweeps;
        }
    }

    /** How often each state came, by its code; null for more than {@link #MOST_COUNTED} p-bits. */
    public long[] counts() {
        return counts == null ? null : counts.clone();
    }

    /** The code of the state that came most often; −1 where states are not counted. */
    public int most() {
        int most = counts == null ? -1 : 0;
        for (int s = 1; counts != null && s < counts.length; s++) {
            most = counts[s] > counts[most] ? s : most;
        }
        return most;
    }

    /** The sweeps noted. */
    public long sweeps() {
        return sweeps;
    }

    /** The sum of the energies after all sweeps. */
    public double sumOfEnergies() {
        return energies;
    }

    /** The mean energy. */
    public double meanEnergy() {
        return energies / sweeps;
    }

    /** The least energy that was seen. */
    public double best() {
        return best;
    }

    /** The first state of the least energy that was seen. */
    public boolean[] bestState() {
        return bestState.clone();
    }

    /** After how many sweeps it was seen first. */
    public long bestAt() {
        return bestAt;
    }

    /** The mean of every p-bit, −1 to 1. */
    public double[] means() {
        int n = counts == null ? ups.length : Integer.numberOfTrailingZeros(counts.length);
        double[] means = new double[n];
        for (int i = 0; i < n; i++) {
            long up = counts == null ? ups[i] : 0;
            for (int state = 0; counts != null && state < counts.length; state++) {
                up += (state >>> i & 1) * counts[state];
            }
            means[i] = 2.0 * up / sweeps - 1;
        }
        return means;
    }
}
