package io.larmor.pbit;

import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.physics.pbit.Pbits;
import io.larmor.plot.Picture;
import io.larmor.units.Quantity;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Logic that runs both ways: the lines of the truth table are the states of the least energy, so that clamping the inputs
 * yields the output, and clamping the output yields inputs that fit (Camsari et al., Phys. Rev. X 7, 031014, 2017).
 * Immutable; {@link #clamp} returns a changed copy.
 */
public final class InvertibleGate implements Problem {

    public static final Parameter BITS = new Parameter("invertibleAdder", Quantity.of("bits"), 1, 16, 1, "the bits of the numbers that are added");
    private static final double STRENGTH = 1;

    private final String name;
    private final List<String> terminals;
    private final IsingProblem ising;
    private final double least;
    private final boolean[] free;
    private final boolean[] clamped;

    private InvertibleGate(String name, List<String> terminals, IsingProblem ising, double least, boolean[] free, boolean[] clamped) {
        this.name = name;
        this.terminals = List.copyOf(terminals);
        this.ising = ising.named(name);
        this.least = least;
        this.free = free;
        this.clamped = clamped;
    }

    private static InvertibleGate of(String name, List<String> terminals, IsingProblem ising, double least) {
        boolean[] free = new boolean[terminals.size()];
        Arrays.fill(free, true);
        return new InvertibleGate(name, terminals, ising, least, free, new boolean[free.length]);
    }

    /** C = A and B, with the couplings of Camsari et al. 2017. */
    public static InvertibleGate and() {
        return of("AND", List.of("A", "B", "C"), IsingProblem.of(new double[][] {{0, -1, 2}, {-1, 0, 2}, {2, 2, 0}}, new double[] {1, 1, -2}), -3);
    }

    /** C = A or B: the same couplings, the fields turned round. */
    public static InvertibleGate or() {
        return of("OR", List.of("A", "B", "C"), IsingProblem.of(new double[][] {{0, -1, 2}, {-1, 0, 2}, {2, 2, 0}}, new double[] {-1, -1, 2}), -3);
    }

    /**
     * C = A xor B. Pairs of three p-bits cannot tell its lines apart, so that it has a fourth one, the carry D:
     * {@code E = (A + B − C − 2 D)²}.
     */
    public static InvertibleGate xor() {
        return of("XOR", List.of("A", "B", "C", "D"), IsingProblem.ofSquares(4, new double[] {1, 1, -1, -2, 0}), 0);
    }

    /**
     * S = A + B + carry in, with a carry out: {@code E = Σ_k (A_k + B_k + C_k − S_k − 2 C_(k+1))²} over the bits k. One bit is
     * the full adder, with terminals A, B, C0, S, C1; of more bits they are A0, A1 .., B0 .., C0 .., S0 .. Run backwards it
     * subtracts.
     */
    public static InvertibleGate adder(int bits) {
        BITS.check("invertibleAdder", bits);
        var names = new ArrayList<String>();
        for (String letter : List.of("A", "B", "S")) {
            for (int k = 0; k < bits; k++) {
                names.add(bits == 1 ? letter : letter + k);
            }
        }
        for (int k = 0; k <= bits; k++) {
            names.add("C" + k);
        }
        double[][] forms = new double[bits][names.size() + 1];
        for (int k = 0; k < bits; k++) {
            forms[k][k] = 1;
            forms[k][bits + k] = 1;
            forms[k][2 * bits + k] = -1;
            forms[k][3 * bits + k] = 1;
            forms[k][3 * bits + k + 1] = -2;
        }
        return of(bits == 1 ? "full adder" : "adder of " + bits + " bits", names, IsingProblem.ofSquares(names.size(), forms), 0);
    }

    /**
     * The same with a terminal held at 0 or 1.
     *
     * @throws IllegalArgumentException if there is no such terminal, or the value is neither
     */
    public InvertibleGate clamp(String terminal, int value) {
        int i = terminals.indexOf(terminal);
        if (i < 0) {
            throw new IllegalArgumentException("clamp(\"" + terminal + "\", " + value + "): the " + name + " has the terminals " + String.join(", ", terminals));
        }
        if (value != 0 && value != 1) {
            throw new IllegalArgumentException("clamp(\"" + terminal + "\", " + value + "): a terminal is held at 0 or 1");
        }
        boolean[] freed = free.clone();
        boolean[] held = clamped.clone();
        freed[i] = false;
        held[i] = value == 1;
        String said = name + (name.contains(" with ") ? ", " : " with ") + terminal + " = " + value;
        return new InvertibleGate(said, terminals, ising, least, freed, held);
    }

    /**
     * The same with a number held at the terminals of a letter, the lowest bit at the first: {@code clampNumber("S", 11)}.
     *
     * @throws IllegalArgumentException if there are no such terminals, or too few for the number
     */
    public InvertibleGate clampNumber(String letter, int number) {
        List<String> digits = digits(letter);
        if (number < 0 || digits.size() < 32 && number >>> digits.size() != 0) {
            throw new IllegalArgumentException("clampNumber(\"" + letter + "\", " + number + "): the " + digits.size() + " p-bits "
                    + String.join(", ", digits) + " hold 0 .. " + ((1L << digits.size()) - 1));
        }
        InvertibleGate gate = this;
        for (int k = 0; k < digits.size(); k++) {
            gate = gate.clamp(digits.get(k), number >>> k & 1);
        }
        return gate;
    }

    /** The number at the terminals of a letter in a state. */
    public int number(String letter, boolean[] up) {
        List<String> digits = digits(letter);
        int number = 0;
        for (int k = 0; k < digits.size(); k++) {
            number |= up[terminals.indexOf(digits.get(k))] ? 1 << k : 0;
        }
        return number;
    }

    private List<String> digits(String letter) {
        List<String> digits = terminals.stream().filter(t -> t.equals(letter) || t.matches(Pattern.quote(letter) + "[0-9]+")).toList();
        if (digits.isEmpty()) {
            throw new IllegalArgumentException("\"" + letter + "\": the " + name + " has the terminals " + String.join(", ", terminals));
        }
        return digits;
    }

    /** The names of its p-bits. */
    public List<String> terminals() {
        return terminals;
    }

    /** The states of the least energy that the clamped terminals allow, as people read them: the lines of the truth table. */
    public List<String> lines() {
        double[] energies = Boltzmann.energies(this);
        return IntStream.range(0, energies.length).filter(s -> energies[s] <= least + 1e-9)
                .mapToObj(s -> label(Boltzmann.state(s, pbits()))).toList();
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int pbits() {
        return terminals.size();
    }

    @Override
    public boolean[] free() {
        return free.clone();
    }

    @Override
    public boolean[] clamped() {
        return clamped.clone();
    }

    @Override
    public double energy(boolean[] up) {
        return ising.energy(up);
    }

    @Override
    public double least() {
        return least;
    }

    @Override
    public double strength() {
        return STRENGTH;
    }

    /** Zeros and ones in the order of the terminals. */
    @Override
    public String label(boolean[] up) {
        return ising.label(up);
    }

    @Override
    public Pbits start(boolean[] start, double[] gains, Seed seed) {
        return ising.start(start, free, gains, seed);
    }

    @Override
    public Picture picture(double[] shares, double[] exact) {
        return StateBars.of(this, shares, exact).caption("states of " + String.join(" ", terminals));
    }

    @Override
    public String toString() {
        return name + " of " + pbits() + " p-bits (" + String.join(", ", terminals) + ")";
    }
}
