package io.larmor.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.core.StoppedException;
import io.larmor.device.Stno;
import io.larmor.encoding.Mask;
import io.larmor.learn.product.Products;
import io.larmor.machine.DelayLine;
import io.larmor.machine.EchoStateNetwork;
import io.larmor.machine.Reservoir;
import io.larmor.machine.StateMachine;
import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MetricsTest {

    private static final Seed SEED = Seed.root(7).child("metrics test");

    @ParameterizedTest
    @ValueSource(ints = {1, 5, 20, 40})
    void aDelayLineHasTheMemoryOfItsLength(int length) {
        var stream = Stream.uniform(DelayLine.of(length), 200, 4000, SEED);
        var memory = MemoryCapacity.of(stream, 2 * length + 1);
        assertEquals(length, memory.total(), 0.01 * length);
        for (int k = 0; k < memory.byDelay().length; k++) {
            assertEquals(k < length ? 1 : 0, memory.byDelay()[k], 0.02, "delay " + k);
        }
        assertEquals(length, ProcessingCapacity.of(stream, 2 * length).total(), 0.01 * length);
        var bits = BinaryCapacities.of(Stream.binary(DelayLine.of(length), 200, 4000, SEED), length + 5);
        assertEquals(length - 1, bits.shortTermMemory(), 0.01 * length);
        assertEquals(0, bits.parityCheck(), 1e-9);
    }

    @Test
    void noNetworkRemembersMoreThanItHasNodes() {
        for (double radius : new double[] {0.5, 0.9, 0.99}) {
            var stream = Stream.uniform(EchoStateNetwork.of(30).radius(radius), 300, 10_000, SEED);
            double memory = MemoryCapacity.of(stream, 61).total();
            assertTrue(memory > 3 && memory <= 30, radius + ": " + memory);
        }
    }

    @Test
    void aLinearNetworkComputesNothingAndRemembersAllThatItHas() {
        var capacity = ProcessingCapacity.of(Stream.uniform(EchoStateNetwork.of(20).linear().radius(0.95), 500, 20_000,
                SEED), 80);
        assertTrue(capacity.terms().stream().allMatch(term -> term.degree() == 1), capacity.terms().toString());
        assertEquals(capacity.limit(), capacity.total(), 0.03 * capacity.limit());
    }

    @Test
    void withoutNoiseAllThatIsIndependentIsUsed() {
        // Dambre et al.: a machine that forgets reaches its number of independent states.
        var capacity = ProcessingCapacity.of(Stream.uniform(EchoStateNetwork.of(30).radius(0.8), 200, 20_000, SEED), 60);
        assertEquals(30, capacity.limit());
        assertEquals(30, capacity.total(), 0.03 * 30);
        assertTrue(capacity.degree(2) > 1, "a bias makes even degrees");
        assertEquals("P1(t)", capacity.terms().get(0).toString());
    }

    @Test
    void withoutBiasOnlyOddPowersAppear() {
        var capacity = ProcessingCapacity.of(Stream.uniform(EchoStateNetwork.of(20).bias(0).input(1), 200, 10_000, SEED), 40);
        for (var term : capacity.terms()) {
            assertEquals(1, term.degree() % 2, term + " " + term.capacity());
        }
        assertTrue(capacity.degree(3) > 1);
    }

    @Test
    void ranksTellSeparationFromForgetting() {
        var line = Ranks.of(DelayLine.of(25), 25, SEED);
        assertEquals(25, line.kernelRank());
        // 25 steps back reach 5 beyond the 20 common ones; the common part adds one direction.
        assertEquals(6, line.generalizationRank());
        var quick = Ranks.of(EchoStateNetwork.of(30).radius(0.2).input(1), 30, SEED);
        assertEquals(30, quick.kernelRank());
        assertEquals(1, quick.generalizationRank());
    }

    @Test
    void aNetworkBeyondTheEdgeDoesNotForget() {
        var calm = EchoCheck.of(EchoStateNetwork.of(100).radius(0.8), SEED);
        assertTrue(calm.forgets());
        assertTrue(calm.exponent() < -0.1 && calm.exponent() > -1, "" + calm.exponent());
        assertFalse(EchoCheck.of(EchoStateNetwork.of(100).radius(3).bias(0), SEED).forgets());
        // A linear network's perturbations shrink by its spectral radius.
        double rate = EchoCheck.of(EchoStateNetwork.of(100).linear().radius(0.9), SEED).exponent();
        assertEquals(Math.log(0.9), rate, 0.03);
        assertEquals(Double.NEGATIVE_INFINITY, EchoCheck.of(DelayLine.of(1), SEED).exponent());
    }

    @Test
    void oneCallRendersACardForAnyMachine() {
        for (var machine : new StateMachine[] {Reservoir.of(Stno.standard().noise(1e-5)).encode(new Mask(6)),
            EchoStateNetwork.of(10)}) {
            var card = Metrics.of(machine, 500);
            assertTrue(card.memory().total() > 0.5, card.toString());
            assertTrue(card.echo().forgets(), "equal noise and equal inputs");
            var bundle = card.mimeBundle();
            assertTrue(bundle.get("text/html").toString().split("<img").length == 4, "three rows of plots");
            for (var row : new String[] {"linear memory capacity", "parity", "information-processing", "kernel rank",
                "generalization rank", "echo-state", "NARMA-10", "Mackey–Glass"}) {
                assertTrue(bundle.get("text/plain").toString().contains(row), row);
            }
        }
    }

    @Test
    void threadsHaveNoSay() {
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            var one = Metrics.of(EchoStateNetwork.of(10), 600);
            Parallel.threadsWhateverTheCores(3);
            var three = Metrics.of(EchoStateNetwork.of(10), 600);
            assertArrayEquals(one.memory().byDelay(), three.memory().byDelay(), 0);
            assertEquals(one.processing().total(), three.processing().total(), 0);
            assertEquals(one.narma().error(), three.narma().error(), 0);
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void anInterruptStopsIt() throws InterruptedException {
        var failure = new Throwable[1];
        var thread = new Thread(() -> {
            try {
                Metrics.of(EchoStateNetwork.of(300));
            } catch (StoppedException e) {
                failure[0] = e;
            }
        });
        thread.start();
        Thread.sleep(200);
        thread.interrupt();
        thread.join(20_000);
        assertFalse(thread.isAlive());
        assertTrue(failure[0] instanceof StoppedException);
    }

    @Test
    void tooFewSamplesAreRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> Metrics.of(EchoStateNetwork.of(600), 550));
        assertTrue(error.getMessage().contains("fitted by chance"), error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Metrics.of(EchoStateNetwork.of(5), 10));
    }

    @Test
    void theDecompositionFindsRankAndEigenvaluesOfDegenerateMatrices() {
        var random = new Philox(31);
        int n = 12;
        double[][] factor = new double[n][5];
        Arrays.stream(factor).forEach(row -> Arrays.setAll(row, k -> random.nextGaussian()));
        var matrix = new Array2DRowRealMatrix(factor);
        var products = new Products(n);
        products.addAll(matrix.transpose().getData());
        var cholesky = new PivotedCholesky(products, 1e-6);
        assertEquals(5, cholesky.rank());
        double[] expected = new EigenDecompositionSymmetric(matrix.transpose().multiply(matrix)).getEigenvalues();
        assertArrayEquals(expected, cholesky.eigenvalues(), 1e-9 * expected[0]);
        assertEquals(0, new PivotedCholesky(new Products(n), 1e-6).rank());
    }
}
