package io.larmor.network.hardware;

import io.larmor.core.Parameter;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What a network of junctions costs, by counting devices: 10 fJ a synapse and 100 fJ a neuron for each inference of 100 ns, which
 * is 100 nW and 1 µW. Neurons are all sources of radio-frequency power: one for every input and for every oscillator between
 * layers; outputs are read as voltages. The figures for devices are those of Mizrahi's lecture; 784-300-10 then has the 1084
 * neurons and 238 200 synapses that its slide names, and costs 2.5 nJ; the slide's 1 nJ is that of 784-128-10 (1.1 nJ).
 *
 * @param name of the network
 * @param synapses devices that weigh
 * @param neurons devices that emit
 */
public record Energy(String name, long synapses, long neurons) {

    public static final Parameter SYNAPSE = new Parameter("synapse", Quantity.of("energy of a synapse", Unit.JOULE), 0, 1e-9, 10e-15,
            "the energy of a synapse in one inference");
    public static final Parameter NEURON = new Parameter("neuron", Quantity.of("energy of a neuron", Unit.JOULE), 0, 1e-9, 100e-15,
            "the energy of a neuron in one inference");
    public static final Parameter LATENCY = new Parameter("latency", Quantity.of("latency", Unit.SECOND), 1e-12, 1, 100e-9,
            "the time of one inference");

    /** A multiplication and an addition. */
    private static final int OPERATIONS = 2;

    public Energy {
        if (synapses < 0 || neurons < 0) {
            throw new IllegalArgumentException("energy of " + name + ": " + synapses + " synapses and " + neurons
                    + " neurons; neither can be negative");
        }
    }

    /** The energy of one inference, in joules. */
    public double perInference() {
        return synapses * SYNAPSE.standard() + neurons * NEURON.standard();
    }

    /** The time of one inference, in seconds. */
    public double latency() {
        return LATENCY.standard();
    }

    /** The power while it infers without pause, in watts. */
    public double power() {
        return perInference() / latency();
    }

    /** The part of it that the synapses take, in watts. */
    public double synapsePower() {
        return synapses * SYNAPSE.standard() / latency();
    }

    /** Operations a second: a multiplication and an addition for each synapse in every latency. */
    public double operations() {
        return OPERATIONS * synapses / latency();
    }

    /** Operations a second and watt, which is operations a joule. */
    public double operationsPerWatt() {
        return operations() / power();
    }

    /** One figure a row. */
    public Table table() {
        return Table.create(name, StringColumn.create("", "synapses", "neurons (inputs and oscillators)", "energy per inference",
                "latency", "power", "of it synapses", "operations per second", "operations per second and watt"),
                StringColumn.create("here", Long.toString(synapses), Long.toString(neurons), Unit.JOULE.format(perInference()),
                        Unit.SECOND.format(latency()), Unit.WATT.format(power()), Unit.WATT.format(synapsePower()),
                        tera(operations()) + "OPS", tera(operationsPerWatt()) + "OPS/W"));
    }

    private static String tera(double value) {
        return Unit.digits(value / 1e12) + " T";
    }

    /** What a notebook shows: the figures and what they count. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(table()).line("Counted: " + Unit.JOULE.format(SYNAPSE.standard()) + " a synapse, "
                + Unit.JOULE.format(NEURON.standard()) + " a neuron; an operation is a multiplication or an addition, two a synapse.")
                .mimeBundle();
    }

    @Override
    public String toString() {
        return name + ": " + Unit.JOULE.format(perInference()) + " per inference, " + Unit.WATT.format(power());
    }
}
