package io.larmor.dsl;

import io.larmor.device.DwSynapse;
import io.larmor.stochastic.BitStream;
import io.larmor.stochastic.StreamNetwork;
import io.larmor.stochastic.StreamNeuron;
import io.larmor.stochastic.SynapseLayer;
import java.util.List;

/** The words for computing with chance: stochastic synapses, bit streams, and networks of both. */
public final class Stochastic {

    private Stochastic() {
    }

    /**
     * A nanowire whose domain wall passes a notch with a chance that a bias field sets (Ellis et al., arXiv:2303.01886). By
     * default an even chance at 5 mT. Setters: {@code field}, {@code half}, {@code width}, {@code thermal}, {@code pulse}.
     * Example: {@code dwSynapse().biasedTo(0.3).weight(200, 0).plot()}.
     */
    public static DwSynapse dwSynapse() {
        return DwSynapse.standard();
    }

    /**
     * A number as a stream of random bits, of source 0; streams of one source share their random numbers, so that they are
     * anything but independent. Example: {@code stream(0.3, 1000).and(stream(0.5, 1000, 1)).mean()}.
     *
     * @param p {@link BitStream#PROBABILITY}
     * @param bits {@link BitStream#LENGTH}
     */
    public static BitStream stream(double p, int bits) {
        return BitStream.of(p, bits, 0);
    }

    /**
     * The same of another source. Streams of different sources are independent. Example: {@code stream(0.3, 1000, 7)}.
     *
     * @param p {@link BitStream#PROBABILITY}
     * @param bits {@link BitStream#LENGTH}
     * @param source from 0 on
     */
    public static BitStream stream(double p, int bits, int source) {
        return BitStream.of(p, bits, source);
    }

    /**
     * The reads of a synapse as a stream. Example: {@code reads(dwSynapse().biasedTo(0.3), 1000, 0)}.
     *
     * @param bits how many reads
     * @param number of the synapse, from 0 on; synapses of different numbers are independent
     */
    public static BitStream reads(DwSynapse synapse, int bits, int number) {
        return BitStream.ofBits(synapse.reads(bits, number), number);
    }

    /**
     * Independent streams of one length. Example: {@code independentStreams(1000, 0.3, 0.5, 0.9)}.
     *
     * @param bits {@link BitStream#LENGTH}
     * @param probabilities one a stream, plain numbers of 0 to 1
     */
    public static List<BitStream> independentStreams(int bits, double... probabilities) {
        return BitStream.independent(bits, probabilities);
    }

    /**
     * A neuron of AND synapses and an OR gate: data and the weights on them. Example:
     * {@code streamNeuron(new double[] {0.3, 0.9}, new double[] {0.5, 0.2}).run(1000, 0)}.
     *
     * @param data probabilities, plain numbers of 0 to 1
     * @param weights as many plain numbers of 0 to 1
     */
    public static StreamNeuron streamNeuron(double[] data, double[] weights) {
        return new StreamNeuron(data, weights);
    }

    /**
     * Random neurons, measured against their prediction. Example: {@code neuronTrials(2, 50, 1000)}.
     *
     * @param synapses of each
     * @param settings how many neurons
     * @param bits of each stream
     */
    public static StreamNeuron.Trials neuronTrials(int synapses, int settings, int bits) {
        return StreamNeuron.trials(synapses, settings, bits);
    }

    /**
     * A classifier of stochastic synapses, trained for a number of reads with mean and variance (Ellis et al.,
     * arXiv:2303.01886). Example: {@code synapseLayer().reads(10).epochs(2).fit(mnist().twin(600, 100).task())}.
     */
    public static SynapseLayer synapseLayer() {
        return SynapseLayer.standard();
    }

    /**
     * A network of bit streams, AND synapses and OR neurons, trained in closed form and run as streams. Example:
     * {@code streamNetwork(784, 32, 10).epochs(2).fit(mnist().twin(600, 100).task())}.
     *
     * @param sizes inputs, hidden neurons layer by layer, classes
     */
    public static StreamNetwork streamNetwork(int... sizes) {
        return StreamNetwork.of(sizes);
    }
}
