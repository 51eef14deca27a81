package io.larmor.physics.ensemble;

import static jdk.incubator.vector.VectorOperators.EQ;
import static jdk.incubator.vector.VectorOperators.LSHL;
import static jdk.incubator.vector.VectorOperators.LSHR;
import static jdk.incubator.vector.VectorOperators.XOR;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.LongVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;

/**
 * Several numbers abreast, with the JDK's Vector API, of the bits of {@link LanePhilox}; the reference is
 * {@link ScalarNormals}. In five passes over arrays that stay in the first cache: a short chain of operations lets the
 * processor overlap several vectors', and needs no more constants than there are registers.
 */
final class LaneNormals implements Normals {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    /** A loop over all words in use and the numbers that are made of them, in two ranges, of which the other follows the first. */
    private interface Pass {
        void over(NormalBuffer buffer, int even, int odd);
    }

    /**
     * Called through one place in the code, which the compiler then leaves a call: all five inlined would be one loop nest too
     * large for it, and a vector that is not inlined costs fifty times more.
     */
    private static final Pass[] PASSES = {LaneNormals::ratios, LaneNormals::radii, LaneNormals::sines, LaneNormals::cosines,
        LaneNormals::turn};

    @Override
    public void fill(NormalBuffer buffer, long key, int count) {
        LanePhilox.fill(buffer, key, count);
        int even = buffer.begin(0, count), odd = buffer.begin(1, count);
        for (Pass pass : PASSES) {
            pass.over(buffer, even, odd);
        }
    }

    /** Of u = 2^n m: the ratio s = (m - 1) / (m + 1), and -2 n log 2. */
    private static void ratios(NormalBuffer buffer, int even, int odd) {
        long[] bits = buffer.bits;
        int words = buffer.words(), count = odd - even;
        double[] numbers = buffer.numbers;
        var scale = DoubleVector.broadcast(DOUBLES, RADIUS_SCALE);
        var shift = DoubleVector.broadcast(DOUBLES, RADIUS_SHIFT);
        var biased = DoubleVector.broadcast(DOUBLES, BIASED);
        var one = DoubleVector.broadcast(DOUBLES, 1);
        var log = DoubleVector.broadcast(DOUBLES, LOG);
        for (int i = 0; i < count; i += LANES) {
            var u = LongVector.fromArray(LONGS, bits, i + words).lanewise(LSHR, 64 - RADIUS_BITS).or(WHOLE).reinterpretAsDoubles()
                    .fma(scale, shift);
            var scaled = u.reinterpretAsLongs().add(FROM_ROOT_HALF);
            var m = scaled.and(FRACTION).add(ROOT_HALF).reinterpretAsDoubles();
            m.sub(one).div(m.add(one)).intoArray(numbers, i + even);
            scaled.lanewise(LSHR, 52).or(WHOLE).reinterpretAsDoubles().sub(biased).mul(log).intoArray(numbers, i + odd);
        }
    }

    /** sqrt(-2 log u). */
    private static void radii(NormalBuffer buffer, int even, int odd) {
        double[] numbers = buffer.numbers;
        int radii = buffer.radii(), count = odd - even;
        var four = DoubleVector.broadcast(DOUBLES, -4);
        var l1 = DoubleVector.broadcast(DOUBLES, L1);
        var l2 = DoubleVector.broadcast(DOUBLES, L2);
        var l3 = DoubleVector.broadcast(DOUBLES, L3);
        var l4 = DoubleVector.broadcast(DOUBLES, L4);
        var l5 = DoubleVector.broadcast(DOUBLES, L5);
        for (int i = 0; i < count; i += LANES) {
            var s = DoubleVector.fromArray(DOUBLES, numbers, i + even);
            var q = s.mul(s);
            var series = q.fma(l5, l4).fma(q, l3).fma(q, l2).fma(q, l1);
            s.mul(q).fma(series, s.fma(four, DoubleVector.fromArray(DOUBLES, numbers, i + odd))).sqrt().intoArray(numbers, i + radii);
        }
    }

