package io.larmor.physics.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.stat.inference.KolmogorovSmirnovTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("kernels")
class NormalsTest {

    private static final int SIZE = 128;
    private static final long SEED = 41;
    /** Words about which a product's quotient by 2^32 could be rounded wrongly. */
    private static final long[] EDGES = {0, 1, 0x7FFFFFFFL, 0x80000000L, 0x80000001L, 0xFFFFFFFFL, -1};

    private final Normals scalar = new ScalarNormals();

    /** The bits are those that the generator's authors publish with Random123. */
    @Test
    void knownAnswers() {
        assertArrayEquals(new long[] {0x6627e8d5e169c58dL, 0xbc57ac4c9b00dbd8L}, bits(0, 0, 0));
        assertArrayEquals(new long[] {0x408f276d41c83b0eL, 0xa20bc7c66d5451fdL}, bits(-1, -1, -1));
        assertArrayEquals(new long[] {0xd16cfe0994fdccebL, 0x5001e42024126ea1L},
                bits(0x299f31d0a4093822L, 0x85a308d3243f6a88L, 0x0370734413198a2eL));
    }

    private long[] bits(long key, long step, long name) {
        var buffer = new NormalBuffer(1);
        buffer.place(0, 1, step);
        buffer.name(0, new long[] {name}, 1);
        scalar.fill(buffer, key, 1);
        return new long[] {buffer.bits[buffer.words()], buffer.bits[buffer.words() + NormalBuffer.half(1)]};
    }

    /** The polynomials are those of the transform: what they give differs from Java's own functions by rounding only. */
    @Test
    void theTransformIsBoxAndMullers() {
        var buffer = new NormalBuffer(SIZE);
        fill(scalar, buffer, SEED, 0);
        for (int i = 0; i < SIZE; i++) {
            double radius = Math.sqrt(-2 * Math.log(((buffer.bits[buffer.words() + i] >>> 28) + 0.5) * 0x1p-36));
            assertEquals(radius, Math.hypot(number(buffer, 0, i), number(buffer, 1, i)), 1e-12 * radius, "seed " + SEED);
            double angle = Math.PI / 4 * ((buffer.bits[buffer.words() + i] >>> 2 & (1 << 26) - 1) * 0x1p-25 - 1);
            boolean swapped = (buffer.bits[buffer.words() + i] & 1) == 1;
            double sign = (buffer.bits[buffer.words() + i] & 2) == 0 ? 1 : -1;
            assertEquals(sign * radius * (swapped ? Math.cos(angle) : Math.sin(angle)), number(buffer, 0, i), 1e-12 * radius);
            assertEquals(sign * radius * (swapped ? Math.sin(angle) : Math.cos(angle)), number(buffer, 1, i), 1e-12 * radius);
        }
    }

    /** The ends of the range of bits give finite numbers: the smallest radius and the largest. */
    @Test
    void everyWordGivesANumber() {
        assertEquals(Math.sqrt(-2 * Math.log(0x1p-37)), 7.16, 0.01);
        var buffer = new NormalBuffer(SIZE);
        for (int round = 0; round < 200; round++) {
            fill(scalar, buffer, SEED + 1, round);
            assertTrue(Arrays.stream(buffer.numbers, buffer.begin(0, SIZE), buffer.begin(3, SIZE) + SIZE).allMatch(g -> Math.abs(g) < 7.2), "seed " + (SEED + 1));
        }
    }

    @Test
    void vectorAndScalarFormsGiveTheSameBits() {
        assumeTrue(Kernels.vector() != null, "this Java runs without the Vector API module");
        Normals vector = new LaneNormals();
        for (int round = 0; round < 300; round++) {
            // Not only whole vectors.
            int count = SIZE - round % 20;
            var expected = new NormalBuffer(count);
            var found = new NormalBuffer(2 * SIZE);
            if (round % 10 == 9) {
                found.settle();
            }
            for (var buffer : List.of(expected, found)) {
                var random = new Random(SEED + round);
                buffer.name(0, random.longs(count).toArray(), count);
                for (int i = 0; i < count; i++) {
                    buffer.place(i, i + 1, random.nextLong());
                }
                for (int i = 0; i < EDGES.length * EDGES.length; i++) {
                    buffer.place(i, i + 1, EDGES[i / EDGES.length]);
                    buffer.name(i, new long[] {EDGES[i % EDGES.length]}, 1);
                }
            }
            scalar.fill(expected, SEED * round, count);
            vector.fill(found, SEED * round, count);
            for (int which = 0; which < 4; which++) {
                int from = expected.begin(which, count), at = found.begin(which, count);
                assertTrue(Arrays.equals(expected.numbers, from, from + count, found.numbers, at, at + count), "seed " + (SEED + round));
            }
        }
    }

