package io.larmor.physics.ring;

import io.larmor.core.Philox;
import io.larmor.core.Seed;

/**
 * The draws of one run: one uniform number for each tick and junction, as a function of the run's seed, so that nothing
 * depends on which of them are looked at. A draw's first byte comes 16 to a block of the generator; few draws need the rest.
 */
final class JunctionNoise {

    private static final int COARSE = 0;
    private static final int REST = 1;
    private static final int SIDE = 2;

    private final int key0;
    private final int key1;
    private final int[] words = new int[4];

    JunctionNoise(Seed seed) {
        this.key0 = (int) seed.key();
        this.key1 = (int) (seed.key() >>> 32);
    }

    /** The first bytes of the draws of junctions {@code from} up to {@code to}, without the last, at their place. */
    void coarse(long tick, int from, int to, byte[] into) {
        for (int block = from >> 4; block << 4 < to; block++) {
            Philox.block((int) tick, (int) (tick >>> 32), block, COARSE, key0, key1, words);
            for (int k = Math.max(from, block << 4); k < Math.min(to, (block + 1) << 4); k++) {
                into[k] = (byte) (words[k >> 2 & 3] >>> 8 * (k & 3));
            }
        }
    }

    /** The first byte of one draw. */
    int coarse(long tick, int junction) {
        Philox.block((int) tick, (int) (tick >>> 32), junction >> 4, COARSE, key0, key1, words);
        return words[junction >> 2 & 3] >>> 8 * (junction & 3) & 255;
    }

    /** A whole draw, above 0 and below 1. */
    double uniform(long tick, int junction, int coarse) {
        Philox.block((int) tick, (int) (tick >>> 32), junction >> 2, REST, key0, key1, words);
        double rest = ((words[junction & 3] & 0xFFFFFFFFL) + 0.5) * 0x1p-32;
        return (coarse + rest) / RingSample.COARSE;
    }

    /** A toss, where two ways are equally good: 1 or -1. */
    int side(long tick, int ring) {
        Philox.block((int) tick, (int) (tick >>> 32), ring, SIDE, key0, key1, words);
        return (words[0] & 1) == 0 ? 1 : -1;
    }
}
