package io.larmor.physics.rf;

import java.util.Arrays;

/** Plain loops with one index for all arrays, some of which the compiler turns into vector instructions: the reference. */
final class PlainChains implements ChainKernel {

    @Override
    public void weights(float[] tones, float inverse, float[] widths, int resonators, float[] into) {
        Arrays.fill(into, 0);
        int k = 0;
        for (; k + 4 <= resonators; k += 4) {
            four(tones, inverse, widths[k], widths[k + 1], widths[k + 2], widths[k + 3], into);
        }
        for (; k < resonators; k++) {
            one(tones, inverse, widths[k], ResonatorChains.sign(k), into);
        }
    }

    private static void four(float[] tones, float inverse, float g0, float g1, float g2, float g3, float[] into) {
        for (int i = 0; i < tones.length; i++) {
            float f = tones[i];
            float u0 = Math.fma(f, g0, -inverse);
            float u1 = Math.fma(f, g1, -inverse);
            float u2 = Math.fma(f, g2, -inverse);
            float u3 = Math.fma(f, g3, -inverse);
            float d0 = Math.fma(u0, u0, 1f);
            float d1 = Math.fma(u1, u1, 1f);
            float d2 = Math.fma(u2, u2, 1f);
            float d3 = Math.fma(u3, u3, 1f);
            // The signs take turns: u1/d1 - u0/d0, and so on.
            float low = u1 * d0 - u0 * d1;
            float high = u3 * d2 - u2 * d3;
            float lower = d0 * d1;
            float upper = d2 * d3;
            into[i] = into[i] + Math.fma(low, upper, high * lower) / (lower * upper);
        }
    }

    private static void one(float[] tones, float inverse, float g, float sign, float[] into) {
        for (int i = 0; i < tones.length; i++) {
            float u = Math.fma(tones[i], g, -inverse);
            into[i] = into[i] + sign * u / Math.fma(u, u, 1f);
        }
    }

    @Override
    public void slopes(float[] tones, float[] worth, float inverse, float[] widths, float[] into) {
        float[] parts = new float[4 * PARTS];
        for (int k = 0; k < widths.length; k += 4) {
            Arrays.fill(parts, 0);
            for (int i = 0; i < tones.length; i++) {
                add(tones[i], worth[i], inverse, widths, k, parts, i % PARTS);
            }
            for (int r = 0; r < 4; r++) {
                into[k + r] = ChainKernel.total(parts, r * PARTS);
            }
        }
    }

    private static void add(float f, float h, float inverse, float[] widths, int k, float[] parts, int part) {
        float u0 = Math.fma(f, widths[k], -inverse);
        float u1 = Math.fma(f, widths[k + 1], -inverse);
        float u2 = Math.fma(f, widths[k + 2], -inverse);
        float u3 = Math.fma(f, widths[k + 3], -inverse);
        float d0 = Math.fma(u0, u0, 1f);
        float d1 = Math.fma(u1, u1, 1f);
        float d2 = Math.fma(u2, u2, 1f);
        float d3 = Math.fma(u3, u3, 1f);
        float lower = d0 * d1;
        float upper = d2 * d3;
        float all = 1f / (lower * upper);
        float low = all * upper;
        float high = all * lower;
        // r = 1/(1 + u²) gives (1 - u²)/(1 + u²)² = r (2 r - 1).
        float r0 = low * d1;
        float r1 = low * d0;
        float r2 = high * d3;
        float r3 = high * d2;
        parts[part] = Math.fma(h * r0, Math.fma(r0, 2f, -1f), parts[part]);
        parts[PARTS + part] = Math.fma(h * r1, Math.fma(r1, 2f, -1f), parts[PARTS + part]);
        parts[2 * PARTS + part] = Math.fma(h * r2, Math.fma(r2, 2f, -1f), parts[2 * PARTS + part]);
        parts[3 * PARTS + part] = Math.fma(h * r3, Math.fma(r3, 2f, -1f), parts[3 * PARTS + part]);
    }
}
