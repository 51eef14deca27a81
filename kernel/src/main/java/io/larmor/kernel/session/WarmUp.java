package io.larmor.kernel.session;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Gets the shell ready in the background, so that the kernel answers at once. What must be done comes first; what only
 * saves time later waits for moments in which nobody wants anything.
 */
final class WarmUp {

    private static final long FIRST_PAUSE_MILLIS = 150;
    private static final long QUIET_MILLIS = 400;

    private final Thread thread;
    private boolean prepared;
    private boolean practicing;
    private boolean wanted;
    private long lastUse = System.nanoTime();
    private final Set<Thread> waitingCells = new HashSet<>();

    /**
     * @param preparation without it no cell can run
     * @param practice speeds up the first cell; left out when that comes first
     * @param later speeds up other things; when all is quiet
     */
    WarmUp(Runnable preparation, Runnable practice, Runnable later) {
        thread = new Thread(() -> work(preparation, practice, later), "larmor-warm-up");
        thread.setDaemon(true);
        thread.start();
    }

    private void work(Runnable preparation, Runnable practice, Runnable later) {
        try {
            preparation.run();
            if (pause()) {
                practice.run();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            synchronized (this) {
                prepared = true;
                practicing = false;
                notifyAll();
            }
        }
        try {
            awaitQuiet();
            later.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Lets a cell in that waits already; true when there is none for a while. */
    private synchronized boolean pause() throws InterruptedException {
        prepared = true;
        notifyAll();
        long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(FIRST_PAUSE_MILLIS);
        while (!wanted && System.nanoTime() < deadline) {
            TimeUnit.NANOSECONDS.timedWait(this, Math.max(1, deadline - System.nanoTime()));
        }
        practicing = !wanted;
        return practicing;
    }

    private void awaitQuiet() throws InterruptedException {
        while (true) {
            long quiet;
            synchronized (this) {
                quiet = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - lastUse);
            }
            if (quiet >= QUIET_MILLIS) {
                return;
            }
            Thread.sleep(QUIET_MILLIS - quiet);
        }
    }

    /** Waits until a cell can run; {@link #interrupt} ends that. */
    synchronized void awaitForCell() throws InterruptedException {
        waitingCells.add(Thread.currentThread());
        try {
            await();
        } finally {
            waitingCells.remove(Thread.currentThread());
        }
    }

    /** Waits until questions about code can be answered, or this thread is interrupted. */
    synchronized void awaitForQuestion() {
        try {
            await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void await() throws InterruptedException {
        wanted = true;
        lastUse = System.nanoTime();
        while (Thread.currentThread() != thread && (!prepared || practicing)) {
            notifyAll();
            wait();
        }
    }

    /** Stops the cells that wait; true while there is nothing else to stop. */
    synchronized boolean interrupt() {
        waitingCells.forEach(Thread::interrupt);
        return !prepared || practicing;
    }
}
