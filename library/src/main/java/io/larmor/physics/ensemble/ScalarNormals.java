package io.larmor.physics.ensemble;

/** One number after the other: the reference. */
final class ScalarNormals implements Normals {

    @Override
    public void fill(NormalBuffer buffer, long key, int count) {
        int words = buffer.words(), half = NormalBuffer.half(count);
        bits(buffer, key, count);
        pairs(buffer, words, buffer.begin(0, count), buffer.begin(1, count), count);
        pairs(buffer, words + half, buffer.begin(2, count), buffer.begin(3, count), count);
    }

    private static void bits(NormalBuffer buffer, long key, int count) {
        int steps = buffer.steps(), words = buffer.words(), half = NormalBuffer.half(count);
        for (int i = 0; i < count; i++) {
            long step = buffer.bits[steps + i], name = buffer.bits[buffer.names() + i];
            long c0 = step & LOW, c1 = step >>> 32, c2 = name & LOW, c3 = name >>> 32;
            long k0 = key & LOW, k1 = key >>> 32;
            for (int round = 0; round < ROUNDS; round++) {
                long p0 = c0 * MULTIPLIER_0, p1 = c2 * MULTIPLIER_1;
                c0 = p1 >>> 32 ^ c1 ^ k0;
                c1 = p1 & LOW;
                c2 = p0 >>> 32 ^ c3 ^ k1;
                c3 = p0 & LOW;
                k0 = k0 + WEYL_0 & LOW;
                k1 = k1 + WEYL_1 & LOW;
            }
            buffer.bits[steps + i] += buffer.stride;
            buffer.bits[words + i] = c0 << 32 | c1;
            buffer.bits[words + half + i] = c2 << 32 | c3;
        }
    }

    private static void pairs(NormalBuffer buffer, int words, int even, int odd, int count) {
        for (int i = 0; i < count; i++) {
            long word = buffer.bits[words + i];
            double u = Math.fma(Double.longBitsToDouble(word >>> 64 - RADIUS_BITS | WHOLE), RADIUS_SCALE, RADIUS_SHIFT);
            long scaled = Double.doubleToRawLongBits(u) + FROM_ROOT_HALF;
            double exponent = Double.longBitsToDouble(scaled >>> 52 | WHOLE) - BIASED;
            double m = Double.longBitsToDouble((scaled & FRACTION) + ROOT_HALF);
            double s = (m - 1) / (m + 1), q = s * s;
            double series = Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, L5, L4), L3), L2), L1);
            double radius = Math.sqrt(Math.fma(s * q, series, Math.fma(s, -4, exponent * LOG)));

            double t = Math.fma(Double.longBitsToDouble(word >>> 2 & ANGLE_MASK | WHOLE), ANGLE_SCALE, ANGLE_SHIFT), t2 = t * t;
            double sine = t * Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, S11, S9), S7), S5), S3), S1);
            double cosine = Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, C10, C8), C6), C4), C2), C0);
            double signed = (word & 2) == 0 ? radius : -radius;
            boolean swap = (word & 1) == 0;
            buffer.numbers[even + i] = signed * (swap ? sine : cosine);
            buffer.numbers[odd + i] = signed * (swap ? cosine : sine);
        }
    }
}
