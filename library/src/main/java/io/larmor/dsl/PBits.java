package io.larmor.dsl;

import io.larmor.pbit.Annealer;
import io.larmor.pbit.Factorization;
import io.larmor.pbit.InvertibleGate;
import io.larmor.pbit.IsingProblem;
import io.larmor.pbit.PBitNetwork;
import io.larmor.pbit.Problem;
import io.larmor.pbit.SearchControls;
import io.larmor.population.Cursive;
import io.larmor.population.LocalRule;
import io.larmor.population.Population;
import io.larmor.stochastic.StreamCnn;

/** The words for probabilistic bits and for populations of superparamagnetic junctions. */
public final class PBits {

    private PBits() {
    }

    /**
     * P-bits that wander through the states of a problem, the more often the lower their energy (Camsari et al., Phys. Rev. X
     * 7, 031014, 2017); {@code .strength(I0)} or {@code .temperature(T)}, {@code .sweeps(n)}, {@code .variability(0.1)}, then
     * {@code .run()} or {@code .exact()}. Example: {@code pbits(factor(945)).run()}.
     *
     * @param problem such as {@code factor(945)}, {@code ising(..)} or {@code invertibleAnd()}
     */
    public static PBitNetwork pbits(Problem problem) {
        return PBitNetwork.of(problem);
    }

    /**
     * An odd number to be split into two factors, E = (X Y − N)² (Borders et al., Nature 573, 390, 2019); {@code .bits(5, 3)}
     * sets the p-bits of X and Y. Example: {@code annealer().solve(factor(945))}.
     *
     * @param number {@link Factorization#NUMBER}
     */
    public static Factorization factor(long number) {
        return Factorization.of(number);
    }

    /**
     * A problem of pairs, E = −Σ h m − Σ J m m, with a symmetric matrix J. Example:
     * {@code ising(new double[][] {{0, 1}, {1, 0}}, new double[] {0.5, 0})}.
     *
     * @param couplings J, plain numbers, zeros on the diagonal
     * @param fields h, one plain number a p-bit
     */
    public static IsingProblem ising(double[][] couplings, double[] fields) {
        return IsingProblem.of(couplings, fields);
    }

    /**
     * A problem of pairs without fields. Example: {@code pbits(ising(new double[][] {{0, -1}, {-1, 0}})).run()}.
     *
     * @param couplings J, plain numbers, symmetric, zeros on the diagonal
     */
    public static IsingProblem ising(double[][] couplings) {
        return IsingProblem.of(couplings, new double[couplings.length]);
    }

    /**
     * A problem of few pairs among many p-bits. Example: {@code ising(new double[3], new int[][] {{0, 1}, {1, 2}}, new double[] {1, -1})}.
     *
     * @param fields h, one plain number a p-bit
     * @param pairs two p-bits each
     * @param couplings J, one plain number a pair
     */
    public static IsingProblem ising(double[] fields, int[][] pairs, double[] couplings) {
        return IsingProblem.of(fields, pairs, couplings);
    }

    /** An AND gate that runs both ways, with terminals A, B and C = A and B. Example: {@code pbits(invertibleAnd().clamp("C", 0)).run()}. */
    public static InvertibleGate invertibleAnd() {
        return InvertibleGate.and();
    }

    /** An OR gate that runs both ways, with terminals A, B and C = A or B. Example: {@code pbits(invertibleOr().clamp("C", 1)).run()}. */
    public static InvertibleGate invertibleOr() {
        return InvertibleGate.or();
    }

    /** An XOR gate that runs both ways, with terminals A, B, C = A xor B and a carry D. Example: {@code pbits(invertibleXor().clamp("C", 1)).run()}. */
    public static InvertibleGate invertibleXor() {
        return InvertibleGate.xor();
    }

    /**
     * An adder that runs both ways, and so subtracts; of one bit the full adder, with terminals A, B, S, C0 (carry in), C1
     * (carry out). Example: {@code pbits(invertibleAdder(4).clampNumber("S", 11).clampNumber("A", 7)).run()}.
     *
     * @param bits {@link InvertibleGate#BITS}
     */
    public static InvertibleGate invertibleAdder(int bits) {
        return InvertibleGate.adder(bits);
    }

    /** A cooling of p-bits from a fifth of the problem's own strength to twice it. Example: {@code annealer().solve(factor(945))}. */
    public static Annealer annealer() {
        return Annealer.standard();
    }

    /**
     * A cooling of p-bits between two strengths I0; {@code .sweeps(200_000)}, {@code .runs(10)}. Example:
     * {@code annealer(1e-5, 1e-3).solve(factor(945))}.
     *
     * @param from {@link Annealer#FROM}
     * @param to {@link Annealer#TO}
     */
    public static Annealer annealer(double from, double to) {
        return Annealer.standard().strengths(from, to);
    }

    /** What guessing and greedy descent need for the same problem. Example: {@code searchControls(factor(945))}. */
    public static SearchControls searchControls(Problem problem) {
        return SearchControls.of(problem);
    }

    /**
     * Superparamagnetic junctions with tuning curves side by side (Mizrahi et al., Nat. Commun. 9, 1533, 2018);
     * {@code .time(ms(100))}, {@code .variability(0.1)}. Example:
     * {@code population(9).fit(linspace(-8e-6, 8e-6, 50), linspace(0, 1, 50))}.
     *
     * @param junctions {@link Population#SIZE}
     */
    public static Population population(int junctions) {
        return Population.of(junctions);
    }

    /**
     * Learning of a population's weights by trial and error, w += η (target − H) r / |r|². Example:
     * {@code population(9).learn(localRule(0.5, 10_000), linspace(-8e-6, 8e-6, 50), linspace(0, 1, 50))}.
     *
     * @param rate {@link LocalRule#RATE}
     * @param trials {@link LocalRule#TRIALS}
     */
    public static LocalRule localRule(double rate, int trials) {
        return new LocalRule(rate, trials);
    }

    /**
     * A letter in cursive as two functions x(t) and y(t): a, c, e, l or o. Example: {@code cursive('e').plot()}.
     *
     * @param letter which
     */
    public static Cursive cursive(char letter) {
        return Cursive.of(letter, (int) Cursive.POINTS.standard());
    }

    /**
     * A convolutional network of bit streams, AND and OR gates for images of one channel (Daniels et al., Phys. Rev. Applied 13,
     * 034016, 2020): {@code .fit(task)}, then {@code .closedForm(task, task.test())} or {@code .run(task, task.test(), 64, 256)}.
     * Example: {@code streamCnn(28, 28, 10).epochs(10)}.
     *
     * @param rows of the images
     * @param columns of the images
     * @param classes how many
     */
    public static StreamCnn streamCnn(int rows, int columns, int classes) {
        return StreamCnn.of(rows, columns, classes);
    }
}
