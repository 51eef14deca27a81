package io.larmor.dsl;

import io.larmor.device.DwNeuron;
import io.larmor.device.VoltageNeuron;
import io.larmor.neuron.Firing;
import io.larmor.neuron.SpikingNetwork;

/** The words for magnetic neurons and networks of them. */
public final class Neurons {

    private Neurons() {
    }

    /**
     * A neuron that a voltage pulse switches by chance (Yuan et al., Nanotechnology 33, 2022). Setters: {@code voltage},
     * {@code half}, {@code width}, {@code pulse}, {@code sized}. Example: {@code voltageNeuron().sized(0.05, -0.05).probability(mV(250))}.
     */
    public static VoltageNeuron voltageNeuron() {
        return VoltageNeuron.standard();
    }

    /**
     * A domain wall that integrates a current, leaks, and fires at the end of its wire (Leonard et al., arXiv:2304.04794). Setters:
     * {@code current}, {@code leak}, {@code length}, {@code noise} and others. Example: {@code dwNeuron().rate(6e10)}.
     */
    public static DwNeuron dwNeuron() {
        return DwNeuron.standard();
    }

    /**
     * A network with one hidden layer of magnetic neurons. Example: {@code spikingNetwork(100).neurons(dwNeuron()).steps(25).epochs(5)}.
     *
     * @param hidden {@link SpikingNetwork#HIDDEN}
     */
    public static SpikingNetwork spikingNetwork(int hidden) {
        return SpikingNetwork.of(hidden);
    }

    /**
     * Ideal neurons that leak, integrate and fire. Example: {@code spikingNetwork(100).neurons(idealLeaky(0.9))}.
     *
     * @param beta what a step leaves of what was integrated, a plain number of 0 to 1
     */
    public static Firing idealLeaky(double beta) {
        return Firing.Leaky.ideal(beta);
    }

    /** Domain-wall neurons that fire or not by chance in every step. Example: {@code spikingNetwork(100).neurons(binaryDw())}. */
    public static Firing binaryDw() {
        return Firing.Chance.binary();
    }

    /** Sigmoids in software, the control without chance. Example: {@code spikingNetwork(100).neurons(softwareSigmoid())}. */
    public static Firing softwareSigmoid() {
        return Firing.Chance.software();
    }
}