    @Test
    void momentsAndTails() {
        double[] numbers = numbers(400_000, SEED);
        int n = numbers.length;
        assertEquals(0, moment(numbers, 1), 5 / Math.sqrt(n), "seed " + SEED);
        assertEquals(1, moment(numbers, 2), 5 * Math.sqrt(2.0 / n), "seed " + SEED);
        assertEquals(0, moment(numbers, 3), 5 * Math.sqrt(15.0 / n), "seed " + SEED);
        assertEquals(3, moment(numbers, 4), 5 * Math.sqrt(96.0 / n), "seed " + SEED);
        for (double limit : new double[] {1, 2, 3, 4}) {
            double expected = 2 * n * new NormalDistribution().cumulativeProbability(-limit);
            double found = Arrays.stream(numbers).filter(g -> Math.abs(g) > limit).count();
            assertEquals(expected, found, 5 * Math.sqrt(expected), "beyond " + limit + ", seed " + SEED);
        }
    }

    private static double moment(double[] numbers, int power) {
        return Arrays.stream(numbers).map(g -> Math.pow(g, power)).average().orElseThrow();
    }

    @Test
    void theDistributionIsNormal() {
        double[] numbers = numbers(20_000, SEED + 2);
        for (int component = 0; component < 4; component++) {
            int offset = component;
            double[] one = new double[numbers.length / 4];
            Arrays.setAll(one, i -> numbers[4 * i + offset]);
            double p = new KolmogorovSmirnovTest().kolmogorovSmirnovTest(new NormalDistribution(), one);
            assertTrue(p > 1e-3, "component " + component + ": p = " + p + ", seed " + (SEED + 2));
        }
    }

    /** Numbers of one place, of neighboring spins, of successive steps and of neighboring seeds have nothing in common. */
    @Test
    void streamsAreUncorrelated() {
        int rounds = 2000;
        double[] products = new double[9];
        var here = new NormalBuffer(SIZE);
        var later = new NormalBuffer(SIZE);
        var other = new NormalBuffer(SIZE);
        for (int round = 0; round < rounds; round++) {
            fill(scalar, here, SEED, round);
            fill(scalar, later, SEED, round + 1);
            fill(scalar, other, SEED + 1, round);
            for (int i = 0; i + 1 < SIZE; i++) {
                products[0] += number(here, 0, i) * number(here, 1, i);
                products[1] += number(here, 0, i) * number(here, 2, i);
                products[2] += number(here, 1, i) * number(here, 2, i);
                products[3] += number(here, 2, i) * number(here, 3, i);
                products[4] += number(here, 0, i) * number(here, 0, i + 1);
                products[5] += number(here, 0, i) * number(later, 0, i);
                products[6] += number(here, 0, i) * number(other, 0, i);
                // Squares show what products hide: radii that go together.
                products[7] += (number(here, 0, i) * number(here, 0, i) - 1) * (number(here, 1, i) * number(here, 1, i) - 1) / 2;
                products[8] += (number(here, 0, i) * number(here, 0, i) - 1) * (number(later, 0, i) * number(later, 0, i) - 1) / 2;
            }
        }
        double n = rounds * (SIZE - 1.0);
        for (int k = 0; k < products.length; k++) {
            assertEquals(0, products[k] / n, 5 / Math.sqrt(n), "pair " + k + ", seed " + SEED);
        }
    }

    private double[] numbers(int count, long key) {
        double[] numbers = new double[count];
        var buffer = new NormalBuffer(SIZE);
        for (int at = 0, round = 0; at < count; round++) {
            fill(scalar, buffer, key, round);
            for (int i = 0; i < SIZE && at < count; i++) {
                numbers[at++] = number(buffer, 0, i);
                numbers[at++] = number(buffer, 1, i);
                numbers[at++] = number(buffer, 2, i);
                numbers[at++] = number(buffer, 3, i);
            }
        }
        return numbers;
    }

    private static double number(NormalBuffer buffer, int which, int place) {
        return buffer.numbers[buffer.begin(which, SIZE) + place];
    }

    /** Spins 0 to 127 in one step, with a key that is not small. */
    private static void fill(Normals normals, NormalBuffer buffer, long seed, long step) {
        buffer.name(0, LongStream.range(0, SIZE).toArray(), SIZE);
        buffer.place(0, SIZE, step);
        normals.fill(buffer, new Random(seed).nextLong(), SIZE);
    }
}
