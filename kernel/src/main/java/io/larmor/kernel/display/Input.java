package io.larmor.kernel.display;

import java.io.IOException;
import java.io.UncheckedIOException;

/** Asks the user of a cell for a line. */
public final class Input {

    private Input() {
    }

    /**
     * Waits for the answer.
     *
     * @throws CellInterruptedError when the cell is interrupted while it waits; an error, since readers such as
     *     Scanner take an exception for the end of the input
     * @throws UncheckedIOException when the front end gives no input
     */
    public static String ask(Outlet outlet, String prompt, boolean password) {
        try {
            return outlet.input(prompt, password);
        } catch (InterruptedException e) {
            throw new CellInterruptedError();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
