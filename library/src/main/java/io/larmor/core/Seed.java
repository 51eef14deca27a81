package io.larmor.core;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;

/**
 * A place in the tree of randomness: the session's seed and the structural path down to one device, mask or trial. Two
 * different paths give unrelated random numbers, the same path always the same ones, so that running a cell again
 * repeats its result, adding a device changes no other one, and threads have no say.
 *
 * @param key the mixed 64-bit key of seed and path
 */
public record Seed(long key) {

    /** The session's seed before anybody sets one. */
    public static final long STANDARD = 2017;

    private static volatile long session = STANDARD;

    /** Sets the session's seed; see {@code seed(2017)} in the notebook language. */
    public static void session(long seed) {
        session = seed;
    }

    /** The number that the session was seeded with. */
    public static long sessionNumber() {
        return session;
    }

    /** The root of the session's tree. */
    public static Seed root() {
        return root(session);
    }

    /** The root of the tree of a given number. */
    public static Seed root(long seed) {
        return new Seed(mix(seed));
    }

    /** The branch with a name. */
    public Seed child(String name) {
        long hash = key;
        for (int i = 0; i < name.length(); i++) {
            hash = mix(hash ^ name.charAt(i));
        }
        return new Seed(mix(hash + name.length()));
    }

    /** The branch with a number. */
    public Seed child(long index) {
        return new Seed(mix(mix(key) + index));
    }

    /** A fresh generator at this place; two of them give the same numbers. */
    public Philox generator() {
        Citations.use(Papers.SALMON_2011, "random numbers");
        return new Philox(key);
    }

    /** The finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014): every input bit reaches every output bit. */
    private static long mix(long z) {
        z += 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
