package io.larmor.physics.ensemble;

import static io.larmor.physics.ensemble.Normals.LOW;
import static io.larmor.physics.ensemble.Normals.MULTIPLIER_0;
import static io.larmor.physics.ensemble.Normals.MULTIPLIER_1;
import static io.larmor.physics.ensemble.Normals.ROUNDS;
import static io.larmor.physics.ensemble.Normals.WEYL_0;
import static io.larmor.physics.ensemble.Normals.WEYL_1;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.IntVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The random bits of several places abreast, in two forms of the same results. The generator multiplies 32 bits by 32.
 * Where the processor multiplies 64 bits in one instruction (AVX-512), a lane of 64 bits holds a word. Elsewhere Java
 * makes ten instructions of such a product; there a lane holds the words of two places, and products are made of
 * multiplications of 16 bits, which costs half as much.
 */
final class LanePhilox {

    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Integer> INTS = IntVector.SPECIES_PREFERRED;
    private static final int LANES = LONGS.length();
    /** The lanes from which on processors have the wide multiplication. */
    private static final boolean WIDE = LANES >= 8;
    private static final int HALF = 0xFFFF;
    private static final long HIGH = ~LOW;

    private LanePhilox() {
    }

    /** Leaves the two pairs' 64 bits of every place in the first and the third words; see {@link Normals#fill}. */
    static void fill(NormalBuffer buffer, long key, long[] names, int count) {
        if (WIDE) {
            wide(buffer, key, names, count);
        } else {
            narrow(buffer, key, names, count);
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

    /** The words of two places, a vector's length apart, to a lane of 64 bits; fills up to a multiple of twice the lanes. */
    static void narrow(NormalBuffer buffer, long key, long[] names, int count) {
        long[] w0 = buffer.w0, w1 = buffer.w1, w2 = buffer.w2, w3 = buffer.w3;
        int key0 = (int) key;
        int key1 = (int) (key >>> 32);
        int pairs = (count + 2 * LANES - 1) / (2 * LANES) * LANES;
        pack(buffer.steps, w0, w1, pairs);
        pack(names, w2, w3, pairs);
        for (int round = 0; round < ROUNDS; round++) {
            round(w0, w1, w2, w3, key0 + round * WEYL_0, key1 + round * WEYL_1, pairs);
        }
        unpack(w0, w1, pairs);
        unpack(w2, w3, pairs);
    }

    private static void pack(long[] numbers, long[] lows, long[] highs, int pairs) {
        for (int i = 0; i < pairs; i += LANES) {
            var a = LongVector.fromArray(LONGS, numbers, 2 * i);
            var b = LongVector.fromArray(LONGS, numbers, 2 * i + LANES);
            a.and(LOW).or(b.lanewise(LSHL, 32)).intoArray(lows, i);
            a.lanewise(LSHR, 32).or(b.and(HIGH)).intoArray(highs, i);
        }
    }

    /** From the end, because what is written takes twice the room of what was read. */
    private static void unpack(long[] highs, long[] lows, int pairs) {
        for (int i = pairs - LANES; i >= 0; i -= LANES) {
            var high = LongVector.fromArray(LONGS, highs, i);
            var low = LongVector.fromArray(LONGS, lows, i);
            high.lanewise(LSHL, 32).or(low.and(LOW)).intoArray(highs, 2 * i);
            high.and(HIGH).or(low.lanewise(LSHR, 32)).intoArray(highs, 2 * i + LANES);
        }
    }

    /** With a = h 2^16 + l and a multiplier M = n 2^16 + m, the product a M by the method one learns at school. */
    private static void round(long[] w0, long[] w1, long[] w2, long[] w3, int key0, int key1, int pairs) {
        var half = IntVector.broadcast(INTS, HALF);
        var m0 = IntVector.broadcast(INTS, (int) MULTIPLIER_0 & HALF);
        var n0 = IntVector.broadcast(INTS, (int) (MULTIPLIER_0 >>> 16));
        var m1 = IntVector.broadcast(INTS, (int) MULTIPLIER_1 & HALF);
        var n1 = IntVector.broadcast(INTS, (int) (MULTIPLIER_1 >>> 16));
        var first = IntVector.broadcast(INTS, key0);
        var second = IntVector.broadcast(INTS, key1);
        for (int i = 0; i < pairs; i += LANES) {
            var a0 = LongVector.fromArray(LONGS, w0, i).reinterpretAsInts();
            var a1 = LongVector.fromArray(LONGS, w2, i).reinterpretAsInts();
            var l0 = a0.and(half);
            var l1 = a1.and(half);
            var h0 = a0.lanewise(LSHR, 16);
            var h1 = a1.lanewise(LSHR, 16);
            var t0 = l0.mul(m0);
            var t1 = l1.mul(m1);
            var u0 = h0.mul(m0).add(t0.lanewise(LSHR, 16));
            var u1 = h1.mul(m1).add(t1.lanewise(LSHR, 16));
            var v0 = l0.mul(n0).add(u0.and(half));
            var v1 = l1.mul(n1).add(u1.and(half));
            var high0 = h0.mul(n0).add(u0.lanewise(LSHR, 16)).add(v0.lanewise(LSHR, 16));
            var high1 = h1.mul(n1).add(u1.lanewise(LSHR, 16)).add(v1.lanewise(LSHR, 16));
            var b1 = LongVector.fromArray(LONGS, w1, i).reinterpretAsInts();
            var b3 = LongVector.fromArray(LONGS, w3, i).reinterpretAsInts();
            high1.lanewise(XOR, b1).lanewise(XOR, first).reinterpretAsLongs().intoArray(w0, i);
            high0.lanewise(XOR, b3).lanewise(XOR, second).reinterpretAsLongs().intoArray(w2, i);
            v1.lanewise(LSHL, 16).or(t1.and(half)).reinterpretAsLongs().intoArray(w1, i);
            v0.lanewise(LSHL, 16).or(t0.and(half)).reinterpretAsLongs().intoArray(w3, i);
        }
    }
}
