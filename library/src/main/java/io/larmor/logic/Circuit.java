package io.larmor.logic;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Sweep;
import io.larmor.logic.Element.Kind;
import io.larmor.plot.Drawing;
import io.larmor.plot.Page;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A circuit of domain walls: the description of nanowires that a rotating field clocks, immutable. A wall present means 1, none
 * means 0; a wire carries one bit a half cycle. Each element adds its delay: an inverter one half cycle, a delay as many as it is
 * told, junctions, forks and crossings none. A wire that leads to several elements forks by itself, and each fork counts as an
 * element. Wires may be named before they are made. Allwood et al., Science 309, 1688 (2005).
 *
 * <pre>{@code
 * var xor = circuit("xor").inputs("a", "b").or("any", "a", "b").and("both", "a", "b").not("not both", "both")
 *     .and("out", "any", "not both").outputs("out").balanced();
 * xor.check(bits -> new boolean[] {bits[0] ^ bits[1]});
 * }</pre>
 */
public final class Circuit {

    public static final Parameter FAULT = new Parameter("faultProbability", new Quantity("fault probability", "ε", Unit.NONE), 0, 0.5, 0,
            "how likely an element is to give the wrong value in a half cycle: a wall that is pinned, or one too many");
    public static final Parameter FREQUENCY = new Parameter("frequency", new Quantity("frequency of the field", "f", Unit.HERTZ), 1e-3, 1e9,
            27, "how often the field goes round; a bit moves on twice a turn. The default is our choice");
    public static final Parameter DELAY = new Parameter("halfCycles", Quantity.of("half cycles"), 1, 1000, 1,
            "how many half cycles of the field a delay takes");
    public static final Parameter RUNS = new Parameter("runs", Quantity.of("runs"), 1, 1e9, 1e5,
            "how often a circuit is run to count its faults");
    static final Parameter HALF_CYCLES = new Parameter("halfCycles", Quantity.of("half cycles"), 1, 1e6, 16,
            "for how many half cycles of the field the circuit is run");

    private final String name;
    private final List<String> inputs;
    private final List<String> outputs;
    private final List<Element> elements;
    private final double fault;
    private final double frequency;

    private Circuit(String name, List<String> inputs, List<String> outputs, List<Element> elements, double fault, double frequency) {
        this.name = name;
        this.inputs = List.copyOf(inputs);
        this.outputs = List.copyOf(outputs);
        this.elements = List.copyOf(elements);
        this.fault = FAULT.check("circuit", fault);
        this.frequency = FREQUENCY.check("circuit", frequency);
    }

    /** A circuit without any wires yet. */
    public static Circuit named(String name) {
        return new Circuit(name, List.of(), List.of(), List.of(), FAULT.standard(), FREQUENCY.standard());
    }

    /** Adds wires that lead in from outside. */
    public Circuit inputs(String... names) {
        var more = new ArrayList<>(inputs);
        more.addAll(List.of(names));
        return new Circuit(name, more, outputs, elements, fault, frequency);
    }

    /** Adds wires that lead out, named as the wires of the elements that make them. */
    public Circuit outputs(String... names) {
        var more = new ArrayList<>(outputs);
        more.addAll(List.of(names));
        return new Circuit(name, inputs, more, elements, fault, frequency);
    }

    /** Adds an inverter, which takes half a cycle. */
    public Circuit not(String out, String in) {
        return plus(new Element(Kind.NOT, List.of(out), List.of(in), 1));
    }

    /** Adds a junction that lets only two walls together through. */
    public Circuit and(String out, String in, String other) {
        return plus(new Element(Kind.AND, List.of(out), List.of(in, other), 0));
    }

    /** Adds a junction that lets any wall through. */
    public Circuit or(String out, String in, String other) {
        return plus(new Element(Kind.OR, List.of(out), List.of(in, other), 0));
    }

