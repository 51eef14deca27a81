package io.larmor.physics.ensemble;

/**
 * Three normal numbers for every spin and step. A spin's numbers follow one another, three a step; they come from places of
 * {@link Normals}, which give four each, so that three places serve four steps and none is drawn in vain.
 */
final class StepNoise {

    private static final int STEPS = 4;
    private static final int PLACES = 3;

    private final NormalBuffer buffer;
    private int count;

    /** The noise of some spins, which keeps its numbers in an array with other things, from an index on. */
    StepNoise(int spins, double[] numbers, int from) {
        buffer = new NormalBuffer(PLACES * spins, numbers, from);
        buffer.stride = PLACES;
    }

    /** The numbers that some spins take in an array. */
    static int size(int spins) {
        return NormalBuffer.size(PLACES * spins);
    }

    /** Chooses where vectors begin, in the array the numbers from an index on; the next draw must be anew. */
    void settle(int from) {
        buffer.settle(from);
    }

    /**
     * Makes a step's numbers ready.
     *
     * @param anew whether what was drawn before was for other spins, or not for the step before
     */
    void draw(Normals normals, long key, long[] names, int count, long step, boolean anew) {
        if (anew) {
            this.count = count;
            for (int place = 0; place < PLACES; place++) {
                buffer.name(place * count, names, count);
                buffer.place(place * count, (place + 1) * count, step / STEPS * PLACES + place);
            }
        }
        if (anew || step % STEPS == 0) {
            normals.fill(buffer, key, PLACES * count);
        }
    }

    /** Where in the array the numbers of a step that is ready, one a spin, for a direction, 0 to 2, begin. */
    int begin(long step, int direction) {
        int index = (int) (step % STEPS) * PLACES + direction;
        return index / STEPS * count + buffer.begin(index % STEPS, PLACES * count);
    }
}
