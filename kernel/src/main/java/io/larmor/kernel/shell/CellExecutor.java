package io.larmor.kernel.shell;

import io.larmor.kernel.display.CellInterruptedError;
import io.larmor.kernel.display.Scope;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the user's code on a thread of its own, which can be interrupted and, when it does not react, be given up so that
 * the session goes on without it.
 */
public final class CellExecutor {

    private static final long PATIENCE_NANOS = 3_000_000_000L;
    private static final long NUDGE_MILLIS = 40;
    private static final long FOREIGN_NANOS = 500_000_000L;

    private final ClassLoader loader;
    private Scope scope;
    private Thread lane;
    private boolean interrupted;
    private long ranNanos;
    private Task task;
    private Worker worker;

    CellExecutor(ClassLoader loader) {
        this.loader = loader;
    }

    /** A cell begins; called on the thread that leads it through. */
    public synchronized void begin(Scope cell) {
        scope = cell;
        lane = Thread.currentThread();
        interrupted = false;
    }

    /** The cell is over. */
    public synchronized void end() {
        // an interrupt that came too late belongs to no cell
        Thread.interrupted();
        lane = null;
        interrupted = false;
    }

    public synchronized boolean isInterrupted() {
        return interrupted;
    }

    /** The output of the cell that runs or ran last; null before the first. */
    public synchronized Scope scope() {
        return scope;
    }

    /** How long the user's code has run here in all cells together, in nanoseconds: without compiling it. */
    public synchronized long ranNanos() {
        return ranNanos;
    }

    /** Whether a cell is running. */
    public synchronized boolean isBusy() {
        return lane != null;
    }

    /**
     * Runs something on the cell thread and waits for it.
     *
     * @throws CellInterruptedError when the cell was interrupted
     * @throws StuckCellError when the code did not react to an interrupt and was left behind
     * @throws Exception what the body throws
     */
    public <T> T call(Callable<T> body) throws Exception {
        if (isCellThread()) {
            // code that evaluates code would wait for itself
            return body.call();
        }
        Task mine;
        synchronized (this) {
            if (interrupted) {
                throw new CellInterruptedError();
            }
            if (worker == null) {
                worker = new Worker(loader);
            }
            mine = new Task(body, scope, worker);
            task = mine;
        }
        long start = System.nanoTime();
        mine.worker.tasks.add(mine);
        mine.await();
        // a parallel stream ends with its first exception, while others still work for it
        Checkpoint.awaitPool();
        synchronized (this) {
            ranNanos += System.nanoTime() - start;
            task = null;
            Checkpoint.releasePool();
            if (mine.abandoned) {
                mine.worker.retire();
                worker = null;
            } else {
                Checkpoint.disarm(mine.worker.thread);
            }
            if (mine.error == null && interrupted) {
                throw new CellInterruptedError();
            }
        }
        if (mine.error != null) {
            throw CellExecutor.<Exception>asIs(mine.error);
        }
        @SuppressWarnings("unchecked")
        T result = (T) mine.result;
        return result;
    }

    /** Whether the calling thread is the one that runs the user's code here. */
    synchronized boolean isCellThread() {
        return worker != null && Thread.currentThread() == worker.thread;
    }

    /** Lets any throwable pass where only exceptions are declared: user code may throw its own kinds. */
    @SuppressWarnings("unchecked")
    static <E extends Throwable> E asIs(Throwable error) throws E {
        throw (E) error;
    }

    /** Stops the running cell; returns at once. Does nothing when no cell runs. */
    public synchronized void interrupt() {
        if (lane == null || interrupted) {
            return;
        }
        interrupted = true;
        Task running = task;
        if (running == null) {
            lane.interrupt();
            return;
        }
        Thread stopper = new Thread(() -> stop(running), "larmor-interrupter");
        stopper.setDaemon(true);
        stopper.start();
    }

    /** Ends the thread, on which nothing may run any more. */
    public synchronized void close() {
        if (worker != null) {
            worker.retire();
            worker.thread.interrupt();
            worker = null;
        }
    }

    private void stop(Task running) {
        long deadline = System.nanoTime() + PATIENCE_NANOS;
        long foreign = System.nanoTime() + FOREIGN_NANOS;
        while (running.isRunning()) {
            if (System.nanoTime() > foreign) {
                ForeignStop.stop(running.worker.thread);
                foreign = System.nanoTime() + FOREIGN_NANOS;
            }
            synchronized (this) {
                if (task != running) {
                    return;
                }
                if (System.nanoTime() > deadline) {
                    running.abandon();
                    return;
                }
                Checkpoint.arm(running.worker.thread);
                running.worker.thread.interrupt();
            }
            try {
                Thread.sleep(NUDGE_MILLIS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static final class Task {
        private final Callable<?> body;
        private final Scope scope;
        private final Worker worker;
        private final CountDownLatch done = new CountDownLatch(1);
        private volatile boolean abandoned;
        private Object result;
        private volatile Throwable error;

        Task(Callable<?> body, Scope scope, Worker worker) {
            this.body = body;
            this.scope = scope;
            this.worker = worker;
        }

        void run() {
            Object value = null;
            Throwable thrown = null;
            try {
                scope.enter();
                value = body.call();
            } catch (OutOfMemoryError e) {
                HeapReserve.release();
                thrown = e;
            } catch (Throwable e) {
                thrown = e;
            }
            finish(value, thrown);
        }

        synchronized void finish(Object value, Throwable thrown) {
            if (!abandoned && isRunning()) {
                result = value;
                error = thrown;
                done.countDown();
            }
        }

        boolean isRunning() {
            return done.getCount() > 0;
        }

        synchronized void abandon() {
            if (isRunning()) {
                abandoned = true;
                error = new StuckCellError();
                scope.mute();
                done.countDown();
            }
        }

        void await() {
            boolean nudged = false;
            while (true) {
                try {
                    done.await();
                    break;
                } catch (InterruptedException e) {
                    nudged = true;
                }
            }
            if (nudged) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static final class Worker {
        private static final AtomicInteger NUMBER = new AtomicInteger();
        private final LinkedBlockingQueue<Task> tasks = new LinkedBlockingQueue<>();
        private final Thread thread = new Thread(this::work, "cell-" + NUMBER.incrementAndGet());
        private volatile boolean retired;

        Worker(ClassLoader loader) {
            thread.setDaemon(true);
            thread.setContextClassLoader(loader);
            thread.start();
        }

        void retire() {
            retired = true;
        }

        private void work() {
            while (!retired) {
                Task next = null;
                try {
                    next = tasks.take();
                    Thread.interrupted();
                    next.run();
                } catch (Throwable e) {
                    // an interrupt meant for the task that has just ended, or a stop that hit between two tasks
                    if (next != null) {
                        next.finish(null, e);
                    }
                }
            }
            Checkpoint.disarm(thread);
        }
    }
}
