package io.larmor.network.engine;

import io.larmor.core.Seed;
import io.larmor.physics.Constants;
import io.larmor.physics.rf.ResonatorChains;
import java.util.Arrays;

/**
 * Weights that chains of resonators have by their resonance shifts. Frequencies are in gigahertz, powers in microwatts, so
 * that one learning rate serves shifts and biases (in volts), as Ross et al. trained them.
 */
public final class ChainWeights implements Weights {

    /** The resistance of a junction, in ohms, and the bandwidth that a latency of 100 ns leaves, in hertz; our choice. */
    private static final double RESISTANCE = 1e3;
    private static final double BANDWIDTH = 5e6;

    private final ResonatorChains chains;
    private final double[] resonances;
    private final double damping;
    private final double biasScale;
    private final double shiftSpread;
    private final double biasSpread;

    /**
     * Chains of equal resonators.
     *
     * @param tones in gigahertz
     * @param resonances of one chain without shifts, in gigahertz
     * @param chains how many
     * @param damping α
     * @param sensitivity the largest voltage of a resonator, in volts per microwatt
     * @param factor of the sums: 1 for volts, 1000 for millivolts
     * @param shiftSpread the standard deviation of initial shifts, in gigahertz
     * @param biasSpread the standard deviation of initial biases, in volts
     */
    public ChainWeights(double[] tones, double[] resonances, int chains, double damping, double sensitivity, double factor,
            double shiftSpread, double biasSpread) {
        double[] all = new double[chains * resonances.length];
        for (int j = 0; j < chains; j++) {
            System.arraycopy(resonances, 0, all, j * resonances.length, resonances.length);
        }
        this.chains = new ResonatorChains(tones, all, chains, damping, sensitivity * factor);
        this.resonances = resonances.clone();
        this.damping = damping;
        this.biasScale = factor;
        this.shiftSpread = shiftSpread;
        this.biasSpread = biasSpread;
    }

    @Override
    public int outputs() {
        return chains.chains();
    }

    @Override
    public int inputs() {
        return chains.tones();
    }

    @Override
    public int parameters() {
        return chains.chains() * chains.resonators();
    }

    @Override
    public double biasScale() {
        return biasScale;
    }

    @Override
    public void initialize(Seed seed, float[] into, int at) {
        var random = seed.child("shifts").generator();
        for (int i = 0; i < parameters(); i++) {
            into[at + i] = (float) (shiftSpread * random.nextGaussian());
        }
        random = seed.child("biases").generator();
        for (int j = 0; j < outputs(); j++) {
            into[at + parameters() + j] = (float) (biasSpread * random.nextGaussian());
        }
    }

    @Override
    public void matrix(float[] parameters, int at, float[] into) {
        chains.weights(Arrays.copyOfRange(parameters, at, at + parameters()), into);
    }

    @Override
    public void gradient(float[] parameters, int at, float[] weightGradient, float[] gradient) {
        float[] own = new float[parameters()];
        chains.gradient(Arrays.copyOfRange(parameters, at, at + own.length), weightGradient, own);
        System.arraycopy(own, 0, gradient, at, own.length);
    }

    @Override
    public double[] matrix(double[] parameters, int at) {
        double[] into = new double[outputs() * inputs()];
        chains.weights(Arrays.copyOfRange(parameters, at, at + parameters()), into);
        return into;
    }

    @Override
    public void gradient(double[] parameters, int at, double[] weightGradient, double[] gradient) {
        double[] own = new double[parameters()];
        chains.gradient(Arrays.copyOfRange(parameters, at, at + own.length), weightGradient, own);
        for (int i = 0; i < own.length; i++) {
            gradient[at + i] += own[i];
        }
    }

    /** Read noise and the thermal noise of the whole chain, V² = 4 k T R Δf (Johnson and Nyquist), R that of all junctions in series. */
    @Override
    public double noise(Conditions conditions) {
        double thermal = 4 * Constants.BOLTZMANN * conditions.temperature() * RESISTANCE * chains.resonators() * BANDWIDTH;
        return biasScale * Math.sqrt(conditions.readNoise() * conditions.readNoise() + thermal);
    }

    @Override
    public Tunable tunable() {
        return new Tunable(parameters(), chains.resonators(), resonances.clone(),
                Arrays.stream(resonances).map(f -> damping * f).toArray());
    }
}
