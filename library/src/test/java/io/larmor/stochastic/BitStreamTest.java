package io.larmor.stochastic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.device.DwSynapse;
import org.junit.jupiter.api.Test;

class BitStreamTest {

    private static final int BITS = 200_000;
    private static final BitStream A = BitStream.of(0.3, BITS, 0);
    private static final BitStream B = BitStream.of(0.6, BITS, 1);

    private static void meets(double p, BitStream stream) {
        assertEquals(p, stream.mean(), 4.5 * Math.sqrt(p * (1 - p) / stream.length()), stream.toString());
        assertFalse(stream.shared());
    }

    @Test
    void gatesComputeWithProbabilities() {
        meets(0.3, A);
        meets(0.6, B);
        meets(0.7, A.not());
        meets(0.3 * 0.6, A.and(B));
        meets(0.3 + 0.6 - 0.3 * 0.6, A.or(B));
        meets(0.3 * 0.6 + 0.7 * 0.4, A.xnor(B));
        var half = BitStream.of(0.25, BITS, 2);
        meets(0.25 * 0.3 + 0.75 * 0.6, half.choose(A, B));
    }

    @Test
    void theVarianceIsThatOfCoins() {
        for (double p : new double[] {0.1, 0.5, 0.8}) {
            int trials = 2000;
            int bits = 100;
            double squares = 0;
            for (int k = 0; k < trials; k++) {
                squares += Math.pow(BitStream.of(p, bits, k).mean() - p, 2);
            }
            double expected = p * (1 - p) / bits;
            assertEquals(expected, squares / trials, 4.5 * expected * Math.sqrt(2.0 / trials));
        }
    }

    /** What goes wrong with one generator for all. */
    @Test
    void streamsOfOneSourceGiveTheSmallerAndTheLarger() {
        var same = BitStream.of(0.6, BITS, 0);
        assertEquals(Math.min(A.mean(), same.mean()), A.and(same).mean(), 0);
        assertEquals(Math.max(A.mean(), same.mean()), A.or(same).mean(), 0);
        assertTrue(A.and(same).shared());
        assertTrue(A.and(B).or(same).shared(), "the source has met itself one gate later");
        assertTrue(A.and(same).toString().contains("one source"));
        assertEquals(1, A.correlation(same), 1e-12);
        assertEquals(-1, A.correlation(A.not()), 1e-12);
        assertEquals(0, A.correlation(B), 0.03);
        assertTrue(Double.isNaN(A.correlation(BitStream.of(1, BITS, 5))));
    }

    @Test
    void aDelayTakesThePlaceOfASource() {
        assertEquals(0.09, A.and(A.delayed(1)).mean(), 4.5 * Math.sqrt(0.09 / BITS));
        assertEquals(0.3, A.and(A.delayed(0)).mean(), 4.5 * Math.sqrt(0.21 / BITS));
        var few = BitStream.ofBits(new int[] {1, 0, 0, 1, 1}, 0);
        var late = few.delayed(2);
        for (int i = 0; i < 5; i++) {
            assertEquals(few.bit(i), late.bit((i + 2) % 5));
        }
    }

    @Test
    void bitsThatAreNotInTheStreamDoNotCount() {
        for (int bits : new int[] {1, 63, 64, 65, 1000}) {
            var all = BitStream.of(1, bits, 0);
            assertEquals(bits, all.ones());
            assertEquals(bits, all.not().not().ones());
            assertEquals(0, all.not().ones());
            assertEquals(bits, all.xnor(all).ones());
        }
    }

    @Test
    void theResolutionOfAGeneratorShows() {
        double p = 0.3 + 1.0 / 512;
        assertEquals(77.0 / 256, BitStream.of(p, 1 << 22, 0, 8).mean(), 1e-3);
        assertEquals(p, BitStream.of(p, 1 << 22, 0).mean(), 1e-3);
    }

    @Test
    void theSameStreamComesAgain() {
        assertEquals(A.and(BitStream.of(0.3, BITS, 0)).ones(), A.ones());
        var running = A.running();
        assertEquals(A.mean(), running.ys()[running.ys().length - 1], 1e-12);
        assertEquals(BITS, running.xs()[running.xs().length - 1]);
    }

    @Test
    void readsOfASynapseAreAStream() {
        meets(0.4, BitStream.ofBits(DwSynapse.standard().biasedTo(0.4).reads(20_000, 0), 0));
    }

    @Test
    void neuronsMeetTheirPrediction() {
        for (int bits : new int[] {100, 1000}) {
            var trials = StreamNeuron.trials(2, 50, bits);
            assertEquals(trials.expectedError(), trials.error(), 4.5 * trials.expectedError() / Math.sqrt(2 * 50));
        }
        assertEquals(1 - (1 - 0.3 * 0.5) * (1 - 0.9 * 0.2), new StreamNeuron(new double[] {0.3, 0.9}, new double[] {0.5, 0.2}).predicted(), 1e-12);
    }

    @Test
    void badInputIsNamed() {
        assertTrue(message(() -> BitStream.of(1.5, 10, 0)).contains("stream.p = 1.5 is outside 0 .. 1"));
        assertTrue(message(() -> BitStream.of(0.5, 0, 0)).contains("stream.bits"));
        assertTrue(message(() -> BitStream.of(0.5, 10, -1)).contains("source"));
        assertTrue(message(() -> BitStream.of(0.5, 10, 0, 7)).contains("8"));
        assertTrue(message(() -> A.and(BitStream.of(0.5, 10, 1))).contains("equally long"));
        assertTrue(message(() -> A.delayed(-1)).contains("delay"));
        assertTrue(message(() -> BitStream.ofBits(new int[] {0, 2}, 0)).contains("bit 1"));
        assertTrue(message(() -> new StreamNeuron(new double[] {0.5}, new double[] {0.5, 0.1})).contains("as many"));
        assertTrue(message(() -> new StreamNeuron(new double[] {-0.5}, new double[] {0.5})).contains("neuron.p"));
        assertThrows(IndexOutOfBoundsException.class, () -> A.bit(BITS));
    }

    private static String message(Runnable bad) {
        return assertThrows(IllegalArgumentException.class, bad::run).getMessage();
    }
}
