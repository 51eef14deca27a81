package io.larmor.physics.rf;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/**
 * The form on the JDK's Vector API. Weights: two vectors of tones and their sums stay in registers while the resonators pass
 * by. Slopes: four resonators and their sums stay in registers while the tones pass by; where a vector is shorter than
 * {@link #PARTS} the tones pass by once for each part of a sum, so that no number of lanes changes its bits.
 */
final class LaneChains implements ChainKernel {

    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_MAX.length() > PARTS ? FloatVector.SPECIES_512
            : FloatVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    @Override
    public void weights(float[] tones, float inverse, float[] widths, int resonators, float[] into) {
        int i = 0;
        for (; i + 2 * LANES <= tones.length; i += 2 * LANES) {
            two(tones, i, -inverse, widths, resonators, into);
        }
        for (; i < tones.length; i += LANES) {
            one(tones, i, -inverse, widths, resonators, into);
        }
    }

    private static void two(float[] tones, int at, float shift, float[] widths, int resonators, float[] into) {
        FloatVector f = FloatVector.fromArray(SPECIES, tones, at);
        FloatVector e = FloatVector.fromArray(SPECIES, tones, at + LANES);
        FloatVector back = FloatVector.broadcast(SPECIES, shift);
        FloatVector unit = FloatVector.broadcast(SPECIES, 1f);
        FloatVector sum = FloatVector.zero(SPECIES);
        FloatVector sum2 = sum;
        int full = resonators & -4;
        for (int k = 0; k < full; k += 4) {
            FloatVector g0 = FloatVector.broadcast(SPECIES, widths[k]);
            FloatVector g1 = FloatVector.broadcast(SPECIES, widths[k + 1]);
            FloatVector u0 = f.fma(g0, back);
            FloatVector u1 = f.fma(g1, back);
            FloatVector d0 = u0.fma(u0, unit);
            FloatVector d1 = u1.fma(u1, unit);
            FloatVector low = u1.mul(d0).sub(u0.mul(d1));
            FloatVector lower = d0.mul(d1);
            u0 = e.fma(g0, back);
            u1 = e.fma(g1, back);
            d0 = u0.fma(u0, unit);
            d1 = u1.fma(u1, unit);
            FloatVector low2 = u1.mul(d0).sub(u0.mul(d1));
            FloatVector lower2 = d0.mul(d1);
            FloatVector g2 = FloatVector.broadcast(SPECIES, widths[k + 2]);
            FloatVector g3 = FloatVector.broadcast(SPECIES, widths[k + 3]);
            u0 = f.fma(g2, back);
            u1 = f.fma(g3, back);
            d0 = u0.fma(u0, unit);
            d1 = u1.fma(u1, unit);
            FloatVector high = u1.mul(d0).sub(u0.mul(d1));
            FloatVector upper = d0.mul(d1);
            sum = sum.add(low.fma(upper, high.mul(lower)).div(lower.mul(upper)));
            u0 = e.fma(g2, back);
            u1 = e.fma(g3, back);
            d0 = u0.fma(u0, unit);
            d1 = u1.fma(u1, unit);
            high = u1.mul(d0).sub(u0.mul(d1));
            upper = d0.mul(d1);
            sum2 = sum2.add(low2.fma(upper, high.mul(lower2)).div(lower2.mul(upper)));
        }
        rest(f, back, unit, widths, full, resonators, sum).intoArray(into, at);
        rest(e, back, unit, widths, full, resonators, sum2).intoArray(into, at + LANES);
    }

