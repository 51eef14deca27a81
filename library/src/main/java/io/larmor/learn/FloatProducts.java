package io.larmor.learn;

import io.larmor.core.KernelChoice;
import io.larmor.core.Parallel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Products of matrices in single precision, flat, row after row, for training. Both matrices are copied in blocks that the
 * caches hold into the order in which they are read. An element's products are added in the order of the inner index by
 * fused multiply-adds, so that a result is the same bits on any number of threads, with the Vector API and without. Safe for
 * use by several threads.
 */
public final class FloatProducts {

    /** Inner indices of a block: its panel of B stays in the first cache. */
    private static final int INNER = 256;
    /** Rows of a block, which is also what a thread takes: A's copy stays in the second cache. */
    private static final int BLOCK = 8 * FloatProductKernel.ROWS;
    /** Below this many products, other threads cost more than they bring. */
    private static final long WORTH_SHARING = 4_000_000;
    /** Below this many products in all, warming the fast kernel costs more than it brings. */
    private static final double WORTH_WARMING = 5e8;

    static final KernelChoice<FloatProductKernel> CHOICE = new KernelChoice<>("products of matrices", FloatProductKernel.class,
            new PlainFloatProducts(), FloatProducts.class.getPackageName() + ".LaneFloatProducts", FloatProducts::sample, WORTH_WARMING);

    private static final ThreadLocal<float[][]> SCRATCH = ThreadLocal.withInitial(() -> new float[2][0]);

    private FloatProducts() {
    }

    /** Waits until the fast kernel has taken over, for measurements. */
    public static void awaitFastKernel() throws InterruptedException {
        CHOICE.settled();
    }

    /**
     * C = A B.
     *
     * @param a rows × inner
     * @param b inner × columns
     * @param c rows × columns, overwritten
     */
    public static void multiply(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        product(new Place(a, inner, 1), new Place(b, columns, 1), c, rows, inner, columns);
    }

    /**
     * C = A Bᵀ.
     *
     * @param a rows × inner
     * @param b columns × inner
     * @param c rows × columns, overwritten
     */
    public static void multiplyTransposed(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        product(new Place(a, inner, 1), new Place(b, 1, inner), c, rows, inner, columns);
    }

    /**
     * C = Aᵀ B.
     *
     * @param a inner × rows
     * @param b inner × columns
     * @param c rows × columns, overwritten
     */
    public static void transposedMultiply(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        product(new Place(a, 1, rows), new Place(b, columns, 1), c, rows, inner, columns);
    }

    /** Where the numbers of a matrix are: its element (i, j) at i times {@code down} plus j times {@code along}. */
    private record Place(float[] numbers, int down, int along) {
    }

    private static void product(Place a, Place b, float[] c, int rows, int inner, int columns) {
        if (rows < 0 || inner < 0 || columns < 0 || a.numbers.length < (long) rows * inner || b.numbers.length < (long) inner * columns
                || c.length < (long) rows * columns) {
            throw new IllegalArgumentException("a product of " + rows + " x " + inner + " and " + inner + " x " + columns
                    + " was asked for, of arrays of " + a.numbers.length + " and " + b.numbers.length + " numbers into one of "
                    + c.length);
        }
        if (rows == 0 || columns == 0) {
            return;
        }
        long products = (long) rows * inner * columns;
        FloatProductKernel kernel = CHOICE.current(products);
        int panels = (columns + FloatProductKernel.COLUMNS - 1) / FloatProductKernel.COLUMNS;
        float[] packed = scratch(0, panels * FloatProductKernel.COLUMNS * inner);
        pack(b, packed, inner, columns);
        int blocks = (rows + BLOCK - 1) / BLOCK;
        if (products < WORTH_SHARING) {
            for (int block = 0; block < blocks; block++) {
                rows(kernel, a, packed, c, block, rows, inner, columns);
            }
        } else {
            Parallel.forEach("products of matrices", blocks, block -> rows(kernel, a, packed, c, block, rows, inner, columns));
        }
    }

    /** B in blocks of inner indices; in each block panel after panel, in each panel row after row, filled up with 0. */
    private static void pack(Place b, float[] packed, int inner, int columns) {
        int at = 0;
        for (int first = 0; first < inner; first += INNER) {
            int count = Math.min(INNER, inner - first);
            for (int from = 0; from < columns; from += FloatProductKernel.COLUMNS) {
                int width = Math.min(FloatProductKernel.COLUMNS, columns - from);
                transfer(b.numbers, first * b.down + from * b.along, b.down, b.along, count, width, packed, at, FloatProductKernel.COLUMNS);
                at += count * FloatProductKernel.COLUMNS;
            }
        }
    }

