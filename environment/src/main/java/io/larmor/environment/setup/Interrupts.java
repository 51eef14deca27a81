package io.larmor.environment.setup;

import org.jline.utils.Signals;

/** Ctrl-C handled by ourselves for a while; close it to give the signal back. */
public final class Interrupts implements AutoCloseable {

    private static final String SIGNAL = "INT";

    private final Object before;

    private Interrupts(Object before) {
        this.before = before;
    }

    /** From now on Ctrl-C runs this instead of ending the program. */
    public static Interrupts handledBy(Runnable action) {
        return new Interrupts(Signals.register(SIGNAL, action));
    }

    @Override
    public void close() {
        Signals.unregister(SIGNAL, before);
    }
}
