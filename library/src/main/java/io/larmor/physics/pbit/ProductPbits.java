package io.larmor.physics.pbit;

import io.larmor.core.Seed;

/**
 * P-bits that are the digits of two odd numbers, {@code X = 1 + Σ 2^i x_i} with i from 1, and Y likewise, with the energy
 * {@code E = (X Y − N)²}. The field of a digit is {@code −(E(x_i = 1) − E(x_i = 0)) / 2} (Borders et al., Nature 573, 390,
 * 2019). The digits of X come first.
 */
public final class ProductPbits extends Pbits {

    private final long number;
    private final int xBits;
    private long x;
    private long y;

    /**
     * At rest in a state.
     *
     * @param number N
     * @param xBits how many of the p-bits are digits of X; the others are of Y
     */
    public ProductPbits(long number, int xBits, boolean[] up, boolean[] free, double[] gains, Seed seed) {
        super(up, free, gains, seed);
        this.number = number;
        this.xBits = xBits;
        anew();
    }

    /** What the energy changes by when a digit of one factor goes from 0 to 1, with the factor without that digit. */
    static double rise(long digit, long without, long other, long number) {
        double step = (double) digit * other;
        return step * (2 * ((double) without * other - number) + step);
    }

    @Override
    void sweep(RandomBits random) {
        for (int k = 0; k < order.length; k++) {
            int i = order[k];
            boolean before = up(i);
            boolean ofX = i < xBits;
            long digit = 1L << (ofX ? i + 1 : i - xBits + 1);
            long mine = ofX ? x : y;
            long other = ofX ? y : x;
            double rise = rise(digit, before ? mine - digit : mine, other, number);
            boolean up = Decision.up(-0.5 * slopes[i] * rise, random, k);
            if (up != before) {
                bits[0] ^= 1L << i;
                long after = up ? mine + digit : mine - digit;
                x = ofX ? after : x;
                y = ofX ? y : after;
            }
        }
        double off = (double) x * y - number;
        energy = off * off;
    }

    @Override
    void anew() {
        x = 1;
        y = 1;
        for (int i = 0; i < count(); i++) {
            if (up(i) && i < xBits) {
                x += 1L << (i + 1);
            } else if (up(i)) {
                y += 1L << (i - xBits + 1);
            }
        }
        double off = (double) x * y - number;
        energy = off * off;
    }
}