    /** Adds a fork: two wires that carry on what one brought. */
    public Circuit fanOut(String out, String other, String in) {
        return plus(new Element(Kind.FAN_OUT, List.of(out, other), List.of(in), 0));
    }

    /** Adds a crossing: each of two wires carries on what it brought, {@code out} that of {@code in}. */
    public Circuit crossing(String out, String other, String in, String otherIn) {
        return plus(new Element(Kind.CROSSING, List.of(out, other), List.of(in, otherIn), 0));
    }

    /** Adds a delay of half a cycle. */
    public Circuit delay(String out, String in) {
        return delay(out, in, 1);
    }

    /**
     * Adds a delay.
     *
     * @param halfCycles {@link #DELAY}
     */
    public Circuit delay(String out, String in, int halfCycles) {
        DELAY.check("delay", halfCycles);
        return plus(new Element(Kind.DELAY, List.of(out), List.of(in), halfCycles));
    }

    /**
     * Adds a whole circuit as a part. Its wires are named with the part's name in front: the output {@code sum} of the part
     * {@code first} is the wire {@code first.sum}.
     *
     * @param from the wires that lead to the part's inputs, in their order
     * @throws IllegalArgumentException if there are more or fewer than it has inputs
     */
    public Circuit part(String part, Circuit circuit, String... from) {
        if (from.length != circuit.inputs.size()) {
            throw new IllegalArgumentException("circuit \"" + name + "\": the part \"" + part + "\" has the inputs "
                    + String.join(", ", circuit.inputs) + "; " + from.length + " wires lead to it: " + String.join(", ", from));
        }
        var rename = new LinkedHashMap<String, String>();
        for (int i = 0; i < from.length; i++) {
            rename.put(circuit.inputs.get(i), from[i]);
        }
        UnaryOperator<String> named = wire -> rename.getOrDefault(wire, part + "." + wire);
        Circuit all = this;
        for (Element e : circuit.elements) {
            all = all.plus(new Element(e.kind(), e.outputs().stream().map(named).toList(), e.inputs().stream().map(named).toList(),
                    e.halfCycles()));
        }
        return all;
    }

    /**
     * The same with delays wherever two walls would meet at different times, and before outputs that would be early: then a new
     * word can follow every half cycle.
     *
     * @throws IllegalArgumentException if the circuit has a loop or cannot be run
     */
    public Circuit balanced() {
        return Balance.of(this);
    }

    /**
     * The same with elements that fail.
     *
     * @param probability {@link #FAULT}
     */
    public Circuit faultProbability(double probability) {
        return new Circuit(name, inputs, outputs, elements, probability, frequency);
    }

    /**
     * The same in a field of another frequency, which only sets how long a half cycle takes.
     *
     * @param frequency {@link #FREQUENCY}
     */
    public Circuit frequency(double frequency) {
        return new Circuit(name, inputs, outputs, elements, fault, frequency);
    }

    private Circuit plus(Element element) {
        var more = new ArrayList<>(elements);
        more.add(element);
        return with(more);
    }

    Circuit with(List<Element> other) {
        return new Circuit(name, inputs, outputs, other, fault, frequency);
    }

    /** Its name. */
    public String name() {
        return name;
    }

    /** The wires that lead in, in the order of a truth table. */
    public List<String> inputNames() {
        return inputs;
    }

    /** The wires that lead out, in the order of a truth table. */
    public List<String> outputNames() {
        return outputs;
    }

    /** Its elements in the order in which they were added, without the forks that add themselves. */
    public List<Element> elements() {
        return elements;
    }

    /** The fault probability of its elements. */
    public double fault() {
        return fault;
    }

    /** The frequency of the field, in hertz. */
    public double field() {
        return frequency;
    }

    /** How many places can fail: one an element, one a fork that adds itself, one a half cycle of a delay, two a crossing. */
    public int places() {
        return wiring().places();
    }

