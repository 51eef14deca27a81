package io.larmor.neuron;

import io.larmor.core.Philox;
import io.larmor.device.DwNeuron;
import io.larmor.device.VoltageNeuron;
import io.larmor.physics.LeakyFiring;

/**
 * How a hidden neuron answers a constant input over some steps: with a rate of 0 to 1 spikes a step. Inputs are in units of the
 * neuron's own: 1 fires a leaky neuron in one step, 0 is an even chance.
 */
public sealed interface Firing {

    /** The name for tables: {@code leaky}. */
    String label();

    /**
     * Rates of some neurons and their derivatives by the inputs.
     *
     * @param inputs samples x units, flat
     * @param count samples times units
     * @param steps of the neurons
     * @param training whether this is training, where slopes are wanted
     * @param random the chance of the neurons
     * @param sizes what each unit's size does, {@code [shift, gain]} of its input; null for none
     * @param rates gets the rates
     * @param slopes gets the derivatives in training
     */
    void rates(float[] inputs, int count, int steps, boolean training, Philox random, float[][] sizes, float[] rates, float[] slopes);

    /**
     * A neuron that leaks, integrates and fires.
     *
     * @param label for tables
     * @param beta what a step leaves of what was integrated
     * @param pinned what an input must exceed to count
     * @param bounded whether what is integrated stays at or above 0, as a wall at the end of its wire
     * @param refractory steps without input after a spike
     */
    record Leaky(String label, double beta, double pinned, boolean bounded, int refractory) implements Firing {

        /** The leaky neuron of textbooks: no pinning, no wall, no rest. */
        public static Leaky ideal(double beta) {
            if (!(beta > 0 && beta < 1)) {
                throw new IllegalArgumentException("leaky neuron: beta = " + beta + " is outside 0 .. 1; 0.9 leaves 90 % after a step");
            }
            return new Leaky("ideal leaky", beta, 0, false, 0);
        }

        /**
         * A domain-wall neuron in steps of a time: its leak, its pinning, its rest.
         *
         * @param step in seconds
         */
        public static Leaky of(DwNeuron neuron, double step) {
            if (!(step > 0 && step < neuron.leak())) {
                throw new IllegalArgumentException("dwNeuron in steps of " + step + " s: a step must be above 0 and below the time of the leak, "
                        + neuron.leak() + " s");
            }
            double beta = Math.exp(-step / neuron.leak());
            return new Leaky("domain-wall leaky", beta, (1 - beta) * neuron.pinning() / neuron.threshold(), true,
                    (int) Math.round(neuron.refractory() / step));
        }

        @Override
        public void rates(float[] inputs, int count, int steps, boolean training, Philox random, float[][] sizes, float[] rates, float[] slopes) {
            LeakyFiring.rates(inputs, count, steps, (float) beta, (float) pinned, bounded, refractory, rates, training ? slopes : null);
        }
    }

    /**
     * A neuron that fires by chance, P = 1/(1 + exp(-input)), independently in every step.
     *
     * @param label for tables
     * @param ratio the voltage of an even chance over the width of the sigmoid, through which errors of size act
     * @param expected whether training takes P itself; otherwise it draws as the device does
     * @param smooth whether P itself is the rate also when used: the control without chance
     */
    record Chance(String label, double ratio, boolean expected, boolean smooth) implements Firing {

        /** Of up to so many steps at even chances the probability of no spike is still far from underflow. */
        private static final int INVERTED = 500;

        /** The neuron that a voltage switches, trained on its expectation. */
        public static Chance of(VoltageNeuron neuron) {
            return new Chance("voltage-driven", neuron.threshold() / neuron.spread(), true, false);
        }

        /** The binary domain-wall neuron of Leonard et al. (2023), trained with its chance. */
        public static Chance binary() {
            return new Chance("binary domain-wall", 0, false, false);
        }

        /** A sigmoid in software. */
        public static Chance software() {
            return new Chance("sigmoid in software", 0, true, true);
        }

        @Override
        public void rates(float[] inputs, int count, int steps, boolean training, Philox random, float[][] sizes, float[] rates, float[] slopes) {
            boolean drawn = !smooth && !(training && expected);
            int units = sizes == null ? 1 : sizes.length;
            for (int i = 0; i < count; i++) {
                float input = sizes == null ? inputs[i] : (inputs[i] - sizes[i % units][0]) * sizes[i % units][1];
                float p = (float) (1 / (1 + Math.exp(-input)));
                if (training) {
                    slopes[i] = p * (1 - p);
                }
                rates[i] = drawn ? share(p, steps, random) : p;
            }
        }

        /** A binomial number over its count, by inversion from one random number where its smallest probability is no underflow. */
        private static float share(float p, int steps, Philox random) {
            double rare = Math.min(p, 1 - p);
            int spikes = 0;
            if (steps <= INVERTED) {
                double odds = rare / (1 - rare);
                double chance = Math.pow(1 - rare, steps);
                double left = random.nextDouble() - chance;
                while (left >= 0 && spikes < steps) {
                    spikes++;
                    chance *= odds * (steps - spikes + 1) / spikes;
                    left -= chance;
                }
            } else {
                for (int t = 0; t < steps; t++) {
                    spikes += random.nextDouble() < rare ? 1 : 0;
                }
            }
            return (rare == p ? spikes : steps - spikes) / (float) steps;
        }
    }
}
