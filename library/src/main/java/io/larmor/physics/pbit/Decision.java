package io.larmor.physics.pbit;

/**
 * The law of one p-bit, {@code m = sgn(tanh(I) − r)} with r uniform in −1 .. 1, which makes it +1 with the probability
 * 1 / (1 + exp(−2 I)), and a way to decide the same without a hyperbolic tangent and with few random bits: with r = 2 u − 1
 * it is +1 exactly where {@code 2 I > log(u / (1 − u))}. The first eight bits of u, its head, bound that logarithm from both
 * sides by a table. Only in one case of 256 a field lies between the bounds; there 32 further bits, the tail, and the
 * logarithm itself decide. Nothing is rounded.
 */
final class Decision {

    /** The values of a head. */
    static final int HEADS = 256;
    /** What log(u / (1 − u)) is at least for a head k, at k, and at most for a head k, at k + 1. */
    static final double[] EDGES = edges();

    private Decision() {
    }

    private static double[] edges() {
        double[] edges = new double[HEADS + 1];
        for (int k = 1; k < HEADS; k++) {
            edges[k] = Math.log((double) k / (HEADS - k));
        }
        edges[0] = Double.NEGATIVE_INFINITY;
        edges[HEADS] = Double.POSITIVE_INFINITY;
        return edges;
    }

    /** The uniform number of a head and a tail, in (0, 1). */
    static double uniform(int head, int tail) {
        return (head + ((tail & 0xFFFFFFFFL) + 0.5) * 0x1p-32) / HEADS;
    }

    /** The law as it is written in the papers, for the field I. */
    static boolean up(double field, int head, int tail) {
        return Math.tanh(field) > 2 * uniform(head, tail) - 1;
    }

    /** Where the head does not decide: whether twice the field exceeds the logarithm. */
    static boolean between(double twice, int head, int tail) {
        double u = uniform(head, tail);
        return twice > Math.log(u / (1 - u));
    }

    /** The same as {@link #up} for twice the field: the k-th decision of a sweep. */
    static boolean up(double twice, RandomBits random, int k) {
        int head = random.head(k);
        boolean up = twice >= EDGES[head + 1];
        return up == twice >= EDGES[head] ? up : between(twice, head, random.tail(k));
    }
}
