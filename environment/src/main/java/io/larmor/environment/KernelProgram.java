package io.larmor.environment;

import io.larmor.environment.setup.Interrupts;
import io.larmor.kernel.spi.Kernel;

/**
 * The program that a front end starts. It leaves a terminal's Ctrl-C, which reaches all programs of the terminal, to the
 * front end: that one interrupts by message.
 */
public final class KernelProgram {

    private KernelProgram() {
    }

    /** Starts the kernel on the connection file that is the only argument. */
    public static void main(String[] args) {
        Interrupts.handledBy(() -> { });
        Kernel.main(args);
    }
}
