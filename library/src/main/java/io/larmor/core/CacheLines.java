package io.larmor.core;

/**
 * Finds where in an array vectors lie well. Java puts an array at any multiple of 8 bytes, and a vector that lies across two
 * of the processor's cache lines costs two accesses: loops over many small arrays lose a quarter of their speed. Java does
 * not tell where an array is, but copies show it, being faster by a third from the right place. Its results do not depend
 * on the place; only speed does.
 */
public final class CacheLines {

    /** Numbers of a cache line of 64 bytes. */
    public static final int LINE = 8;

    private static final int COPIED = 512;
    private static final int COPIES = 20;
    private static final int SAMPLES = 6;

    private CacheLines() {
    }

    /**
     * The index, below {@link #LINE}, from which on an array's numbers had best be used, in less than 0.1 ms. The garbage
     * collector may move the array later, so that the question is worth asking again from time to time.
     *
     * @param array at least 1040 numbers of 8 bytes, which are overwritten
     */
    public static int begin(Object array) {
        long[] best = new long[LINE];
        int fastest = 0;
        for (int sample = 0; sample < SAMPLES; sample++) {
            for (int place = 0; place < LINE; place++) {
                long nanos = copy(array, place);
                best[place] = sample == 0 ? nanos : Math.min(best[place], nanos);
            }
        }
        for (int place = 1; place < LINE; place++) {
            fastest = best[place] < best[fastest] ? place : fastest;
        }
        return fastest;
    }

    private static long copy(Object array, int place) {
        long begin = System.nanoTime();
        for (int i = 0; i < COPIES; i++) {
            System.arraycopy(array, place, array, place + COPIED + LINE, COPIED);
        }
        return System.nanoTime() - begin;
    }
}
