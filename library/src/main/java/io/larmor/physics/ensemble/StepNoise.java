package io.larmor.physics.ensemble;

import java.util.Arrays;

/**
 * Three normal numbers for every spin and step. A spin's numbers follow one another, three a step; they come from places of
 * {@link Normals}, which give four each, so that three places serve four steps and none is drawn in vain.
 */
final class StepNoise {

    private static final int STEPS = 4;
    private static final int PLACES = 3;

    private final NormalBuffer[] places = new NormalBuffer[PLACES];
    private final double[][] numbers = new double[STEPS * PLACES][];

    StepNoise(int size) {
        NormalBuffer first = null;
        for (int place = 0; place < PLACES; place++) {
            var buffer = new NormalBuffer(size, first);
            first = place == 0 ? buffer : first;
            places[place] = buffer;
            double[][] four = {buffer.g0, buffer.g1, buffer.g2, buffer.g3};
            System.arraycopy(four, 0, numbers, STEPS * place, STEPS);
        }
    }

    /**
     * Makes a step's numbers ready.
     *
     * @param anew whether what was drawn before was for other spins
     */
    void draw(Normals normals, long key, long[] names, int count, long step, boolean anew) {
        if (anew || step % STEPS == 0) {
            for (int place = 0; place < PLACES; place++) {
                Arrays.fill(places[place].steps, step / STEPS * PLACES + place);
                normals.fill(places[place], key, names, count);
            }
        }
    }

    /** The numbers of a step that is ready, one a spin, for a direction: 0 to 2. */
    double[] of(long step, int direction) {
        return numbers[(int) (step % STEPS) * PLACES + direction];
    }
}
