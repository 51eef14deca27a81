package io.larmor.kernel.spi;

import io.larmor.kernel.session.LocalSession;
import java.util.List;

/** The same shell without Jupyter, in this process: for scripts and a console. One per process. */
public final class ScriptShell implements AutoCloseable {

    private final LocalSession session;

    private ScriptShell(Output output) {
        session = new LocalSession(output);
    }

    /**
     * Opens a shell and begins to warm it up. {@code System.out}, {@code err} and {@code in} belong to it from then on: an
     * output that prints must keep the streams it found.
     */
    public static ScriptShell open(Output output) {
        return new ScriptShell(output);
    }

    /** Where the output goes; calls come from any thread. */
    public interface Output {

        /** @param name stdout or stderr */
        void stream(String name, String text);

        void display(MimeBundle bundle, String displayIdOrNull, boolean update);

        void result(MimeBundle bundle, int count);

        void error(String name, String value, List<String> traceback);

        void clear(boolean wait);

        /** Answers a question of the code; null when there is nobody to ask. */
        default String input(String prompt, boolean password) {
            return null;
        }
    }

    /** Proposals that replace the code from {@code start}, a UTF-16 offset, up to the cursor. */
    public record Completion(int start, List<String> texts) {
    }

    /** Whether code can be run as it stands. */
    public enum Completeness { COMPLETE, INCOMPLETE, INVALID }

    /** Runs code as a notebook cell, magics included; false when it failed. */
    public boolean eval(String code) {
        return session.eval(code);
    }

    /** The whole texts that could stand at the cursor, a UTF-16 offset, in place of what is typed of them. */
    public List<String> complete(String code, int cursor) {
        return completion(code, cursor).texts();
    }

    /** As {@link #complete}, with the offset where the replacement starts. */
    public Completion completion(String code, int cursor) {
        return session.completion(code, cursor);
    }

    /** Signature and documentation of what stands at the cursor, as plain text; empty for nothing. */
    public String inspect(String code, int cursor) {
        return session.inspect(code, cursor);
    }

    public Completeness completeness(String code) {
        return session.completeness(code);
    }

    /** Stops the running code; harmless when none runs. From any thread. */
    public void interrupt() {
        session.interrupt();
    }

    @Override
    public void close() {
        session.close();
    }
}
