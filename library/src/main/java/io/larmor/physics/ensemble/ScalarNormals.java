package io.larmor.physics.ensemble;

/** One number after the other: the reference. */
final class ScalarNormals implements Normals {

    @Override
    public void fill(NormalBuffer buffer, long key, long[] names, int count) {
        bits(buffer, key, names, count);
        pairs(buffer.w0, buffer.g0, buffer.g1, count);
        pairs(buffer.w2, buffer.g2, buffer.g3, count);
    }

    private static void bits(NormalBuffer buffer, long key, long[] names, int count) {
        for (int i = 0; i < count; i++) {
            long step = buffer.steps[i], name = names[i];
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
            buffer.w0[i] = c0 << 32 | c1;
            buffer.w2[i] = c2 << 32 | c3;
        }
    }

    private static void pairs(long[] bits, double[] even, double[] odd, int count) {
        for (int i = 0; i < count; i++) {
            long word = bits[i];
            double u = Math.fma(Double.longBitsToDouble(word >>> 64 - RADIUS_BITS | WHOLE), RADIUS_SCALE, RADIUS_SHIFT);
            long from = Double.doubleToRawLongBits(u) + FROM_ROOT_HALF;
            double exponent = Double.longBitsToDouble(from >>> 52 | WHOLE) - BIASED;
            double m = Double.longBitsToDouble((from & FRACTION) + ROOT_HALF);
            double s = (m - 1) / (m + 1), q = s * s;
            double series = Math.fma(q, Math.fma(q, Math.fma(q, Math.fma(q, L5, L4), L3), L2), L1);
            double radius = Math.sqrt(Math.fma(exponent, LOG, Math.fma(s * q, series, -4 * s)));

            double t = Math.fma(Double.longBitsToDouble(word >>> 2 & ANGLE_MASK | WHOLE), ANGLE_SCALE, ANGLE_SHIFT), t2 = t * t;
            double sine = t * Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, S11, S9), S7), S5), S3), S1);
            double cosine = Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, Math.fma(t2, C10, C8), C6), C4), C2), C0);
            double signed = (word & 2) == 0 ? radius : -radius;
            boolean swap = (word & 1) == 0;
            even[i] = signed * (swap ? sine : cosine);
            odd[i] = signed * (swap ? cosine : sine);
        }
    }
}
