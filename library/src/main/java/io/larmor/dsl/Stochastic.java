package io.larmor.dsl;

import io.larmor.device.DwSynapse;

/** The words for computing with chance: stochastic synapses, bit streams, and networks of both. */
public final class Stochastic {

    private Stochastic() {
    }

    /**
     * A nanowire whose domain wall passes a notch with a chance that a bias field sets (Ellis et al., arXiv:2303.01886). By
     * default an even chance at 5 mT. Setters: {@code field}, {@code half}, {@code width}, {@code thermal}, {@code pulse}.
     * Example: {@code dwSynapse().biasedTo(0.3).weight(200).plot()}.
     */
    public static DwSynapse dwSynapse() {
        return DwSynapse.standard();
    }
}
