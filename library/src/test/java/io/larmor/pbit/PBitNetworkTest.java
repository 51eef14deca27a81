package io.larmor.pbit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.ReferenceVector;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PBitNetworkTest {

    private static final double NEAR = 0.01;

    static Stream<Problem> small() {
        return Stream.of(InvertibleGate.and(), InvertibleGate.or(), InvertibleGate.xor(), InvertibleGate.adder(1), InvertibleGate.adder(1).clamp("S", 1),
                Factorization.of(35), Factorization.of(161), Factorization.of(945), glass(8));
    }

    private static IsingProblem glass(int n) {
        var random = new SplittableRandom(1);
        double[][] j = new double[n][n];
        double[] h = new double[n];
        for (int i = 0; i < n; i++) {
            h[i] = random.nextDouble(-0.5, 0.5);
            for (int k = 0; k < i; k++) {
                j[i][k] = j[k][i] = random.nextDouble(-1, 1);
            }
        }
        return IsingProblem.of(j, h);
    }

    @ParameterizedTest
    @MethodSource("small")
    void statesComeAsOftenAsBoltzmannSays(Problem problem) {
        var sampling = PBitNetwork.of(problem).strength(0.5 * problem.strength()).run();
        assertTrue(sampling.kullbackLeibler() < NEAR, problem.name() + " is off by " + sampling.kullbackLeibler());
        var exact = sampling.network().exact();
        assertEquals(exact.meanEnergy(), sampling.meanEnergy(), 0.05 * Math.abs(exact.meanEnergy()) + 0.01);
    }

    @Test
    void pbitsThatDifferAreNotBoltzmann() {
        var sampling = PBitNetwork.of(glass(8)).variability(0.5).run();
        assertTrue(sampling.kullbackLeibler() > NEAR, "off by " + sampling.kullbackLeibler());
    }

    @Test
    void theExactDistributionIsThatOfTheReference() throws IOException {
        var reference = ReferenceVector.read("pbit_and_gate_boltzmann");
        double[] strengths = reference.column("I0");
        for (int row = 0; row < strengths.length; row++) {
            double[] shares = Boltzmann.of(InvertibleGate.and(), strengths[row]).shares();
            int code = 0;
            String[] terminals = {"A", "B", "C"};
            for (int i = 0; i < 3; i++) {
                code |= reference.column(terminals[i])[row] > 0 ? 1 << i : 0;
            }
            assertEquals(reference.column("probability")[row], shares[code], 1e-12);
        }
    }

    @Test
    void aChainHasTheEnergyThatIsKnown() {
        int n = 400;
        int[][] pairs = new int[n - 1][];
        double[] couplings = new double[n - 1];
        for (int i = 0; i + 1 < n; i++) {
            pairs[i] = new int[] {i, i + 1};
            couplings[i] = 1;
        }
        var chain = IsingProblem.of(new double[n], pairs, couplings);
        assertTrue(!chain.isDense());
        double strength = 0.7;
        var sampling = PBitNetwork.of(chain).strength(strength).sweeps(5000).run();
        // One spin of an open chain decides the next: <E> = -(n - 1) tanh(I0 J).
        assertEquals(-(n - 1) * Math.tanh(strength), sampling.meanEnergy(), 3);
        assertThrows(IllegalStateException.class, sampling::shares);
    }

    @Test
    void gatesHaveTheLinesOfTheirTruthTables() {
        assertEquals(Set.of("000", "010", "100", "111"), new TreeSet<>(InvertibleGate.and().lines()));
        assertEquals(Set.of("000", "011", "101", "111"), new TreeSet<>(InvertibleGate.or().lines()));
        assertEquals(Set.of("0000", "0110", "1010", "1101"), new TreeSet<>(InvertibleGate.xor().lines()));
        assertEquals(8, InvertibleGate.adder(1).lines().size());
        assertEquals(2 * 16 * 16, InvertibleGate.adder(4).lines().size());
        assertEquals(List.of("111"), InvertibleGate.and().clamp("C", 1).lines());
    }

    @Test
    void anAdderAddsAndSubtracts() {
        var adder = InvertibleGate.adder(4).clamp("C0", 0);
        var sum = Annealer.standard().sweeps(20_000).runs(1).solve(adder.clampNumber("A", 9).clampNumber("B", 4));
        assertEquals(13, adder.number("S", sum.runs().get(0).most()));
        var difference = Annealer.standard().sweeps(20_000).runs(1).solve(adder.clampNumber("S", 11).clampNumber("A", 7).clamp("C4", 0));
        assertEquals(4, adder.number("B", difference.runs().get(0).most()));
    }

    @Test
    void annealingFindsTheFactors() {
        for (long number : new long[] {35, 945}) {
            var annealed = Annealer.standard().sweeps(20_000).solve(Factorization.of(number));
            assertTrue(annealed.right() >= 9, annealed.toString());
        }
        assertEquals("63 x 15", Annealer.standard().sweeps(20_000).solve(Factorization.of(945)).answer());
        assertTrue(Annealer.standard().solve(Factorization.of(161)).right() >= 9);
    }

    @Test
    void theSameSeedAnnealsTheSame() {
        var a = Annealer.standard().sweeps(500).solve(glass(8));
        var b = Annealer.standard().sweeps(500).solve(glass(8));
        for (int k = 0; k < a.runs().size(); k++) {
            assertArrayEquals(a.runs().get(k).energies(), b.runs().get(k).energies());
        }
    }

    @Test
    void guessingNeedsHalfOfTheStates() {
        var controls = SearchControls.of(Factorization.of(945));
        assertEquals(256, controls.states());
        assertEquals(1, controls.solutions());
        assertEquals(128.5, controls.guesses());
        // Two p-bits that want to be alike: downhill always ends well.
        assertEquals(1, SearchControls.of(IsingProblem.of(new double[][] {{0, 1}, {1, 0}}, new double[2])).greedy());
    }

    @Test
    void badInputIsRefusedWithItsReason() {
        refused("at most 7 and Y at most 7", () -> Factorization.of(945).bits(2, 2));
        refused("bits(5, 3)", () -> Factorization.of(945).bits(2, 2));
        refused("factor(9)", () -> Factorization.of(36));
        refused("not symmetric", () -> IsingProblem.of(new double[][] {{0, 1}, {2, 0}}, new double[2]));
        refused("must be finite", () -> IsingProblem.of(new double[][] {{0, Double.NaN}, {Double.NaN, 0}}, new double[2]));
        refused("acts on itself", () -> IsingProblem.of(new double[][] {{1}}, new double[1]));
        refused("must be finite", () -> IsingProblem.of(new double[][] {{0}}, new double[] {Double.NaN}));
        refused("empty network", () -> IsingProblem.of(new double[0][], new double[0]));
        refused("coupled twice", () -> IsingProblem.of(new double[2], new int[][] {{0, 1}, {1, 0}}, new double[] {1, 1}));
        refused("pbits.temperature = -1", () -> PBitNetwork.of(glass(3)).temperature(-1));
        refused("pbits.strength", () -> PBitNetwork.of(glass(3)).strength(Double.NaN));
        refused("warms instead of cooling", () -> Annealer.standard().strengths(2, 1));
        refused("terminals A, B, C", () -> InvertibleGate.and().clamp("S", 1));
        refused("hold 0 .. 15", () -> InvertibleGate.adder(4).clampNumber("S", 16));
        refused("too many to go through", () -> Boltzmann.of(glass(21), 1));
    }

    private static void refused(String reason, org.junit.jupiter.api.function.Executable action) {
        String message = assertThrows(IllegalArgumentException.class, action).getMessage();
        assertTrue(message.contains(reason), message);
    }
}