    /** Of an angle in the eighths of a turn about 0. */
    private static void sines(NormalBuffer buffer, int even, int odd) {
        long[] bits = buffer.bits;
        int words = buffer.words(), count = odd - even;
        double[] numbers = buffer.numbers;
        var scale = DoubleVector.broadcast(DOUBLES, ANGLE_SCALE);
        var shift = DoubleVector.broadcast(DOUBLES, ANGLE_SHIFT);
        var s1 = DoubleVector.broadcast(DOUBLES, S1);
        var s3 = DoubleVector.broadcast(DOUBLES, S3);
        var s5 = DoubleVector.broadcast(DOUBLES, S5);
        var s7 = DoubleVector.broadcast(DOUBLES, S7);
        var s9 = DoubleVector.broadcast(DOUBLES, S9);
        var s11 = DoubleVector.broadcast(DOUBLES, S11);
        for (int i = 0; i < count; i += LANES) {
            var t = LongVector.fromArray(LONGS, bits, i + words).lanewise(LSHR, 2).and(ANGLE_MASK).or(WHOLE).reinterpretAsDoubles()
                    .fma(scale, shift);
            var t2 = t.mul(t);
            t.mul(t2.fma(s11, s9).fma(t2, s7).fma(t2, s5).fma(t2, s3).fma(t2, s1)).intoArray(numbers, i + even);
        }
    }

    private static void cosines(NormalBuffer buffer, int even, int odd) {
        long[] bits = buffer.bits;
        int words = buffer.words(), count = odd - even;
        double[] numbers = buffer.numbers;
        var scale = DoubleVector.broadcast(DOUBLES, ANGLE_SCALE);
        var shift = DoubleVector.broadcast(DOUBLES, ANGLE_SHIFT);
        var c0 = DoubleVector.broadcast(DOUBLES, C0);
        var c2 = DoubleVector.broadcast(DOUBLES, C2);
        var c4 = DoubleVector.broadcast(DOUBLES, C4);
        var c6 = DoubleVector.broadcast(DOUBLES, C6);
        var c8 = DoubleVector.broadcast(DOUBLES, C8);
        var c10 = DoubleVector.broadcast(DOUBLES, C10);
        for (int i = 0; i < count; i += LANES) {
            var t = LongVector.fromArray(LONGS, bits, i + words).lanewise(LSHR, 2).and(ANGLE_MASK).or(WHOLE).reinterpretAsDoubles()
                    .fma(scale, shift);
            var t2 = t.mul(t);
            t2.fma(c10, c8).fma(t2, c6).fma(t2, c4).fma(t2, c2).fma(t2, c0).intoArray(numbers, i + odd);
        }
    }

    /** The two components of each pair, with a sign and, for the other eighths of a turn, a swap. */
    private static void turn(NormalBuffer buffer, int even, int odd) {
        long[] bits = buffer.bits;
        int words = buffer.words(), radii = buffer.radii(), count = odd - even;
        double[] numbers = buffer.numbers;
        for (int i = 0; i < count; i += LANES) {
            var word = LongVector.fromArray(LONGS, bits, i + words);
            var sine = DoubleVector.fromArray(DOUBLES, numbers, i + even);
            var cosine = DoubleVector.fromArray(DOUBLES, numbers, i + odd);
            var sign = word.lanewise(LSHL, 62).and(Long.MIN_VALUE);
            var signed = DoubleVector.fromArray(DOUBLES, numbers, i + radii).reinterpretAsLongs().lanewise(XOR, sign).reinterpretAsDoubles();
            VectorMask<Double> swap = word.and(1).compare(EQ, 0).cast(DOUBLES);
            signed.mul(cosine.blend(sine, swap)).intoArray(numbers, i + even);
            signed.mul(sine.blend(cosine, swap)).intoArray(numbers, i + odd);
        }
    }
}
