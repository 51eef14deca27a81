package io.larmor.learn;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;

/**
 * Which kernel multiplies. Code on the Vector API is slow until the Java compiler has it in place, so that everything starts
 * with plain loops. When enough has been multiplied, a thread beside warms the other kernel, compares it with the plain one,
 * bit for bit and in speed, and only then hands it over.
 */
final class ProductKernels {

    /** Below this many products in all, warming costs more than it brings. */
    private static final long WORTH_WARMING = 500_000_000L;
    private static final int SAMPLE_WIDTH = 144;
    private static final double GAIN = 1.2;
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final String VECTOR_MODULE = "jdk.incubator.vector";
    private static final System.Logger LOG = System.getLogger("io.larmor.learn");

    static final ProductKernel PLAIN = new PlainProducts();

    private static final LongAdder done = new LongAdder();
    private static final AtomicBoolean warming = new AtomicBoolean();
    private static final CountDownLatch decided = new CountDownLatch(1);
    private static volatile ProductKernel fast = PLAIN;

    private ProductKernels() {
    }

    /** The kernel for a piece of work, which is counted. */
    static ProductKernel current(int width, int samples) {
        if (decided.getCount() > 0) {
            done.add((long) width * width / 2 * samples);
            if (!warming.get() && done.sum() > WORTH_WARMING) {
                warm();
            }
        }
        return fast;
    }

    /** Waits until the kernel has been chosen, for measurements. */
    static ProductKernel settled() throws InterruptedException {
        warm();
        decided.await();
        return fast;
    }

    private static void warm() {
        if (warming.compareAndSet(false, true)) {
            var thread = new Thread(ProductKernels::decide, "larmor-warm-products");
            thread.setDaemon(true);
            thread.start();
        }
    }

    private static void decide() {
        try {
            ProductKernel vector = vector();
            if (vector != null && proves(vector)) {
                fast = vector;
            }
        } finally {
            decided.countDown();
        }
    }

    /** The kernel on the Vector API; null where Java runs without that module. */
    static ProductKernel vector() {
        if (ModuleLayer.boot().findModule(VECTOR_MODULE).isEmpty()) {
            return null;
        }
        try {
            // By name, so that no class of the module is needed to load this one.
            return (ProductKernel) Class.forName(ProductKernels.class.getPackageName() + ".LaneProducts")
                    .getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "the kernel on " + VECTOR_MODULE + " cannot be loaded", e);
            return null;
        }
    }

    private static boolean proves(ProductKernel kernel) {
        double[][] block = sample();
        long until = System.nanoTime() + PATIENCE_NANOS;
        while (System.nanoTime() < until) {
            double[][] expected = new double[SAMPLE_WIDTH][SAMPLE_WIDTH];
            double[][] found = new double[SAMPLE_WIDTH][SAMPLE_WIDTH];
            double plain = nanos(PLAIN, block, expected);
            double other = nanos(kernel, block, found);
            if (!equal(expected, found)) {
                LOG.log(System.Logger.Level.WARNING, "products on " + VECTOR_MODULE + " differ from plain ones; they are not used");
                return false;
            }
            if (plain > GAIN * other) {
                return true;
            }
        }
        LOG.log(System.Logger.Level.WARNING, "products on " + VECTOR_MODULE + " are not faster here; they are not used");
        return false;
    }

    private static double nanos(ProductKernel kernel, double[][] block, double[][] sums) {
        long best = Long.MAX_VALUE;
        for (int i = 0; i < 20; i++) {
            long begin = System.nanoTime();
            kernel.add(block, block.length, SAMPLE_WIDTH, sums);
            best = Math.min(best, System.nanoTime() - begin);
        }
        return best;
    }

    /** Whether the upper triangles have the same bits. */
    static boolean equal(double[][] a, double[][] b) {
        for (int i = 0; i < a.length; i++) {
            if (!Arrays.equals(a[i], i, a[i].length, b[i], i, b[i].length)) {
                return false;
            }
        }
        return true;
    }

    private static double[][] sample() {
        var random = new SplittableRandom(1);
        double[][] block = new double[Products.BLOCK][SAMPLE_WIDTH];
        Arrays.stream(block).forEach(row -> Arrays.setAll(row, i -> random.nextDouble() - 0.5));
        return block;
    }
}
