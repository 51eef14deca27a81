package io.larmor.kernel.spi;

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

    /** Adds a guide to a library's words, which documentation and completion ask. */
    void guide(WordGuide guide);

    /** Runs on the control thread whenever the user interrupts a cell, before the cell is stopped. */
    void onInterrupt(Runnable hook);
}
