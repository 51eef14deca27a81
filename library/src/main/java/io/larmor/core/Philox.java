package io.larmor.core;

/**
 * The counter-based generator Philox4x32-10 of Salmon et al., "Parallel random numbers: as easy as 1, 2, 3", SC 2011: the
 * n-th block of four words is a function of the key and n alone. Not thread-safe; each place in the {@link Seed} tree has
 * its own.
 */
public final class Philox {

    private static final long MULTIPLIER_0 = 0xD2511F53L;
    private static final long MULTIPLIER_1 = 0xCD9E8D57L;
    private static final int WEYL_0 = 0x9E3779B9;
    private static final int WEYL_1 = 0xBB67AE85;
    private static final long LOW = 0xFFFFFFFFL;
    private static final int ROUNDS = 10;

    private final int key0;
    private final int key1;
    private long block;
    private final int[] words = new int[4];
    private int used = 4;
    private double spare = Double.NaN;

    /** A generator for a 64-bit key, at block 0. */
    public Philox(long key) {
        this.key0 = (int) key;
        this.key1 = (int) (key >>> 32);
    }

    /** The four words of one block: the bare function, for tests and for kernels that count by themselves. */
    public static void block(int c0, int c1, int c2, int c3, int k0, int k1, int[] out) {
        for (int round = 0; round < ROUNDS; round++) {
            long p0 = MULTIPLIER_0 * (c0 & LOW);
            long p1 = MULTIPLIER_1 * (c2 & LOW);
            int n0 = (int) (p1 >>> 32) ^ c1 ^ k0;
            int n2 = (int) (p0 >>> 32) ^ c3 ^ k1;
            c1 = (int) p1;
            c3 = (int) p0;
            c0 = n0;
            c2 = n2;
            k0 += WEYL_0;
            k1 += WEYL_1;
        }
        out[0] = c0;
        out[1] = c1;
        out[2] = c2;
        out[3] = c3;
    }

    /** 32 random bits. */
    public int nextInt() {
        if (used == 4) {
            block((int) block, (int) (block >>> 32), 0, 0, key0, key1, words);
            block++;
            used = 0;
        }
        return words[used++];
    }

    /** A number of 0 up to, without, the bound, by rejection and so without bias. */
    public int nextInt(int bound) {
        if (bound <= 0) {
            throw new IllegalArgumentException("nextInt(bound = " + bound + "): the bound must be positive");
        }
        long limit = (1L << 32) / bound * bound;
        long word;
        do {
            word = nextInt() & LOW;
        } while (word >= limit);
        return (int) (word % bound);
    }

    /** Uniform in [0, 1), with 53 random bits. */
    public double nextDouble() {
        long high = nextInt() & LOW;
        long low = nextInt() & LOW;
        return ((high << 21) ^ (low >>> 11)) * 0x1p-53;
    }

    /** Normal with mean 0 and variance 1, by Box and Muller's transform; two at a time. */
    public double nextGaussian() {
        if (!Double.isNaN(spare)) {
            double kept = spare;
            spare = Double.NaN;
            return kept;
        }
        // 1 - u is in (0, 1], so the logarithm is finite.
        double radius = Math.sqrt(-2 * Math.log(1 - nextDouble()));
        double angle = 2 * Math.PI * nextDouble();
        spare = radius * Math.sin(angle);
        return radius * Math.cos(angle);
    }

    /** The numbers 0 to n-1 in random order (Fisher and Yates). */
    public int[] permutation(int n) {
        int[] order = new int[n];
        for (int i = 0; i < n; i++) {
            int j = nextInt(i + 1);
            order[i] = order[j];
            order[j] = i;
        }
        return order;
    }
}
