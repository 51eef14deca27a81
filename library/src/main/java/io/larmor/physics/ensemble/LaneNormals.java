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
 * {@link ScalarNormals}. In several passes over arrays that stay in the first cache, because the compiler gives up inlining
 * in a larger loop, and a vector that is not inlined costs fifty times more. For the same reason the large passes are above
 * 325 bytecodes, from which on the compiler leaves a method by itself: inlined into {@link #fill} together they would be
 * one loop nest too large.
 */
final class LaneNormals implements Normals {

    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Long> LONGS = LongVector.SPECIES_PREFERRED;
    private static final int LANES = DOUBLES.length();

    @Override
    public void fill(NormalBuffer buffer, long key, long[] names, int count) {
        LanePhilox.fill(buffer, key, names, count);
        radii(buffer.w0, buffer.radius, count);
        pairs(buffer.w0, buffer.radius, buffer.g0, buffer.g1, count);
        radii(buffer.w2, buffer.radius, count);
        pairs(buffer.w2, buffer.radius, buffer.g2, buffer.g3, count);
    }

    /** The lengths: sqrt(-2 log u). */
    private static void radii(long[] words, double[] radii, int count) {
        var scale = DoubleVector.broadcast(DOUBLES, RADIUS_SCALE);
        var shift = DoubleVector.broadcast(DOUBLES, RADIUS_SHIFT);
        var biased = DoubleVector.broadcast(DOUBLES, BIASED);
        var one = DoubleVector.broadcast(DOUBLES, 1);
        var four = DoubleVector.broadcast(DOUBLES, -4);
        var log = DoubleVector.broadcast(DOUBLES, LOG);
        var l1 = DoubleVector.broadcast(DOUBLES, L1);
        var l2 = DoubleVector.broadcast(DOUBLES, L2);
        var l3 = DoubleVector.broadcast(DOUBLES, L3);
        var l4 = DoubleVector.broadcast(DOUBLES, L4);
        var l5 = DoubleVector.broadcast(DOUBLES, L5);
        for (int i = 0; i < count; i += LANES) {
            var u = LongVector.fromArray(LONGS, words, i).lanewise(LSHR, 64 - RADIUS_BITS).or(WHOLE).reinterpretAsDoubles()
                    .fma(scale, shift);
            var from = u.reinterpretAsLongs().add(FROM_ROOT_HALF);
            var exponent = from.lanewise(LSHR, 52).or(WHOLE).reinterpretAsDoubles().sub(biased);
            var m = from.and(FRACTION).add(ROOT_HALF).reinterpretAsDoubles();
            var s = m.sub(one).div(m.add(one));
            var q = s.mul(s);
            var series = q.fma(l5, l4).fma(q, l3).fma(q, l2).fma(q, l1);
            exponent.fma(log, s.mul(q).fma(series, s.mul(four))).sqrt().intoArray(radii, i);
        }
    }

    /** The two components of each, by an angle in an eighth of a turn, a swap and a sign. */
    private static void pairs(long[] words, double[] radii, double[] even, double[] odd, int count) {
        var scale = DoubleVector.broadcast(DOUBLES, ANGLE_SCALE);
        var shift = DoubleVector.broadcast(DOUBLES, ANGLE_SHIFT);
        var s1 = DoubleVector.broadcast(DOUBLES, S1);
        var s3 = DoubleVector.broadcast(DOUBLES, S3);
        var s5 = DoubleVector.broadcast(DOUBLES, S5);
        var s7 = DoubleVector.broadcast(DOUBLES, S7);
        var s9 = DoubleVector.broadcast(DOUBLES, S9);
        var s11 = DoubleVector.broadcast(DOUBLES, S11);
        var c0 = DoubleVector.broadcast(DOUBLES, C0);
        var c2 = DoubleVector.broadcast(DOUBLES, C2);
        var c4 = DoubleVector.broadcast(DOUBLES, C4);
        var c6 = DoubleVector.broadcast(DOUBLES, C6);
        var c8 = DoubleVector.broadcast(DOUBLES, C8);
        var c10 = DoubleVector.broadcast(DOUBLES, C10);
        for (int i = 0; i < count; i += LANES) {
            var word = LongVector.fromArray(LONGS, words, i);
            var t = word.lanewise(LSHR, 2).and(ANGLE_MASK).or(WHOLE).reinterpretAsDoubles().fma(scale, shift);
            var t2 = t.mul(t);
            var sine = t.mul(t2.fma(s11, s9).fma(t2, s7).fma(t2, s5).fma(t2, s3).fma(t2, s1));
            var cosine = t2.fma(c10, c8).fma(t2, c6).fma(t2, c4).fma(t2, c2).fma(t2, c0);
            var sign = word.lanewise(LSHL, 62).and(Long.MIN_VALUE);
            var signed = DoubleVector.fromArray(DOUBLES, radii, i).reinterpretAsLongs().lanewise(XOR, sign).reinterpretAsDoubles();
            VectorMask<Double> swap = word.and(1).compare(EQ, 0).cast(DOUBLES);
            signed.mul(cosine.blend(sine, swap)).intoArray(even, i);
            signed.mul(sine.blend(cosine, swap)).intoArray(odd, i);
        }
    }
}
