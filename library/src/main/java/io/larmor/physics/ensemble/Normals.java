package io.larmor.physics.ensemble;

/**
 * Normal numbers by counting: the four of a place are a function of key, name and step alone. The bits come from
 * Philox4x32-10 with the counter (step, name), the numbers from them by Box and Muller's transform with polynomials of
 * our own, so that every implementation gives the same bits.
 *
 * <p>A pair is made of 64 bits: 36 for the radius, 28 for the angle. The largest number that can come is 7.2.
 */
interface Normals {

    /**
     * Fills the first places of a buffer.
     *
     * @param buffer its {@code steps} say the step of each place
     * @param names what a place belongs to: a spin, a copy of a device
     * @param count the number of places; an implementation may fill more, up to a multiple of 16
     */
    void fill(NormalBuffer buffer, long key, long[] names, int count);

    /** Philox's constants. */
    long MULTIPLIER_0 = 0xD2511F53L;
    long MULTIPLIER_1 = 0xCD9E8D57L;
    int WEYL_0 = 0x9E3779B9;
    int WEYL_1 = 0xBB67AE85;
    int ROUNDS = 10;
    long LOW = 0xFFFFFFFFL;

    /** A whole number v below 2^52, put into these bits, is the double 2^52 + v. */
    long WHOLE = 0x4330000000000000L;

    /** (v + 1/2) / 2^36 from 2^52 + v, exactly: a radius in (0, 1). */
    double RADIUS_SCALE = 0x1p-36;
    double RADIUS_SHIFT = (0.5 - 0x1p52) * 0x1p-36;
    int RADIUS_BITS = 36;

    /** v / 2^25 - 1 from 2^52 + v, exactly: an angle in [-1, 1), in eighths of a turn. */
    double ANGLE_SCALE = 0x1p-25;
    double ANGLE_SHIFT = -0x1p27 - 1;
    long ANGLE_MASK = (1L << 26) - 1;

    /** The bits of sqrt(1/2): a double's bits less these hold its binary exponent, counted from there. */
    long ROOT_HALF = 0x3FE6A09E667F3BCDL;
    long FRACTION = 0x000FFFFFFFFFFFFFL;
    double LN2 = 0.6931471805599453;

    /** log((1 + s) / (1 - s)) = 2 s (1 + s²/3 + s⁴/5 + ...); for |s| < 0.172 what is left out is below 4e-14. */
    double L1 = 2.0 / 3, L2 = 2.0 / 5, L3 = 2.0 / 7, L4 = 2.0 / 9, L5 = 2.0 / 11, L6 = 2.0 / 13, L7 = 2.0 / 15;

    /** A quarter of pi, and the series of sine and cosine of it times t: for |t| < 1 what is left out is below 3e-14. */
    double A = Math.PI / 4, A2 = A * A;
    double S3 = -A * A2 / 6, S5 = -S3 * A2 / 20, S7 = -S5 * A2 / 42, S9 = -S7 * A2 / 72, S11 = -S9 * A2 / 110, S13 = -S11 * A2 / 156;
    double C2 = -A2 / 2, C4 = -C2 * A2 / 12, C6 = -C4 * A2 / 30, C8 = -C6 * A2 / 56, C10 = -C8 * A2 / 90, C12 = -C10 * A2 / 132,
            C14 = -C12 * A2 / 182;
}
