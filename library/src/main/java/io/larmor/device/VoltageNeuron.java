package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Device;
import io.larmor.core.Dynamics;
import io.larmor.core.Observable;
import io.larmor.core.Parameter;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A neuron that switches by chance: a voltage pulse turns the magnetization of a nanomagnet to its hard axis by strain, and when the
 * pulse ends heat chooses the well (Yuan et al., Nanotechnology 33, 2022, 10.1088/1361-6528/ac4662). Each pulse switches it with
 * probability P = 1/(1 + exp(-(V - V0(t))/s)), independently of those before; a longer pulse needs less voltage, V0(t) = V0 - s
 * ln(t/1 ns).
 *
 * <p>The energy of a switch, 27.66 aJ, is the paper's. V0 = 250 mV, s = 25 mV and what sizes do are our choice: V0 grows with the
 * thickness over which the voltage falls, and s shrinks with the barrier, which grows with the area: s/(1 + width error)².
 *
 * @param voltage the voltage of a pulse at rest, in volts
 * @param half the voltage V0 of an even chance for pulses of 1 ns, in volts
 * @param width the width s of the sigmoid, in volts
 * @param pulse how long a pulse is, in seconds
 * @param thicknessError how much thicker it is than meant, as a part
 * @param widthError how much wider it is than meant, as a part
 */
