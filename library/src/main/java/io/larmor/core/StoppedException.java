package io.larmor.core;

import java.util.concurrent.CancellationException;

/** Ends a computation that the user interrupted. What was computed before the cell is untouched. */
public final class StoppedException extends CancellationException {

    private static final long serialVersionUID = 1;

    public StoppedException(String what) {
        super(what);
    }
}
