package io.larmor.kernel.shell;

import io.larmor.kernel.display.CellInterruptedError;
import java.lang.invoke.CallSite;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.MutableCallSite;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ForkJoinWorkerThread;
import java.util.concurrent.locks.LockSupport;

/**
 * The point that every method entry and backward jump of notebook code passes. All of them share one call site whose
 * target does nothing, which the compiler removes; while a thread is to be stopped the target throws in that thread.
 */
public final class Checkpoint {

    private static final MethodType VOID = MethodType.methodType(void.class);
    private static final long GRACE_NANOS = 150_000_000L;
    private static final long POOL_NANOS = 250_000_000L;
    private static final Map<Thread, Long> STOPPING = new ConcurrentHashMap<>();
    private static volatile boolean stoppingPool;
    private static final MethodHandle PASS = find("pass");
    private static final MethodHandle CHECK = find("check");
    private static final MutableCallSite SITE = new MutableCallSite(PASS);

    private Checkpoint() {
    }

    /** Links a checkpoint; called by the virtual machine. */
    public static CallSite bootstrap(MethodHandles.Lookup lookup, String name, MethodType type) {
        return SITE;
    }

    /** What {@code System.exit} means in a cell. */
    public static void exit(int status) {
        throw new IllegalStateException("System.exit(" + status + ") in a cell would end the whole kernel and lose every "
                + "variable; to leave the cell use return or throw, to end the kernel use the front end's menu");
    }

    /** What {@code Runtime.getRuntime().exit} and {@code halt} mean in a cell. */
    public static void exit(Runtime runtime, int status) {
        exit(status);
    }

    /** Stops a thread at its next checkpoint, and the common pool's tasks until {@link #releasePool}. */
    static synchronized void arm(Thread thread) {
        stoppingPool = true;
        STOPPING.putIfAbsent(thread, 0L);
        retarget(CHECK);
    }

    /** Waits, for a moment at most, until the tasks of the common pool have met their checkpoints. */
    static void awaitPool() {
        long deadline = System.nanoTime() + POOL_NANOS;
        while (stoppingPool && ForkJoinPool.commonPool().getActiveThreadCount() > 0 && System.nanoTime() < deadline) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    static void releasePool() {
        stoppingPool = false;
    }

    static synchronized void disarm(Thread thread) {
        STOPPING.remove(thread);
        STOPPING.keySet().removeIf(other -> !other.isAlive());
        if (STOPPING.isEmpty()) {
            retarget(PASS);
        }
    }

    private static void retarget(MethodHandle target) {
        if (SITE.getTarget() != target) {
            SITE.setTarget(target);
            MutableCallSite.syncAll(new MutableCallSite[] {SITE});
        }
    }

    private static MethodHandle find(String name) {
        try {
            return MethodHandles.lookup().findStatic(Checkpoint.class, name, VOID);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private static void pass() {
    }

    private static void check() {
        Thread thread = Thread.currentThread();
        Long last = STOPPING.get(thread);
        if (last == null) {
            // tasks of a parallel stream run in the common pool and would keep the cell waiting for them
            if (stoppingPool && thread instanceof ForkJoinWorkerThread worker && worker.getPool() == ForkJoinPool.commonPool()) {
                throw new CellInterruptedError();
            }
            return;
        }
        // between two throws the code's finally blocks get the time to clean up
        long now = System.nanoTime();
        if (last == 0 || now - last > GRACE_NANOS) {
            STOPPING.replace(thread, now);
            throw new CellInterruptedError();
        }
    }
}
