package io.larmor.environment.setup;

import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C handled by ourselves for a while; close it to give the signal back. */
public final class Interrupts implements AutoCloseable {

    private static final Signal SIGNAL = new Signal("INT");

    private final SignalHandler before;

    private Interrupts(SignalHandler before) {
        this.before = before;
    }

    /** From now on Ctrl-C runs this instead of ending the program. */
    public static Interrupts handledBy(Runnable action) {
        return new Interrupts(Signal.handle(SIGNAL, signal -> action.run()));
    }

    @Override
    public void close() {
        Signal.handle(SIGNAL, before);
    }
}
