package io.larmor.kernel.shell;

/** The code of a cell did not react to an interrupt and still runs. */
public final class StuckCellError extends Error {

    private static final long serialVersionUID = 1;

    StuckCellError() {
        super("the code did not stop within 3 s of the interrupt and is still running in the background; its output is cut "
                + "off. It sits in library code without interruption points: restart the kernel to end it.", null, false,
                false);
    }
}
