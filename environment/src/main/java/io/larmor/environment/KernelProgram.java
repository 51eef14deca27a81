package io.larmor.environment;

import io.larmor.environment.setup.Interrupts;
import io.larmor.kernel.spi.Kernel;

/**
 * The program that a front end starts. The signal of Ctrl-C interrupts the running cell and never ends the program: front
 * ends may interrupt by it, and a terminal sends it to all programs in it.
 */
public final class KernelProgram {

    private KernelProgram() {
    }

    /** Starts the kernel on the connection file that is the only argument. */
    public static void main(String[] args) {
        Interrupts.handledBy(Kernel::interrupt);
        Kernel.main(args);
    }
}
