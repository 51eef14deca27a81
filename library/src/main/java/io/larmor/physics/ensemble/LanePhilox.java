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
 * The random bits of several places abreast, in two forms of the same results. The generator multiplies 32 bits by 32, and
 * wants both halves of the product. Where the processor multiplies 64 bits in one instruction (AVX-512), it does. Elsewhere
 * Java makes ten instructions of such a product; there the low half is a product of 32 bits, and the high half is a fused
 * multiply-add of doubles, corrected by one.
 */
final class LanePhilox {

    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = LONGS.length();
    /** The lanes from which on processors have the wide multiplication. */
    private static final boolean WIDE = LANES >= 8;

    /** a M / 2^32, put into the bits of 2^52 and more, from 2^52 + a: exactly, but for the rounding to a whole number. */
    private static final double SCALE_0 = MULTIPLIER_0 * 0x1p-32;
    private static final double SCALE_1 = MULTIPLIER_1 * 0x1p-32;
    private static final double SHIFT_0 = 0x1p52 - MULTIPLIER_0 * 0x1p20;
    private static final double SHIFT_1 = 0x1p52 - MULTIPLIER_1 * 0x1p20;

    private LanePhilox() {
    }

    /** Leaves the two pairs' 64 bits of every place in the first and the third words; see {@link Normals#fill}. */
    static void fill(NormalBuffer buffer, long key, long[] names, int count) {
        if (WIDE) {
            wide(buffer, key, names, count);
        } else {
            fused(buffer, key, names, count);
        }
    }

    /** A word to a lane of 64 bits. */
    static void wide(NormalBuffer buffer, long key, long[] names, int count) {
        long[] w0 = buffer.w0, w1 = buffer.w1, w2 = buffer.w2, w3 = buffer.w3;
        int key0 = (int) key;
        int key1 = (int) (key >>> 32);
        spread(buffer.steps, w0, w1, count);
        spread(names, w2, w3, count);
        for (int round = 0; round < ROUNDS; round += 2) {
            twoRounds(w0, w1, w2, w3, key0 + round * WEYL_0, key1 + round * WEYL_1, count);
        }
        join(w0, w1, count);
        join(w2, w3, count);
    }

    private static void spread(long[] numbers, long[] lows, long[] highs, int count) {
        for (int i = 0; i < count; i += LANES) {
            var number = LongVector.fromArray(LONGS, numbers, i);
            number.and(LOW).intoArray(lows, i);
            number.lanewise(LSHR, 32).intoArray(highs, i);
        }
    }

    private static void join(long[] highs, long[] lows, int count) {
        for (int i = 0; i < count; i += LANES) {
            LongVector.fromArray(LONGS, highs, i).lanewise(LSHL, 32).or(LongVector.fromArray(LONGS, lows, i))
                    .intoArray(highs, i);
        }
    }