    /** Copies {@code count} rows of {@code width} numbers into rows of {@code full}, filled up with 0. */
    private static void transfer(float[] from, int start, int down, int along, int count, int width, float[] to, int at, int full) {
        if (along == 1) {
            for (int k = 0; k < count; k++) {
                System.arraycopy(from, start + k * down, to, at + k * full, width);
                Arrays.fill(to, at + k * full + width, at + (k + 1) * full, 0);
            }
        } else if (width == FloatProductKernel.ROWS && full == width) {
            strip(from, start, down, along, count, to, at);
        } else {
            // Reads straight on where the source is contiguous, along its rows.
            for (int j = 0; j < width; j++) {
                int read = start + j * along;
                for (int k = 0, write = at + j; k < count; k++, write += full) {
                    to[write] = from[read + k * down];
                }
            }
            for (int j = width; j < full; j++) {
                for (int k = 0, write = at + j; k < count; k++, write += full) {
                    to[write] = 0;
                }
            }
        }
    }

    /** Copies six columns side by side, so that both reads and writes go straight on. */
    private static void strip(float[] from, int start, int down, int along, int count, float[] to, int at) {
        int r1 = start + along;
        int r2 = r1 + along;
        int r3 = r2 + along;
        int r4 = r3 + along;
        int r5 = r4 + along;
        for (int k = 0, read = 0, write = at; k < count; k++, read += down, write += FloatProductKernel.ROWS) {
            to[write] = from[start + read];
            to[write + 1] = from[r1 + read];
            to[write + 2] = from[r2 + read];
            to[write + 3] = from[r3 + read];
            to[write + 4] = from[r4 + read];
            to[write + 5] = from[r5 + read];
        }
    }

    private static void rows(FloatProductKernel kernel, Place a, float[] packed, float[] c, int block, int rows, int inner, int columns) {
        int first = block * BLOCK;
        int height = Math.min(BLOCK, rows - first);
        int strips = (height + FloatProductKernel.ROWS - 1) / FloatProductKernel.ROWS;
        int stride = (columns + FloatProductKernel.COLUMNS - 1) / FloatProductKernel.COLUMNS * FloatProductKernel.COLUMNS;
        // Sums in a place of their own, whose tiles are all whole.
        int sums = strips * FloatProductKernel.ROWS * stride;
        float[] own = scratch(1, sums + strips * FloatProductKernel.ROWS * INNER);
        Arrays.fill(own, 0, sums, 0);
        for (int from = 0; from < inner; from += INNER) {
            int count = Math.min(INNER, inner - from);
            for (int strip = 0; strip < strips; strip++) {
                int top = strip * FloatProductKernel.ROWS;
                transfer(a.numbers, (first + top) * a.down + from * a.along, a.along, a.down, count,
                        Math.min(FloatProductKernel.ROWS, height - top), own, sums + top * count, FloatProductKernel.ROWS);
            }
            for (int j = 0; j < stride; j += FloatProductKernel.COLUMNS) {
                for (int strip = 0; strip < strips; strip++) {
                    int top = strip * FloatProductKernel.ROWS;
                    kernel.add(own, sums + top * count, packed, from * stride + j * count, count, own, top * stride + j, stride);
                }
            }
        }
        for (int i = 0; i < height; i++) {
            System.arraycopy(own, i * stride, c, (first + i) * columns, columns);
        }
    }

    private static float[] scratch(int which, int size) {
        float[][] kept = SCRATCH.get();
        if (kept[which].length < size) {
            kept[which] = new float[size];
        }
        return kept[which];
    }

    /** What the kernels are compared on. */
    private static float[] sample(FloatProductKernel kernel) {
        var random = new SplittableRandom(1);
        int inner = 1024;
        float[] a = new float[inner * FloatProductKernel.ROWS];
        float[] b = new float[inner * FloatProductKernel.COLUMNS];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (random.nextDouble() - 0.5);
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = (float) (random.nextDouble() - 0.5);
        }
        float[] c = new float[FloatProductKernel.ROWS * FloatProductKernel.COLUMNS];
        for (int again = 0; again < 8; again++) {
            kernel.add(a, 0, b, 0, inner, c, 0, FloatProductKernel.COLUMNS);
        }
        return c;
    }
}
