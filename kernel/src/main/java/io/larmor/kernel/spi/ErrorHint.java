package io.larmor.kernel.spi;

import java.util.Optional;

/** Turns an error of a cell into advice. */
@FunctionalInterface
public interface ErrorHint {

    /**
     * Advice for an error, one or two lines, or empty when this hint has none.
     *
     * @param source the cell's code
     * @param error the exception that the cell threw, or null for a compile error
     * @param message the compiler's or the exception's message
     */
    Optional<String> advise(String source, Throwable error, String message);
}
