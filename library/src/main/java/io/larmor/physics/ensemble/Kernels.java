package io.larmor.physics.ensemble;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which kernel steps a block. Fast kernels take a second until the Java compiler has them in place and are a fiftieth as
 * fast until then, so that everything starts with the scalar one. When there is enough to do, a thread beside warms the
 * fast kernel, compares it with the scalar one, bit for bit and in speed, and only then hands it over. Because kernels
 * give the same bits, the change may happen in the middle of a run.
 */
final class Kernels {

    /** Below this many spin-steps in all, warming a fast kernel costs more than it brings. */
    private static final double WORTH_WARMING = 2e7;
    /** One alone is fastest in the scalar form, whatever there is. */
    private static final int FEW = 2;
    /** Fewer lanes would not pay. */
    private static final int LANES = 4;
    private static final int PIECE = 32;
    private static final int SAMPLE_SPINS = 96;
    private static final double GAIN = 1.5;
    /** With heat the noise takes most of the time, which only the vector form makes faster. */
    private static final double NO_LOSS = 0.8;
    private static final long PATIENCE_NANOS = 20_000_000_000L;
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final System.Logger LOG = System.getLogger("io.larmor.ensemble");

    static final SpinKernel SCALAR = new ScalarKernel();

    private static final LongAdder done = new LongAdder();
    private static final AtomicBoolean warming = new AtomicBoolean();
    private static final CountDownLatch decided = new CountDownLatch(1);
    private static volatile SpinKernel fast = SCALAR;

    private Kernels() {
    }

    /** The kernel for a piece of work. */
    static SpinKernel choose(int spins, long steps) {
        if (spins < FEW) {
            return SCALAR;
        }
        if (fast == SCALAR && decided.getCount() > 0) {
            done.add(spins * steps);
            if (done.sum() > WORTH_WARMING) {
                warm();
            }
        }
        return spins < fast.fewest() ? SCALAR : fast;
    }

    /** Announces work, so that warming starts before rather than after the first part of it. */
    static void announce(int spins, double spinSteps) {
        if (spins >= FEW && done.sum() + spinSteps > WORTH_WARMING) {
            warm();
        }
    }

    /** The noise for a number of places; its bits do not depend on when the fast form is in place. */
    static Normals normals(int places) {
        if (decided.getCount() > 0) {
            done.add(places);
            announce(places, 0);
        }
        return fast.normals();
    }

    /** Waits for the decision, for measurements and tests. */
    static SpinKernel settled() throws InterruptedException {
        warm();
        decided.await();
        return fast;
    }

    private static void warm() {
        if (warming.compareAndSet(false, true)) {
            var thread = new Thread(Kernels::decide, "larmor-warm");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void decide() {
        try {
            SpinKernel vector = vector();
            SpinKernel loops = new FissionKernel();
            if (vector != null && proves(vector) || proves(loops)) {
                return;
            }
            LOG.log(System.Logger.Level.WARNING, "ensembles run on the scalar kernel: no faster one holds here");
        } finally {
            decided.countDown();
        }
    }

    /** The kernel on the Vector API; null where Java runs without that module, or on a machine without wide vectors. */
    static SpinKernel vector() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return null;
        }
        try {
            // By name, so that no class of the module is needed to load this one.
            var type = Class.forName(Kernels.class.getPackageName() + ".LaneKernel");
            var kernel = (SpinKernel) type.getDeclaredConstructor().newInstance();
            return kernel.lanes() >= LANES ? kernel : null;
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "the kernel on " + VECTOR_MODULE + " cannot be loaded", e);
            return null;
        }
    }

    /** Hands a kernel over once it is as right as the scalar one and faster. */
    private static boolean proves(SpinKernel kernel) {
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < until) {
            // Heat first, which loads long as well as double: a compiler that has seen but the one sort of vector when it begins
            // takes it for granted, is disappointed four times, and then leaves vectors in memory for good, a third as fast.
            for (boolean heat : new boolean[] {true, false}) {
                if (!agrees(kernel, heat)) {
                    LOG.log(System.Logger.Level.WARNING, "the kernel " + kernel.name() + " computes otherwise than the scalar one; it is not used");
                    return false;
                }
            }
            if (nanos(SCALAR, false) > GAIN * nanos(kernel, false) && nanos(SCALAR, true) > NO_LOSS * nanos(kernel, true)) {
                fast = kernel;
                return true;
            }
        }
        LOG.log(System.Logger.Level.WARNING, "the kernel " + kernel.name() + " is not faster than the scalar one here; it is not used");
        return false;
    }

    static boolean agrees(SpinKernel kernel, boolean heat) {
        SpinBlock expected = sample();
        SpinBlock found = sample();
        step(SCALAR, expected, heat);
        step(kernel, found, heat);
        for (int run = SpinBlock.X; run <= SpinBlock.Z; run += SpinBlock.SIZE) {
            if (!Arrays.equals(expected.data, run, run + SAMPLE_SPINS, found.data, run, run + SAMPLE_SPINS)) {
                return false;
            }
        }
        return true;
    }

    private static double nanos(SpinKernel kernel, boolean heat) {
        SpinBlock block = sample();
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 10; i++) {
            long begin = System.nanoTime();
            step(kernel, block, heat);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }

    private static void step(SpinKernel kernel, SpinBlock block, boolean heat) {
        if (heat) {
            kernel.heun(block, PIECE, 1, 0);
        } else {
            kernel.rk4(block, PIECE);
        }
    }

    /** Spins with every term, far from equilibrium. */
    private static SpinBlock sample() {
        var random = new SplittableRandom(1);
        var block = new SpinBlock();
        block.count = SAMPLE_SPINS;
        for (int i = 0; i < SAMPLE_SPINS; i++) {
            double z = 2 * random.nextDouble() - 1;
            double angle = 2 * Math.PI * random.nextDouble();
            block.data[SpinBlock.X + i] = Math.sqrt(1 - z * z) * Math.cos(angle);
            block.data[SpinBlock.Y + i] = Math.sqrt(1 - z * z) * Math.sin(angle);
            block.data[SpinBlock.Z + i] = z;
            block.names[i] = random.nextLong();
            for (int run = SpinBlock.BX; run <= SpinBlock.HEAT_C; run += SpinBlock.SIZE) {
                block.data[run + i] = 0.05 * (random.nextDouble() - 0.5);
            }
        }
        return block;
    }
}
