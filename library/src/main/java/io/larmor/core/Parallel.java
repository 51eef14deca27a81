package io.larmor.core;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.function.IntFunction;

/**
 * Work spread over the cores, in the order of nobody's choosing but with results in the order of their index. The calling
 * thread works too. A call from inside parallel work runs in its own thread, so that nesting never multiplies threads. The
 * threads are made for each call: they inherit the notebook cell that they belong to, and 50 microseconds are nothing
 * against work that is worth spreading.
 */
public final class Parallel {

    private static final ThreadLocal<Boolean> INSIDE = ThreadLocal.withInitial(() -> false);
    private static volatile int threads = Runtime.getRuntime().availableProcessors();

    private Parallel() {
    }

    /** The number of threads that share work. */
    public static int threads() {
        return threads;
    }

    /**
     * Sets the number of threads that share work; default: the machine's cores.
     *
     * @throws IllegalArgumentException for none, or for more than there are cores
     */
    public static void threads(int count) {
        int cores = Runtime.getRuntime().availableProcessors();
        if (count < 1 || count > cores) {
            throw new IllegalArgumentException("threads(" + count + ") is outside 1 .. " + cores + ": this machine has " + cores
                    + (cores == 1 ? " core" : " cores") + ", and more threads than cores only take turns. Use threads(" + cores + ").");
        }
        threads = count;
    }

    /** The same for any number: results do not depend on it, which tests show. */
    public static void threadsWhateverTheCores(int count) {
        threads = count;
    }

    /** The results of 0 to n-1, shown as progress. */
    public static <T> List<T> map(String title, int n, IntFunction<? extends T> work) {
        var results = new ArrayList<T>();
        for (int i = 0; i < n; i++) {
            results.add(null);
        }
        forEach(title, n, i -> results.set(i, work.apply(i)));
        return results;
    }

    /**
     * Does the work of 0 to n-1, shown as progress.
     *
     * @throws StoppedException when the calling thread is interrupted; all work has ended by then
     * @throws RuntimeException the first failure of any work
     */
    public static void forEach(String title, int n, IntConsumer work) {
        try (var progress = Progress.of(title, n)) {
            int workers = INSIDE.get() ? 1 : Math.min(threads, n);
            var share = new Share(n, work, progress);
            if (workers <= 1) {
                share.run();
            } else {
                spread(workers, share, progress);
            }
            share.rethrow();
        }
    }

    private static void spread(int workers, Share share, Progress progress) {
        var helpers = new ArrayList<Thread>();
        for (int i = 1; i < workers; i++) {
            var thread = new Thread(share, "larmor-" + i);
            thread.setDaemon(true);
            thread.start();
            helpers.add(thread);
        }
        share.run();
        boolean interrupted = false;
        for (Thread helper : helpers) {
            while (helper.isAlive()) {
                try {
                    helper.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                    progress.stop();
                }
            }
        }
        if (interrupted && share.failure == null) {
            throw new StoppedException(progress.title() + " interrupted");
        }
    }

    /** The work that is left, taken one index at a time. */
    private static final class Share implements Runnable {
        private final AtomicInteger next = new AtomicInteger();
        private final int n;
        private final IntConsumer work;
        private final Progress progress;
        private volatile Throwable failure;

        Share(int n, IntConsumer work, Progress progress) {
            this.n = n;
            this.work = work;
            this.progress = progress;
        }

        @Override
        public void run() {
            boolean before = INSIDE.get();
            INSIDE.set(true);
            try {
                for (int i = next.getAndIncrement(); i < n && failure == null; i = next.getAndIncrement()) {
                    work.accept(i);
                    progress.step();
                }
            } catch (Throwable e) {
                synchronized (this) {
                    if (failure == null) {
                        failure = e;
                    }
                }
                progress.stop();
            } finally {
                INSIDE.set(before);
            }
        }

        void rethrow() {
            if (failure instanceof RuntimeException e) {
                throw e;
            }
            if (failure instanceof Error e) {
                throw e;
            }
        }
    }
}