    /**
     * How many half cycles a word needs from the inputs to the last output.
     *
     * @throws IllegalArgumentException if the circuit has a loop or cannot be run
     */
    public int latency() {
        return wiring().latency();
    }

    Wiring wiring() {
        Citations.use(Papers.ALLWOOD_2005, "circuit");
        return Wiring.of(this);
    }

    /**
     * Runs it bit by bit until the last bit has come out, or for as long as the longest input where there is a loop.
     *
     * @param bits of each input, a bit a half cycle, the first one first: {@code "a = 0011"}; spaces do not matter
     * @throws IllegalArgumentException if a name or a character is unknown, an input has no bits, or the circuit cannot be run
     */
    public Waveform simulate(String... bits) {
        Wiring wiring = wiring();
        boolean[][] drive = Drives.of(this, bits);
        int longest = Arrays.stream(drive).mapToInt(d -> d.length).max().orElse(0);
        return Simulation.run(this, wiring, drive, Math.max(1, longest + (wiring.loops() ? 0 : wiring.latency())));
    }

    /**
     * The same for a number of half cycles; inputs that are shorter are followed by 0.
     *
     * @param halfCycles 1 .. 1 000 000
     */
    public Waveform simulate(int halfCycles, String... bits) {
        HALF_CYCLES.check("simulate", halfCycles);
        return Simulation.run(this, wiring(), Drives.of(this, bits), halfCycles);
    }

    /**
     * Compares it, without faults, with what it should do: every word held until the outputs rest, and all pairs of words one right
     * after the other.
     *
     * @param truth the outputs in their order for inputs in their order
     * @throws IllegalArgumentException if it has a loop, more than eight inputs, or cannot be run
     */
    public TruthCheck check(UnaryOperator<boolean[]> truth) {
        return TruthCheck.of(this, truth);
    }

    /**
     * The same for a table as people write it: {@code check("00 > 0, 01 > 1, 10 > 1, 11 > 0")}.
     *
     * @throws IllegalArgumentException if a row is missing, is there twice or has the wrong length
     */
    public TruthCheck check(String table) {
        return TruthCheck.of(this, Drives.table(this, table));
    }

    /**
     * The share of words that come out wrong, by running it on all words in turn; the spread is the standard error.
     *
     * @param faults {@link #FAULT}, the values to run it at
     * @param runs {@link #RUNS}, how many words at each
     * @throws IllegalArgumentException if words meet at different times; see {@link #balanced}
     */
    public Sweep errorRates(double[] faults, int runs) {
        return Faults.simulated(this, faults, (int) RUNS.check("errorRates", runs));
    }

    /**
     * The same exactly, by counting every pattern of faults: the sum over m of A_m ε^m (1-ε)^(k-m) for k places, where A_m patterns
     * of m faults make a word wrong.
     *
     * @param faults {@link #FAULT}, the values to compute it at
     * @throws IllegalArgumentException for more than {@value Faults#MOST} places, or if words meet at different times
     */
    public Sweep exactErrorRates(double[] faults) {
        return Faults.exact(this, faults);
    }

    /**
     * The share of runs whose outputs are all right, half cycle after half cycle, at the circuit's own fault probability; also for
     * circuits with loops.
     *
     * @param runs {@link #RUNS}
     * @param bits of the inputs, as for {@link #simulate(int, String...)}
     */
    public Sweep survival(int runs, int halfCycles, String... bits) {
        HALF_CYCLES.check("survival", halfCycles);
        return Faults.survival(this, (int) RUNS.check("survival", runs), halfCycles, Drives.of(this, bits));
    }

    /** The circuit as a picture: wires, elements, names. */
    public Drawing plot() {
        return CircuitDrawing.of(this, null);
    }

    /** The same with the walls of one half cycle of a run. */
    public Drawing plot(Waveform run, int halfCycle) {
        return CircuitDrawing.of(this, run.at(halfCycle));
    }

    /** What a notebook shows: what it consists of, and the picture. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return wiring().summary();
    }
}
