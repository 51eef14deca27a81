package io.larmor.kernel.display;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Replaces {@code System.out}, {@code err} and {@code in} once for the whole process and sends text in batches. */
public final class Streams {

    private static final long FLUSH_MILLIS = 60;
    private static final Set<Scope> DIRTY = ConcurrentHashMap.newKeySet();
    private static final PrintStream TERMINAL = System.err;
    private static boolean installed;

    private Streams() {
    }

    /** Idempotent. */
    public static synchronized void install() {
        if (installed) {
            return;
        }
        installed = true;
        System.setOut(new PrintStream(new Routed(false), false, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(new Routed(true), false, StandardCharsets.UTF_8));
        System.setIn(new InputLines());
        Thread flusher = new Thread(Streams::flushForever, "larmor-streams");
        flusher.setDaemon(true);
        flusher.start();
    }

    /** The error stream the process was started with: for the kernel's own log. */
    public static PrintStream terminal() {
        return TERMINAL;
    }

    static void dirty(Scope scope) {
        DIRTY.add(scope);
    }

    private static void flushForever() {
        while (true) {
            try {
                Thread.sleep(FLUSH_MILLIS);
                for (Scope scope : DIRTY) {
                    DIRTY.remove(scope);
                    scope.flush();
                }
            } catch (Throwable e) {
                TERMINAL.println("larmor: sending printed text failed: " + e);
            }
        }
    }

    private static final class Routed extends OutputStream {
        private final boolean err;

        Routed(boolean err) {
            this.err = err;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {
            Scope.current().print(err, bytes, offset, length);
        }
    }

    /** The terminal's input replaced by questions to the front end. */
    private static final class InputLines extends InputStream {
        private byte[] line = new byte[0];
        private int at;

        @Override
        public synchronized int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public synchronized int read(byte[] target, int offset, int length) {
            if (length == 0) {
                return 0;
            }
            if (at == line.length) {
                Scope scope = Scope.current();
                scope.flush();
                line = (Input.ask(scope.outlet(), "", false) + "\n").getBytes(StandardCharsets.UTF_8);
                at = 0;
            }
            int count = Math.min(length, line.length - at);
            System.arraycopy(line, at, target, offset, count);
            at += count;
            return count;
        }

        @Override
        public synchronized int available() {
            return line.length - at;
        }
    }
}