    private static void twoRounds(long[] w0, long[] w1, long[] w2, long[] w3, int key0, int key1, int count) {
        var low = LongVector.broadcast(LONGS, LOW);
        var multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0);
        var multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1);
        var first0 = LongVector.broadcast(LONGS, key0 & LOW);
        var first1 = LongVector.broadcast(LONGS, key1 & LOW);
        var second0 = LongVector.broadcast(LONGS, key0 + WEYL_0 & LOW);
        var second1 = LongVector.broadcast(LONGS, key1 + WEYL_1 & LOW);
        for (int i = 0; i < count; i += LANES) {
            var p0 = LongVector.fromArray(LONGS, w0, i).mul(multiplier0);
            var p1 = LongVector.fromArray(LONGS, w2, i).mul(multiplier1);
            var c0 = p1.lanewise(LSHR, 32).lanewise(XOR, LongVector.fromArray(LONGS, w1, i)).lanewise(XOR, first0);
            var c2 = p0.lanewise(LSHR, 32).lanewise(XOR, LongVector.fromArray(LONGS, w3, i)).lanewise(XOR, first1);
            var q0 = c0.mul(multiplier0);
            var q1 = c2.mul(multiplier1);
            q1.lanewise(LSHR, 32).lanewise(XOR, p1.and(low)).lanewise(XOR, second0).intoArray(w0, i);
            q1.and(low).intoArray(w1, i);
            q0.lanewise(LSHR, 32).lanewise(XOR, p0.and(low)).lanewise(XOR, second1).intoArray(w2, i);
            q0.and(low).intoArray(w3, i);
        }
    }

    /** By doubles: the words that are multiplied live in the bits of 2^52 and more, the others in the low bits of a lane. */
    static void fused(NormalBuffer buffer, long key, long[] names, int count) {
        long[] w0 = buffer.w0, w1 = buffer.w1, w2 = buffer.w2, w3 = buffer.w3;
        if (!buffer.keyed || buffer.key != key) {
            schedule(buffer.rounds, (int) key, (int) (key >>> 32));
            buffer.key = key;
            buffer.keyed = true;
        }
        first(buffer, names, count);
        next(w0, w1, w2, w3, buffer.rounds, 4 * LANES, count);
        next(w0, w1, w2, w3, buffer.rounds, 10 * LANES, count);
        last(w0, w1, w2, w3, buffer.rounds, 16 * LANES, count);
    }

    /** Spread over vectors in memory: in registers there is no room for all of them. */
    private static void schedule(long[] rounds, int key0, int key1) {
        for (int round = 0; round < ROUNDS; round++) {
            Arrays.fill(rounds, 2 * round * LANES, (2 * round + 1) * LANES, key0 + round * WEYL_0 & LOW);
            Arrays.fill(rounds, (2 * round + 1) * LANES, (2 * round + 2) * LANES, key1 + round * WEYL_1 & LOW);
        }
    }

    /**
     * Two rounds. In the low half of a product the bits of 2^52 are multiplied by 0. The high half, the quotient by 2^32
     * rounded to the nearest, is one too large where the rest, the low half, is at least half of 2^32. It is just half of it
     * only for 2^31, since multipliers are odd, and then the even neighbor of both multipliers' quotients is the upper one.
     */
    private static void first(NormalBuffer buffer, long[] names, int count) {
        long[] steps = buffer.steps, w0 = buffer.w0, w1 = buffer.w1, w2 = buffer.w2, w3 = buffer.w3, rounds = buffer.rounds;
        var multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0).reinterpretAsInts();
        var multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1).reinterpretAsInts();
        var scale0 = DoubleVector.broadcast(DOUBLES, SCALE_0);
        var scale1 = DoubleVector.broadcast(DOUBLES, SCALE_1);
        var shift0 = DoubleVector.broadcast(DOUBLES, SHIFT_0);
        var shift1 = DoubleVector.broadcast(DOUBLES, SHIFT_1);
        for (int i = 0; i < count; i += LANES) {
            var step = LongVector.fromArray(LONGS, steps, i);
            var name = LongVector.fromArray(LONGS, names, i);
            var c0 = step.and(LOW).or(WHOLE);
            var c1 = step.lanewise(LSHR, 32);
            var c2 = name.and(LOW).or(WHOLE);
            var c3 = name.lanewise(LSHR, 32);
            var low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            var low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            var high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs().sub(low0.lanewise(LSHR, 31));
            var high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs().sub(low1.lanewise(LSHR, 31));
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, rounds, 0)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, rounds, LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs().sub(low0.lanewise(LSHR, 31));
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs().sub(low1.lanewise(LSHR, 31));
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, rounds, 2 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, rounds, 3 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            c0.intoArray(w0, i);
            c1.intoArray(w1, i);
            c2.intoArray(w2, i);
            c3.intoArray(w3, i);
        }
    }

    /** Three more; with a fourth in a loop the compiler comes close to where it gives up. */
    private static void next(long[] w0, long[] w1, long[] w2, long[] w3, long[] rounds, int at, int count) {
        var multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0).reinterpretAsInts();
        var multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1).reinterpretAsInts();
        var scale0 = DoubleVector.broadcast(DOUBLES, SCALE_0);
        var scale1 = DoubleVector.broadcast(DOUBLES, SCALE_1);
        var shift0 = DoubleVector.broadcast(DOUBLES, SHIFT_0);
        var shift1 = DoubleVector.broadcast(DOUBLES, SHIFT_1);
        for (int i = 0; i < count; i += LANES) {
            var c0 = LongVector.fromArray(LONGS, w0, i);
            var c1 = LongVector.fromArray(LONGS, w1, i);
            var c2 = LongVector.fromArray(LONGS, w2, i);
            var c3 = LongVector.fromArray(LONGS, w3, i);
            var low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            var low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            var high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs().sub(low0.lanewise(LSHR, 31));
            var high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs().sub(low1.lanewise(LSHR, 31));
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs().sub(low0.lanewise(LSHR, 31));
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs().sub(low1.lanewise(LSHR, 31));
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + 2 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + 3 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs().sub(low0.lanewise(LSHR, 31));
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs().sub(low1.lanewise(LSHR, 31));
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + 4 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + 5 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            c0.intoArray(w0, i);
            c1.intoArray(w1, i);
            c2.intoArray(w2, i);
            c3.intoArray(w3, i);
        }
    }

    /** The last two. */
    private static void last(long[] w0, long[] w1, long[] w2, long[] w3, long[] rounds, int at, int count) {
        var multiplier0 = LongVector.broadcast(LONGS, MULTIPLIER_0).reinterpretAsInts();
        var multiplier1 = LongVector.broadcast(LONGS, MULTIPLIER_1).reinterpretAsInts();
        var scale0 = DoubleVector.broadcast(DOUBLES, SCALE_0);
        var scale1 = DoubleVector.broadcast(DOUBLES, SCALE_1);
        var shift0 = DoubleVector.broadcast(DOUBLES, SHIFT_0);
        var shift1 = DoubleVector.broadcast(DOUBLES, SHIFT_1);
        for (int i = 0; i < count; i += LANES) {
            var c0 = LongVector.fromArray(LONGS, w0, i);
            var c1 = LongVector.fromArray(LONGS, w1, i);
            var c2 = LongVector.fromArray(LONGS, w2, i);
            var c3 = LongVector.fromArray(LONGS, w3, i);
            var low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            var low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            var high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs().sub(low0.lanewise(LSHR, 31));
            var high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs().sub(low1.lanewise(LSHR, 31));
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            low0 = c0.reinterpretAsInts().mul(multiplier0).reinterpretAsLongs();
            low1 = c2.reinterpretAsInts().mul(multiplier1).reinterpretAsLongs();
            high0 = c0.reinterpretAsDoubles().fma(scale0, shift0).reinterpretAsLongs().sub(low0.lanewise(LSHR, 31));
            high1 = c2.reinterpretAsDoubles().fma(scale1, shift1).reinterpretAsLongs().sub(low1.lanewise(LSHR, 31));
            c0 = c1.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + 2 * LANES)).lanewise(XOR, high1);
            c2 = c3.lanewise(XOR, LongVector.fromArray(LONGS, rounds, at + 3 * LANES)).lanewise(XOR, high0);
            c1 = low1;
            c3 = low0;
            c0.lanewise(LSHL, 32).or(c1).intoArray(w0, i);
            c2.lanewise(LSHL, 32).or(c3).intoArray(w2, i);
        }
    }
}
