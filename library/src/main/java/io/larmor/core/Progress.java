package io.larmor.core;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

/**
 * How far a long computation has come, and the place where an interrupt is noticed. Any thread may {@link #step}; a step
 * costs well under 100 ns. A progress opened while another one is open in the same thread, or in the thread that started
 * it, is silent: people see one bar, the outermost.
 *
 * <pre>{@code
 * try (var progress = Progress.of("folds", 10)) {
 *     for (...) { ...; progress.step(); }
 * }
 * }</pre>
 */
public final class Progress implements AutoCloseable {

    /** Where progress is shown. Calls come from any thread, never two at a time for one progress. */
    public interface Listener {

        /** Called at most ten times a second while the computation runs; never in its first half second. */
        void moved(Progress progress);

        /** Called once at the end of a progress that has moved before. */
        void ended(Progress progress);
    }

    private static final long QUIET_NANOS = 500_000_000L;
    private static final long INTERVAL_NANOS = 100_000_000L;
    private static final Listener NOBODY = new Listener() {
        @Override
        public void moved(Progress progress) {
        }

        @Override
        public void ended(Progress progress) {
        }
    };
    private static final InheritableThreadLocal<Progress> CURRENT = new InheritableThreadLocal<>();
    private static volatile Listener listener = NOBODY;

    private final String title;
    private final long total;
    private final Progress outer;
    private final long begin = System.nanoTime();
    private final LongAdder done = new LongAdder();
    private final AtomicLong nextReport = new AtomicLong(begin + QUIET_NANOS);
    private volatile boolean stopped;
    private volatile boolean closed;
    private boolean reported;

    private Progress(String title, long total, Progress outer) {
        this.title = title;
        this.total = total;
        this.outer = outer;
    }

    /** Sets who shows progress from now on; null for nobody. */
    public static void listener(Listener shown) {
        listener = shown == null ? NOBODY : shown;
    }

    /** Opens a progress of {@code total} steps; close it in the same thread. */
    public static Progress of(String title, long total) {
        Progress outer = CURRENT.get();
        var progress = new Progress(title, total, outer != null && outer.closed ? null : outer);
        CURRENT.set(progress);
        return progress;
    }

    /**
     * Throws when the calling thread was interrupted; for loops that have no progress to count.
     *
     * @throws StoppedException when interrupted; the thread's interrupt flag is then cleared
     */
    public static void checkpoint() {
        Progress current = CURRENT.get();
        if (Thread.interrupted() || current != null && current.isStopped()) {
            throw new StoppedException("interrupted");
        }
    }

    /**
     * Counts one step.
     *
     * @throws StoppedException when this thread was interrupted or {@link #stop} was called
     */
    public void step() {
        step(1);
    }

    /** Counts several steps; see {@link #step()}. */
    public void step(long steps) {
        done.add(steps);
        if (Thread.currentThread().isInterrupted() || isStopped()) {
            Thread.interrupted();
            stop();
            throw new StoppedException(title + " interrupted");
        }
        if (outer == null) {
            report();
        }
    }

    /** Makes every later step, in any thread, throw. */
    public void stop() {
        stopped = true;
    }

    private boolean isStopped() {
        return stopped || outer != null && outer.isStopped();
    }

    private void report() {
        long due = nextReport.get();
        long now = System.nanoTime();
        if (now - due >= 0 && nextReport.compareAndSet(due, now + INTERVAL_NANOS)) {
            synchronized (this) {
                if (!closed) {
                    reported = true;
                    listener.moved(this);
                }
            }
        }
    }

    /** Whether people see it: no other one was open where it was opened. */
    public boolean isOutermost() {
        return outer == null;
    }

    public String title() {
        return title;
    }

    /** The steps counted so far. */
    public long done() {
        return done.sum();
    }

    /** The steps that there will be. */
    public long total() {
        return total;
    }

    /** The part done, of 0 to 1. */
    public double fraction() {
        return total <= 0 ? 0 : Math.min(1, (double) done() / total);
    }

    /** Seconds since the beginning. */
    public double elapsed() {
        return (System.nanoTime() - begin) / 1e9;
    }

    /** Seconds left at the pace so far; NaN before the first step. */
    public double remaining() {
        double fraction = fraction();
        return fraction == 0 ? Double.NaN : elapsed() * (1 - fraction) / fraction;
    }

    /** Whether it ended before its last step. */
    public boolean isCut() {
        return done() < total;
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
            if (reported) {
                listener.ended(this);
            }
        }
        if (outer == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(outer);
        }
    }
}
