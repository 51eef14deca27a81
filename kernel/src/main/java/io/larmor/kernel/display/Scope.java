package io.larmor.kernel.display;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ForkJoinWorkerThread;

/**
 * The output of one cell as its threads see it: printed text is gathered and sent in pieces. Threads that a cell starts
 * inherit its scope, so what they print later still belongs to their own cell.
 */
public final class Scope {

    private static final InheritableThreadLocal<Scope> OF_THREAD = new InheritableThreadLocal<>();
    private static volatile Scope latest = new Scope(Outlet.silent());

    private final Outlet outlet;
    private final StreamBuffer out = new StreamBuffer();
    private final StreamBuffer err = new StreamBuffer();
    private final Set<Runnable> late = ConcurrentHashMap.newKeySet();
    private final List<Runnable> interruptHooks = new CopyOnWriteArrayList<>();
    private volatile boolean muted;

    public Scope(Outlet outlet) {
        this.outlet = outlet;
    }

    /** The scope of the calling thread: its cell's, else that of the cell that runs now or ran last. */
    public static Scope current() {
        // pool workers outlive the cell that happened to start them
        if (Thread.currentThread() instanceof ForkJoinWorkerThread) {
            return latest;
        }
        Scope scope = OF_THREAD.get();
        return scope == null ? latest : scope;
    }

    /** Binds the calling thread to this scope. */
    public void enter() {
        OF_THREAD.set(this);
    }

    /** Makes this the scope of threads that belong to no cell. */
    public void makeLatest() {
        latest = this;
    }

    /** Cuts the cell off: nothing more of it is shown. */
    public void mute() {
        flush();
        muted = true;
    }

    /** Adds printed bytes (UTF-8). */
    void print(boolean toErr, byte[] bytes, int offset, int length) {
        if (muted) {
            return;
        }
        boolean full = (toErr ? err : out).add(bytes, offset, length);
        if (full) {
            flush();
        } else {
            Streams.dirty(this);
        }
    }

    /** Sends what was printed until now, then does what was put off until then. */
    public void flush() {
        synchronized (out) {
            send("stdout", out);
            send("stderr", err);
        }
        if (!late.isEmpty()) {
            Scope before = OF_THREAD.get();
            OF_THREAD.set(this);
            late.forEach(action -> {
                late.remove(action);
                action.run();
            });
            OF_THREAD.set(before);
        }
    }

    /** Puts off something until the next flush, some hundredths of a second away at most; equal actions are done once. */
    public void later(Runnable action) {
        late.add(action);
        Streams.dirty(this);
    }

    private void send(String name, StreamBuffer buffer) {
        String text = buffer.take();
        if (!text.isEmpty() && !muted) {
            outlet.stream(name, text);
        }
    }

    public void display(MimeBundle bundle, String displayId, boolean update) {
        flush();
        if (!muted) {
            outlet.display(bundle, displayId, update);
        }
    }

    public void result(MimeBundle bundle, int count) {
        flush();
        outlet.result(bundle, count);
    }

    public void error(String name, String value, List<String> traceback) {
        flush();
        outlet.error(name, value, traceback);
    }

    public void clear(boolean wait) {
        flush();
        if (!muted) {
            outlet.clear(wait);
        }
    }

    /** Publishes a message of a comm. Takes no lock: callers may hold their own. */
    public void comm(String type, ObjectNode content, ObjectNode metadata, List<byte[]> buffers) {
        if (!muted) {
            outlet.comm(type, content, metadata, buffers);
        }
    }

    /** Adds what is to be done when the cell is interrupted. */
    public void onInterrupt(Runnable hook) {
        interruptHooks.add(hook);
    }

    /** What is to be done when the cell is interrupted. */
    public List<Runnable> interruptHooks() {
        return interruptHooks;
    }

    /** The cell's outlet, for what is not output. */
    public Outlet outlet() {
        return outlet;
    }
}
