package io.larmor.logic;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.physics.WallAutomaton;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class CircuitTest {

    private static Circuit wire() {
        return Circuit.named("c").inputs("a", "b");
    }

    private static void refused(Supplier<?> action, String... words) {
        var error = assertThrows(IllegalArgumentException.class, action::get);
        for (String word : words) {
            assertTrue(error.getMessage().contains(word), error.getMessage());
        }
    }

    @Test
    void everyElementDoesWhatItsNameSays() {
        var run = wire().not("not", "a").and("and", "a", "b").or("or", "a", "b").fanOut("l", "r", "a").crossing("x", "y", "a", "b")
                .delay("late", "a", 3).outputs("not", "and", "or", "l", "r", "x", "y", "late").simulate(6, "a = 0011", "b = 0101");
        assertEquals("111001", run.bits("not").substring(0, 6), "the inverter answers one half cycle later");
        assertEquals("000100", run.bits("and"));
        assertEquals("011100", run.bits("or"));
        assertEquals("001100", run.bits("l"));
        assertEquals("001100", run.bits("r"));
        assertEquals("001100", run.bits("x"));
        assertEquals("010100", run.bits("y"));
        assertEquals("000001", run.bits("late"));
    }

    @Test
    void addersAddOneWordAHalfCycle() {
        assertTrue(Circuits.xor().check(w -> new boolean[] {w[0] ^ w[1]}).right());
        assertTrue(Circuits.halfAdder().check("00 > 00, 01 > 01, 10 > 01, 11 > 10").right());
        var full = Circuits.fullAdder().check(w -> {
            int sum = (w[0] ? 1 : 0) + (w[1] ? 1 : 0) + (w[2] ? 1 : 0);
            return new boolean[] {sum > 1, sum % 2 == 1};
        });
        assertTrue(full.right(), full.toString());
        assertEquals(2, full.latency());
    }

    @Test
    void wallsThatMeetAtDifferentTimesAreFoundAndBalanced() {
        var skewed = wire().not("na", "a").and("out", "na", "b").outputs("out");
        var check = skewed.check(w -> new boolean[] {!w[0] & w[1]});
        assertEquals(4, check.heldRight());
        assertFalse(check.right());
        assertTrue(check.toString().contains("balanced()"), check.toString());
        assertTrue(skewed.balanced().check(w -> new boolean[] {!w[0] & w[1]}).right());
        assertTrue(skewed.check("00 > 0, 01 > 1, 10 > 0, 11 > 1").toString().contains("11 gives 0, not 1"));
        assertThrows(IllegalStateException.class, () -> skewed.check("00 > 0, 01 > 1, 10 > 0, 11 > 1").requireRight());
    }

    @Test
    void aRingKeepsItsBits() {
        String bits = "10110010";
        assertEquals("0".repeat(8) + bits + bits + bits, Circuits.ring(8).simulate(32, "in = " + bits).bits("tail"));
        // five inverters in a ring: an oscillator of ten half cycles
        Circuit odd = Circuit.named("odd").inputs("in");
        odd = odd.or("w0", "in", "w5");
        for (int i = 0; i < 5; i++) {
            odd = odd.not("w" + (i + 1), "w" + i);
        }
        String run = odd.outputs("w5").simulate(43, "in = 0").bits("w5");
        assertEquals(run.substring(10, 33), run.substring(20, 43));
        assertFalse(run.substring(20, 25).equals(run.substring(25, 30)));
    }

    @Test
    void copiesAreThePlainForm() {
        var wiring = Circuits.fullAdder().wiring();
        var random = new Philox(5);
        int n = wiring.rules().length;
        for (int trial = 0; trial < 50; trial++) {
            long[] inputs = {random.nextInt(), random.nextInt(), random.nextInt()};
            long[] faults = new long[n];
            for (int c : wiring.fallible()) {
                faults[c] = random.nextInt() & random.nextInt() & random.nextInt();
            }
            WallAutomaton automaton = wiring.automaton();
            for (int t = 0; t <= wiring.latency(); t++) {
                automaton.step(inputs, faults);
            }
            for (int lane = 0; lane < 64; lane++) {
                boolean[] in = new boolean[3];
                boolean[] fault = new boolean[n];
                for (int i = 0; i < 3; i++) {
                    in[i] = (inputs[i] >>> lane & 1) != 0;
                }
                for (int c = 0; c < n; c++) {
                    fault[c] = (faults[c] >>> lane & 1) != 0;
                }
                for (int out : wiring.outputs()) {
                    assertEquals(WallAutomaton.settled(wiring.rules(), wiring.first(), wiring.second(), in, fault, out),
                            (automaton.value(out) >>> lane & 1) != 0, "lane " + lane);
                }
            }
        }
    }

    @Test
    void faultsOfAChainFollowTheClosedForm() {
        Circuit chain = Circuit.named("chain").inputs("w0");
        for (int i = 0; i < 10; i++) {
            chain = chain.not("w" + (i + 1), "w" + i);
        }
        chain = chain.outputs("w10");
        double[] faults = {0, 1e-3, 0.02, 0.3, 0.5};
        double[] exact = chain.exactErrorRates(faults).ys();
        var simulated = chain.errorRates(faults, 64_000);
        for (int i = 0; i < faults.length; i++) {
            double closed = 50 * (1 - Math.pow(1 - 2 * faults[i], 10));
            assertEquals(closed, exact[i], 1e-9);
            assertEquals(closed, simulated.ys()[i], 4.5 * simulated.spreads()[i], "session seed " + Seed.sessionNumber());
        }
    }

    @Test
    void faultsOfAnAdderFollowTheCountedPatterns() {
        var adder = Circuits.fullAdder();
        double[] faults = {0.003, 0.05};
        var exact = adder.exactErrorRates(faults).ys();
        var simulated = adder.errorRates(faults, 100_000);
        for (int i = 0; i < faults.length; i++) {
            assertEquals(exact[i], simulated.ys()[i], 4.5 * simulated.spreads()[i], "session seed " + Seed.sessionNumber());
        }
        // a small one by hand: an AND alone is wrong exactly when it fails
        var and = wire().and("out", "a", "b").outputs("out");
        assertArrayEquals(new double[] {1}, and.exactErrorRates(new double[] {0.01}).ys(), 1e-12);
        // two inverters before it: wrong for 11 with one fault or more before it, for 00 only with both
        var nor = wire().not("na", "a").not("nb", "b").and("out", "na", "nb").outputs("out");
        double e = 0.1;
        double before = (1 - (1 - e) * (1 - e) + 2 * e * (1 - e) + e * e) / 4;
        assertEquals(100 * (before * (1 - e) + (1 - before) * e), nor.exactErrorRates(new double[] {e}).ys()[0], 1e-9);
    }

    @Test
    void threadsHaveNoSay() {
        var ring = Circuits.ring(8).faultProbability(0.01);
        double[] many = ring.survival(1000, 40, "in = 1011").ys();
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            assertArrayEquals(many, ring.survival(1000, 40, "in = 1011").ys(), 0);
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
        // the place before the exit fails once, the ring's 8 delays and its junction each time round; the fork fails too
        double closed = 50 * (1 + Math.pow(1 - 2 * 0.01, 8 + 2));
        assertEquals(closed, many[8], 4.5 * Math.sqrt(closed * (100 - closed) / 1024.0), "session seed " + Seed.sessionNumber());
    }

    @Test
    void whatCannotRunIsRefusedWithTheReason() {
        refused(() -> wire().or("x", "a", "y").and("y", "x", "b").outputs("y").latency(), "the loop", "x > y", "no delay", "delay(..)");
        refused(() -> wire().and("x", "a", "bb").outputs("x").latency(), "\"bb\"", "Did you mean \"b\"?");
        refused(() -> wire().and("x", "a", "").outputs("x").latency(), "not connected");
        refused(() -> wire().not("x", "a").outputs("x").latency(), "the input \"b\" is not connected");
        refused(() -> wire().and("x", "a", "b").not("y", "x").not("z", "x").outputs("y").latency(), "\"z\" leads nowhere");
        refused(() -> wire().and("x", "a", "b").or("x", "a", "b").outputs("x").latency(), "made twice");
        refused(() -> wire().and("x", "a", "b").latency(), ".outputs(..)");
        refused(() -> wire().and("x", "a", "b").outputs("xx").latency(), "the output is \"xx\"");
        refused(() -> Circuits.xor().simulate("a = 01"), "\"b\" is not driven");
        refused(() -> Circuits.xor().simulate("a = 01", "c = 1"), "no input \"c\"", "a, b");
        refused(() -> Circuits.xor().simulate("a = 012", "b = 1"), "'2' at place 3");
        refused(() -> Circuits.xor().faultProbability(1.2), "circuit.faultProbability = 1.2 is outside 0 .. 0.5");
        refused(() -> Circuits.ring(4).check("0 > 0, 1 > 1"), "has a loop");
        refused(() -> Circuits.xor().check("00 > 0, 01 > 1"), "no row for 10, 11");
        refused(() -> wire().not("na", "a").and("out", "na", "b").outputs("out").exactErrorRates(new double[] {0.1}), "balanced()");
        refused(() -> Circuit.named("c").part("h", Circuits.xor(), "a"), "has the inputs a, b", "1 wires");
    }

    @Test
    void picturesShowEveryElement() {
        var adder = Circuits.fullAdder();
        String text = adder.plot().text();
        assertTrue(text.contains("NOT") && text.contains("AND") && text.contains("OR") && text.contains("delay"), text);
        var run = adder.simulate("a = 01", "b = 11", "c = 11");
        assertTrue(adder.plot(run, 2).svg().contains("#0072b2"), "a wire with a wall is blue");
        assertTrue(run.plot().text().contains("carry"), run.plot().text());
        assertTrue(Circuits.ring(8).plot().text().contains("delay 8"));
    }
}
