package io.larmor.kernel.display;

/** Ends a cell that the user interrupted. */
public final class CellInterruptedError extends Error {

    private static final long serialVersionUID = 1;

    public CellInterruptedError() {
        super("the cell was interrupted", null, false, false);
    }
}