public record VoltageNeuron(double voltage, double half, double width, double pulse, double thicknessError, double widthError)
        implements Device {

    public static final Parameter VOLTAGE = new Parameter("voltage", new Quantity("voltage", "V", Unit.VOLT), -5, 5, 0.25,
            "the height of a voltage pulse");
    public static final Parameter HALF = new Parameter("half", new Quantity("voltage of an even chance", "V0", Unit.VOLT), 1e-3, 5, 0.25,
            "the voltage at which half of all pulses of 1 ns switch");
    public static final Parameter WIDTH = new Parameter("width", new Quantity("width of the sigmoid", "s", Unit.VOLT), 1e-4, 1, 0.025,
            "how much voltage brings the odds to switch up by e");
    public static final Parameter PULSE = new Parameter("pulse", new Quantity("time of a pulse", "t", Unit.SECOND), 1e-11, 1e-3, 1e-9,
            "how long a voltage pulse is");
    public static final Parameter THICKNESS = new Parameter("thicknessError", Quantity.of("thickness error"), -0.5, 0.5, 0,
            "how much thicker than meant it is, a part: 0.05 for 5 %");
    public static final Parameter SIZE = new Parameter("widthError", Quantity.of("width error"), -0.5, 0.5, 0,
            "how much wider than meant it is, a part: 0.05 for 5 %");

    /** What one switch dissipates, in joules (Yuan et al. 2022). */
    public static final double ENERGY = 27.66e-18;

    /** Whether the last pulse switched it: 1, or 0, which it is before the first. */
    public static final Observable SWITCHED = new Observable("switched", Quantity.of("switched"));

    private static final Quantity PROBABILITY = new Quantity("probability to switch", "P", Unit.NONE);
    private static final double REFERENCE = 1e-9;

    public VoltageNeuron {
        VOLTAGE.check("voltageNeuron", voltage);
        HALF.check("voltageNeuron", half);
        WIDTH.check("voltageNeuron", width);
        PULSE.check("voltageNeuron", pulse);
        THICKNESS.check("voltageNeuron", thicknessError);
        SIZE.check("voltageNeuron", widthError);
    }

    /** The neuron with every default, at an even chance. */
    public static VoltageNeuron standard() {
        return new VoltageNeuron(VOLTAGE.standard(), HALF.standard(), WIDTH.standard(), PULSE.standard(), 0, 0);
    }

    /** The same with another voltage at rest, in volts. */
    public VoltageNeuron voltage(double voltage) {
        return new VoltageNeuron(voltage, half, width, pulse, thicknessError, widthError);
    }

    /** The same with another voltage of an even chance, in volts. */
    public VoltageNeuron half(double half) {
        return new VoltageNeuron(voltage, half, width, pulse, thicknessError, widthError);
    }

    /** The same with another width of the sigmoid, in volts. */
    public VoltageNeuron width(double width) {
        return new VoltageNeuron(voltage, half, width, pulse, thicknessError, widthError);
    }

    /** The same with longer or shorter pulses, in seconds. */
    public VoltageNeuron pulse(double pulse) {
        return new VoltageNeuron(voltage, half, width, pulse, thicknessError, widthError);
    }

    /**
     * The same in another size than meant.
     *
     * @param thicknessError {@link #THICKNESS}
     * @param widthError {@link #SIZE}
     */
    public VoltageNeuron sized(double thicknessError, double widthError) {
        return new VoltageNeuron(voltage, half, width, pulse, thicknessError, widthError);
    }

    /** The voltage of an even chance with its size and its pulses, in volts. */
    public double threshold() {
        return half * (1 + thicknessError) - spread() * Math.log(pulse / REFERENCE);
    }

    /** The width of the sigmoid with its size, in volts. */
    public double spread() {
        return width / ((1 + widthError) * (1 + widthError));
    }

    /** The probability that a pulse of a voltage, in volts, switches it. */
    public double probability(double voltage) {
        return 1 / (1 + Math.exp(-(VOLTAGE.check(name(), voltage) - threshold()) / spread()));
    }

    /** The probability to switch against the voltage. */
    public Sweep switching(double[] voltages) {
        return Sweep.over("closed form", VOLTAGE.quantity(), voltages, PROBABILITY, this::probability);
    }

    /** The share of so many pulses that switch it, with its standard deviation. */
    public Sweep measured(double[] voltages, int pulses) {
        if (pulses < 1) {
            throw new IllegalArgumentException("voltageNeuron was to be pulsed " + pulses + " times; once at least is needed");
        }
        double[] shares = new double[voltages.length];
        double[] spreads = new double[voltages.length];
        for (int i = 0; i < voltages.length; i++) {
            double p = probability(voltages[i]);
            Philox random = Seed.root().child(name()).child("measured").child(i).generator();
            int count = 0;
            for (int k = 0; k < pulses; k++) {
                count += random.nextDouble() < p ? 1 : 0;
            }
            shares[i] = count / (double) pulses;
            spreads[i] = Math.sqrt(p * (1 - p) / pulses);
        }
        return new Sweep(pulses + " pulses", VOLTAGE.quantity(), voltages.clone(), PROBABILITY, shares, spreads);
    }

    @Override
    public String name() {
        return "voltageNeuron";
    }

    @Override
    public Parameter input() {
        return VOLTAGE;
    }

    @Override
    public double bias() {
        return voltage;
    }

    /** Three widths, or what is left of the range. */
    @Override
    public double swing() {
        return Math.min(3 * width, VOLTAGE.max() - Math.abs(voltage));
    }

    /** None: every pulse begins anew. */
    @Override
    public double memory() {
        return 0;
    }

    @Override
    public List<Observable> observables() {
        return List.of(SWITCHED);
    }

    @Override
    public Map<Parameter, Double> settings() {
        var settings = new LinkedHashMap<Parameter, Double>();
        settings.put(VOLTAGE, voltage);
        settings.put(HALF, half);
        settings.put(WIDTH, width);
        settings.put(PULSE, pulse);
        settings.put(THICKNESS, thicknessError);
        settings.put(SIZE, widthError);
        return settings;
    }

    @Override
    public Dynamics start(List<Seed> lanes) {
        Citations.use(Papers.YUAN_2022, "voltageNeuron");
        return new InMotion(this, lanes);
    }

    @Override
    public String toString() {
        return "voltage-driven neuron that switches with " + Unit.digits(100 * probability(voltage)) + " % at " + Unit.VOLT.format(voltage);
    }

    /** Neurons in use, one a lane: each slot is one pulse. */
    private static final class InMotion implements Dynamics {
        private final VoltageNeuron neuron;
        private final Philox[] random;
        private final double[] switched;

        InMotion(VoltageNeuron neuron, List<Seed> lanes) {
            this.neuron = neuron;
            random = lanes.stream().map(Seed::generator).toArray(Philox[]::new);
            switched = new double[lanes.size()];
        }

        @Override
        public int lanes() {
            return switched.length;
        }

        @Override
        public void advance(double[] voltages, double duration) {
            for (int i = 0; i < switched.length; i++) {
                VOLTAGE.check(neuron.name(), voltages[i]);
            }
            for (int i = 0; i < switched.length; i++) {
                switched[i] = random[i].nextDouble() < neuron.probability(voltages[i]) ? 1 : 0;
            }
        }

        @Override
        public void read(Observable what, double[] into) {
            if (!what.equals(SWITCHED)) {
                throw new IllegalArgumentException(neuron.name() + " cannot be read for " + what.key() + "; it can for switched");
            }
            System.arraycopy(switched, 0, into, 0, switched.length);
        }
    }
}
