package io.larmor.physics.spin;

import io.larmor.core.Progress;

/** The place in long loops where an interrupt is noticed. */
final class Pause {

    private Pause() {
    }

    /** Looks once in 4096 steps, about every millisecond. */
    static void every4096(int step) {
        if ((step & 4095) == 4095) {
            Progress.checkpoint();
        }
    }
}
