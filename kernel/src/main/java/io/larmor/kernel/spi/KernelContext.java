package io.larmor.kernel.spi;

import java.util.Optional;
import java.util.function.Function;

/** The running kernel as an extension sees it. */
public interface KernelContext {

    /** Where rich values go; usable from any thread. */
    Display display();

    /** Renders values of a type that has no {@code mimeBundle()} method of its own. The most specific type wins. */
    <T> void renderer(Class<T> type, Function<? super T, MimeBundle> renderer);

    /** Adds a line or cell magic; one of the same name is replaced. */
    void magic(Magic magic);

    /** Adds advice for errors. */
    void hint(ErrorHint hint);

    /**
     * Adds documentation to show for signatures that have none of their own.
     *
     * @param source given a signature as the shell writes it, {@code "Device Devices.stno(double current)"}, answers a
     *     documentation comment or empty
     */
    default void documentation(Function<String, Optional<String>> source) {
    }

    /** Runs on the control thread whenever the user interrupts a cell, before the cell is stopped. */
    void onInterrupt(Runnable hook);
}
