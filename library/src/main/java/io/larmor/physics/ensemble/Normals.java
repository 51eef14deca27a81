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
     * @param buffer says the step and the name of each place; its steps move on by its stride
     * @param count the number of places; an implementation may fill more, up to a multiple of 16
     */
    void fill(NormalBuffer buffer, long key, int count);

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

    /**
     * The bits of sqrt(1/2): a double's bits less these hold its binary exponent, counted from there; plus the exponent's
     * bias, they are never negative.
     */
    long ROOT_HALF = 0x3FE6A09E667F3BCDL;
    long FROM_ROOT_HALF = (1023L << 52) - ROOT_HALF;
    double BIASED = 0x1p52 + 1023;
    long FRACTION = 0x000FFFFFFFFFFFFFL;

    /**
     * -2 log((1 + s) / (1 - s)) = -4 s + s³ P(s²), and -2 log 2. P is the polynomial of degree 4 whose largest error is the
     * smallest, found by Remez's exchange: for |s| < 0.172 the logarithm is right to 8e-14.
     */
    double LOG = -2 * 0.6931471805599453;
    double L1 = -2 * 0.6666666666738432, L2 = -2 * 0.39999998787277785, L3 = -2 * 0.28571756247551655, L4 = -2 * 0.2219130769058265,
            L5 = -2 * 0.19364237022717357;

    /** Sine over t and cosine of π t / 4 as polynomials in t², found in the same way: for |t| < 1 right to 4e-15 and 6e-14. */
    double S1 = 0.785398163397445, S3 = -0.08074551218803888, S5 = 0.0024903945673690393, S7 = -3.657619212629849e-5,
            S9 = 3.13338414611886e-7, S11 = -1.7365192570986786e-9;
    double C0 = 0.9999999999999445, C2 = -0.3084251375300445, C4 = 0.015854344197144207, C6 = -3.2599168764058545e-4,
            C8 = 3.5904756555525976e-6, C10 = -2.426856713149312e-8;
}
