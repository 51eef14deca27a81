package io.larmor.core;

import java.util.Arrays;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which of two forms of a hot loop runs: plain Java, or the JDK's Vector API where Java runs with that module. Code on the
 * Vector API is slow until the Java compiler has it in place, so that everything starts with the plain form. When enough has
 * been done, a thread beside warms the other form, compares it with the plain one, bit for bit and in speed, and only then
 * hands it over. Because the forms give the same bits, the change may happen in the middle of a run.
 *
 * @param <K> what both forms are
 */
public final class KernelChoice<K> {

    /** How two forms are compared. */
    public interface Trial<K> {

        /** Runs a form on a sample that is always the same, and returns all that it computed. */
        float[] run(K kernel);
    }

    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final double GAIN = 1.2;
    private static final int REPEATS = 20;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final System.Logger LOG = System.getLogger("io.larmor.kernels");

    private final String title;
    private final K plain;
    private final Class<K> type;
    private final String vectorName;
    private final Trial<K> trial;
    private final double worthWarming;
    private final LongAdder done = new LongAdder();
    private final AtomicBoolean warming = new AtomicBoolean();
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile K fast;

    /**
     * Starts with the plain form.
     *
     * @param title what is computed, for the log: {@code resonator chains}
     * @param plain the form in plain Java
     * @param vectorName the class of the form on the Vector API, with a constructor without arguments; a name, so that no
     *        class of the module is needed to load this one
     * @param trial how they are compared
     * @param worthWarming operations in all below which warming costs more than it brings
     */
    public KernelChoice(String title, Class<K> type, K plain, String vectorName, Trial<K> trial, double worthWarming) {
        this.title = title;
        this.type = type;
        this.plain = plain;
        this.vectorName = vectorName;
        this.trial = trial;
        this.worthWarming = worthWarming;
        this.fast = plain;
    }

    /** The form for a number of operations, which are counted. */
    public K current(long operations) {
        if (decided.getCount() > 0) {
            done.add(operations);
            if (!warming.get() && done.sum() > worthWarming) {
                warm();
            }
        }
        return fast;
    }

    /** Waits until the form has been chosen, for measurements. */
    public K settled() throws InterruptedException {
        warm();
        decided.await();
        return fast;
    }

    /** The plain form. */
    public K plain() {
        return plain;
    }

    /** The form on the Vector API, unproven; null where Java runs without that module. */
    public K vector() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return null;
        }
        try {
            var constructor = Class.forName(vectorName, true, type.getClassLoader()).getDeclaredConstructor();
            constructor.setAccessible(true);
            return type.cast(constructor.newInstance());
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, title + ": the form on " + VECTOR_MODULE + " cannot be loaded", e);
            return null;
        }
    }

    private void warm() {
        if (warming.compareAndSet(false, true)) {
            var thread = new Thread(this::decide, "larmor-warm");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private void decide() {
        try {
            K vector = vector();
            if (vector != null && proves(vector)) {
                fast = vector;
            }
        } finally {
            decided.countDown();
        }
    }

    private boolean proves(K vector) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < until) {
            // Compared again and again, since the compiler makes new code of both meanwhile.
            if (!sameBits(trial.run(plain), trial.run(vector))) {
                LOG.log(System.Logger.Level.WARNING, title + " on " + VECTOR_MODULE + " differ from the plain form; they are not used");
                return false;
            }
            if (nanos(plain) > GAIN * nanos(vector)) {
                return true;
            }
        }
        LOG.log(System.Logger.Level.WARNING, title + " on " + VECTOR_MODULE + " are not faster here; they are not used");
        return false;
    }

    private static boolean sameBits(float[] a, float[] b) {
        return Arrays.equals(a, b);
    }

    private long nanos(K kernel) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < REPEATS; i++) {
            long begin = System.nanoTime();
            trial.run(kernel);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }
}
