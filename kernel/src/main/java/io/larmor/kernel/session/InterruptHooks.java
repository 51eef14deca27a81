package io.larmor.kernel.session;

import java.util.List;

/** Runs what is to be done before a cell is stopped. */
final class InterruptHooks {

    private static final long PATIENCE_MILLIS = 500;

    private InterruptHooks() {
    }

    /** Runs hooks in turn; one that hangs is left behind, since the interrupt itself must not wait for it. */
    static void run(List<Runnable> hooks) {
        if (hooks.isEmpty()) {
            return;
        }
        Thread thread = new Thread(() -> hooks.forEach(InterruptHooks::runOrLog), "larmor-interrupt-hooks");
        thread.setDaemon(true);
        thread.start();
        try {
            thread.join(PATIENCE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void runOrLog(Runnable hook) {
        try {
            hook.run();
        } catch (Throwable e) {
            KernelServer.log("an interrupt hook failed: " + e);
        }
    }
}
