package io.larmor.physics.ensemble;

import static io.larmor.physics.ensemble.Normals.LOW;
import static io.larmor.physics.ensemble.Normals.MULTIPLIER_0;
import static io.larmor.physics.ensemble.Normals.MULTIPLIER_1;
import static io.larmor.physics.ensemble.Normals.ROUNDS;
import static io.larmor.physics.ensemble.Normals.WEYL_0;
import static io.larmor.physics.ensemble.Normals.WEYL_1;
import static io.larmor.physics.ensemble.Normals.WHOLE;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The random bits of several places abreast. The generator multiplies 32 bits by 32, and wants both halves of the product.
 * Java has no such instruction: the product of 64 bits that it has takes ten instructions of most processors, or a slow one.
 * Here the low half is a product of 32 bits, and the high half a fused multiply-add of doubles, whose rounding is made the
 * division's.
 *
 * <p>A word a that is multiplied lives in the bits of the double B + a, where B = 2^52 + 2^40, so that the bits of a whole
 * number are the number's own. The high half is the quotient a M / 2^32 less one half, rounded to the nearest: the whole part
 * of the quotient, since M is odd and the quotient is a whole number for a = 0 only. Then the number halfway is rounded to its
 * even neighbor, which is B. The 2^40 keeps that one half below B from being a number of its own.
 */
final class LanePhilox {

    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = LONGS.length();

    private static final long BASE = WHOLE + (1L << 40);
    /** B + a M / 2^32 - 1/2 from B + a; both constants are exact. */
    private static final double SCALE_0 = MULTIPLIER_0 * 0x1p-32;
    private static final double SCALE_1 = MULTIPLIER_1 * 0x1p-32;
    private static final double SHIFT_0 = 0x1p52 + 0x1p40 - MULTIPLIER_0 * (0x1p20 + 0x1p8) - 0.5;
    private static final double SHIFT_1 = 0x1p52 + 0x1p40 - MULTIPLIER_1 * (0x1p20 + 0x1p8) - 0.5;

    private LanePhilox() {
    }

    /** Leaves the two pairs' 64 bits of every place in both halves of the words; see {@link Normals#fill}. */
    static void fill(NormalBuffer buffer, long key, int count) {
        if (!buffer.keyed || buffer.key != key) {
            schedule(buffer, (int) key, (int) (key >>> 32));
            buffer.key = key;
            buffer.keyed = true;
        }
        int half = NormalBuffer.half(count);
        first(buffer, half);
        last(buffer, half);
    }

    /** Spread over vectors in memory: in registers there is no room for all of them. */
    private static void schedule(NormalBuffer buffer, int key0, int key1) {
        for (int round = 0; round < ROUNDS; round++) {
            int at = buffer.rounds() + 2 * round * LANES;
            Arrays.fill(buffer.bits, at, at + LANES, key0 + round * WEYL_0 & LOW);
            Arrays.fill(buffer.bits, at + LANES, at + 2 * LANES, key1 + round * WEYL_1 & LOW);
        }
    }

    /** Five rounds. Above 325 bytecodes, like the other five, from which on the compiler leaves a method by itself. */
    private static void first(NormalBuffer buffer, int half) {
        long[] bits = buffer.bits;
        int steps = buffer.steps(), names = buffer.names(), words = buffer.words(), others = buffer.others(), rounds = buffer.rounds();
        var multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0).reinterpretAsInts();
        var multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1).reinterpretAsInts();
        var scale0 = DoubleVector.broadcast(DOUBLES, SCALE_0);
        var scale1 = DoubleVector.broadcast(DOUBLES, SCALE_1);
        var shift0 = DoubleVector.broadcast(DOUBLES, SHIFT_0);
        var shift1 = DoubleVector.broadcast(DOUBLES, SHIFT_1);
        for (int i = 0; i < half; i += LANES) {
            var step = LongVector.fromArray(LONGS, bits, i + steps);
            step.add(buffer.stride).intoArray(bits, i + steps);
            var name = LongVector.fromArray(LONGS, bits, i + names);
            var c0 = step.and(LOW).or(BASE);
            var c1 = step.lanewise(LSHR, 32);
            var c2 = name.and(LOW).or(BASE);
            var c3 = name.lanewise(LSHR, 32);
            var low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            var low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            var high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            var high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 2 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 3 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 4 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 5 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 6 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 7 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 8 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 9 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            c0.intoArray(bits, i + words);
            c1.intoArray(bits, i + others);
            c2.intoArray(bits, i + words + half);
            c3.intoArray(bits, i + others + half);
        }
    }

    /** The other five. */
    private static void last(NormalBuffer buffer, int half) {
        long[] bits = buffer.bits;
        int words = buffer.words(), others = buffer.others(), rounds = buffer.rounds();
        var multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0).reinterpretAsInts();
        var multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1).reinterpretAsInts();
        var scale0 = DoubleVector.broadcast(DOUBLES, SCALE_0);
        var scale1 = DoubleVector.broadcast(DOUBLES, SCALE_1);
        var shift0 = DoubleVector.broadcast(DOUBLES, SHIFT_0);
        var shift1 = DoubleVector.broadcast(DOUBLES, SHIFT_1);
        for (int i = 0; i < half; i += LANES) {
            var c0 = LongVector.fromArray(LONGS, bits, i + words);
            var c1 = LongVector.fromArray(LONGS, bits, i + others);
            var c2 = LongVector.fromArray(LONGS, bits, i + words + half);
            var c3 = LongVector.fromArray(LONGS, bits, i + others + half);
            var low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            var low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            var high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            var high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 10 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 11 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 12 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 13 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 14 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 15 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 16 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 17 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs();
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs();
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 18 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, bits, rounds + 19 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            c0.lanewise(LSHL, 32).or(c1).intoArray(bits, i + words);
            c2.lanewise(LSHL, 32).or(c3).intoArray(bits, i + words + half);
        }
    }
}