    private static void one(float[] tones, int at, float shift, float[] widths, int resonators, float[] into) {
        FloatVector f = FloatVector.fromArray(SPECIES, tones, at);
        FloatVector back = FloatVector.broadcast(SPECIES, shift);
        FloatVector unit = FloatVector.broadcast(SPECIES, 1f);
        FloatVector sum = FloatVector.zero(SPECIES);
        int full = resonators & -4;
        for (int k = 0; k < full; k += 4) {
            FloatVector u0 = f.fma(FloatVector.broadcast(SPECIES, widths[k]), back);
            FloatVector u1 = f.fma(FloatVector.broadcast(SPECIES, widths[k + 1]), back);
            FloatVector d0 = u0.fma(u0, unit);
            FloatVector d1 = u1.fma(u1, unit);
            FloatVector low = u1.mul(d0).sub(u0.mul(d1));
            FloatVector lower = d0.mul(d1);
            u0 = f.fma(FloatVector.broadcast(SPECIES, widths[k + 2]), back);
            u1 = f.fma(FloatVector.broadcast(SPECIES, widths[k + 3]), back);
            d0 = u0.fma(u0, unit);
            d1 = u1.fma(u1, unit);
            FloatVector high = u1.mul(d0).sub(u0.mul(d1));
            FloatVector upper = d0.mul(d1);
            sum = sum.add(low.fma(upper, high.mul(lower)).div(lower.mul(upper)));
        }
        rest(f, back, unit, widths, full, resonators, sum).intoArray(into, at);
    }

    private static FloatVector rest(FloatVector f, FloatVector back, FloatVector unit, float[] widths, int from, int to, FloatVector sum) {
        for (int k = from; k < to; k++) {
            FloatVector u = f.fma(FloatVector.broadcast(SPECIES, widths[k]), back);
            sum = sum.add(u.mul(ResonatorChains.sign(k)).div(u.fma(u, unit)));
        }
        return sum;
    }

    @Override
    public void slopes(float[] tones, float[] worth, float inverse, float[] widths, float[] into) {
        float[] parts = new float[4 * PARTS];
        for (int k = 0; k < widths.length; k += 4) {
            for (int part = 0; part < PARTS; part += LANES) {
                sums(tones, worth, -inverse, widths[k], widths[k + 1], widths[k + 2], widths[k + 3], part, parts);
            }
            for (int r = 0; r < 4; r++) {
                into[k + r] = ChainKernel.total(parts, r * PARTS);
            }
        }
    }

    private static void sums(float[] tones, float[] worth, float shift, float w0, float w1, float w2, float w3, int part, float[] parts) {
        FloatVector g0 = FloatVector.broadcast(SPECIES, w0);
        FloatVector g1 = FloatVector.broadcast(SPECIES, w1);
        FloatVector g2 = FloatVector.broadcast(SPECIES, w2);
        FloatVector g3 = FloatVector.broadcast(SPECIES, w3);
        FloatVector back = FloatVector.broadcast(SPECIES, shift);
        FloatVector unit = FloatVector.broadcast(SPECIES, 1f);
        FloatVector twice = FloatVector.broadcast(SPECIES, 2f);
        FloatVector less = FloatVector.broadcast(SPECIES, -1f);
        FloatVector s0 = FloatVector.zero(SPECIES);
        FloatVector s1 = s0;
        FloatVector s2 = s0;
        FloatVector s3 = s0;
        for (int i = part; i < tones.length; i += PARTS) {
            FloatVector f = FloatVector.fromArray(SPECIES, tones, i);
            FloatVector u = f.fma(g0, back);
            FloatVector d0 = u.fma(u, unit);
            u = f.fma(g1, back);
            FloatVector d1 = u.fma(u, unit);
            u = f.fma(g2, back);
            FloatVector d2 = u.fma(u, unit);
            u = f.fma(g3, back);
            FloatVector d3 = u.fma(u, unit);
            FloatVector lower = d0.mul(d1);
            FloatVector upper = d2.mul(d3);
            FloatVector all = unit.div(lower.mul(upper));
            FloatVector low = all.mul(upper);
            FloatVector high = all.mul(lower);
            FloatVector h = FloatVector.fromArray(SPECIES, worth, i);
            FloatVector r = low.mul(d1);
            s0 = h.mul(r).fma(r.fma(twice, less), s0);
            r = low.mul(d0);
            s1 = h.mul(r).fma(r.fma(twice, less), s1);
            r = high.mul(d3);
            s2 = h.mul(r).fma(r.fma(twice, less), s2);
            r = high.mul(d2);
            s3 = h.mul(r).fma(r.fma(twice, less), s3);
        }
        s0.intoArray(parts, part);
        s1.intoArray(parts, PARTS + part);
        s2.intoArray(parts, 2 * PARTS + part);
        s3.intoArray(parts, 3 * PARTS + part);
    }
}
