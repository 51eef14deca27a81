package io.larmor.learn.product;

import io.larmor.core.KernelChoice;
import io.larmor.core.Parallel;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Products of matrices in single precision, flat, row after row, for training. B is copied in panels that the caches hold into
 * the order in which it is read, and A where its rows do not go straight on. An element's products are added in the order of
 * the inner index by fused multiply-adds, so that a result is the same bits on any number of threads, with the Vector API and
 * without. Safe for use by several threads.
 */
public final class FloatProducts {

    /** Most inner indices of a block: its panel of B stays in the first cache. */
    private static final int INNER = 256;
    /** Most rows of a block, for which B is read once: A's rows stay in the second cache. A thread takes a block at a time. */
    private static final int BLOCK = 22 * FloatProductKernel.ROWS;
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
        float[] packed = scratch(0, stride(kernel, columns) * inner);
        pack(kernel, b, packed, inner, columns);
        if (products < WORTH_SHARING) {
            for (int first = 0; first < rows; first += BLOCK) {
                rows(kernel, a, packed, c, first, Math.min(BLOCK, rows - first), inner, columns);
            }
            return;
        }
        int strips = (rows + FloatProductKernel.ROWS - 1) / FloatProductKernel.ROWS;
        int most = (strips + Parallel.threads() - 1) / Parallel.threads() * FloatProductKernel.ROWS;
        int block = Math.min(BLOCK, most);
        Parallel.forEach("products of matrices", (rows + block - 1) / block,
                i -> rows(kernel, a, packed, c, i * block, Math.min(block, rows - i * block), inner, columns));
    }

    /** Inner indices of a block: blocks of nearly the same size. */
    private static int step(int inner) {
        int blocks = Math.max(1, (inner + INNER - 1) / INNER);
        return Math.max(1, (inner + blocks - 1) / blocks);
    }

    /** The columns that whole panels have. */
    private static int stride(FloatProductKernel kernel, int columns) {
        return (columns + kernel.columns() - 1) / kernel.columns() * kernel.columns();
    }

    /** B in blocks of inner indices; in each block panel after panel, in each panel row after row, filled up with 0. */
    private static void pack(FloatProductKernel kernel, Place b, float[] packed, int inner, int columns) {
        int full = kernel.columns();
        int step = step(inner);
        int at = 0;
        for (int first = 0; first < inner; first += step) {
            int count = Math.min(step, inner - first);
            for (int from = 0; from < columns; from += full, at += count * full) {
                int start = first * b.down + from * b.along;
                int width = Math.min(full, columns - from);
                if (b.along == 1 && width == full) {
                    kernel.pack(b.numbers, start, b.down, count, packed, at);
                    continue;
                }
                int j = 0;
                for (; j + 8 <= width; j += 8) {
                    eight(b.numbers, start + j * b.along, b.down, b.along, count, packed, at + j, full);
                }
                for (; j < full; j++) {
                    column(b.numbers, start + j * b.along, b.down, j < width ? count : 0, count, packed, at + j, full);
                }
            }
        }
    }

    /** One column: {@code count} numbers, then 0 up to {@code full}. */
    private static void column(float[] from, int start, int down, int count, int full, float[] to, int at, int step) {
        int write = at;
        for (int k = 0; k < count; k++, write += step) {
            to[write] = from[start + k * down];
        }
        for (int k = count; k < full; k++, write += step) {
            to[write] = 0;
        }
    }

    /** Eight columns side by side, so that both reads and writes go straight on. */
    private static void eight(float[] from, int start, int down, int along, int count, float[] to, int at, int step) {
        int r1 = start + along;
        int r2 = r1 + along;
        int r3 = r2 + along;
        int r4 = r3 + along;
        int r5 = r4 + along;
        int r6 = r5 + along;
        int r7 = r6 + along;
        for (int k = 0, read = 0, write = at; k < count; k++, read += down, write += step) {
            to[write] = from[start + read];
            to[write + 1] = from[r1 + read];
            to[write + 2] = from[r2 + read];
            to[write + 3] = from[r3 + read];
            to[write + 4] = from[r4 + read];
            to[write + 5] = from[r5 + read];
            to[write + 6] = from[r6 + read];
            to[write + 7] = from[r7 + read];
        }
    }

    /** Six columns as rows, side by side, so that both reads and writes go straight on. */
    private static void six(float[] from, int start, int along, int down, int count, float[] to, int at) {
        int w1 = at + count;
        int w2 = w1 + count;
        int w3 = w2 + count;
        int w4 = w3 + count;
        int w5 = w4 + count;
        for (int k = 0, read = start; k < count; k++, read += down) {
            to[at + k] = from[read];
            to[w1 + k] = from[read + along];
            to[w2 + k] = from[read + 2 * along];
            to[w3 + k] = from[read + 3 * along];
            to[w4 + k] = from[read + 4 * along];
            to[w5 + k] = from[read + 5 * along];
        }
    }

    private static void rows(FloatProductKernel kernel, Place a, float[] packed, float[] c, int first, int height, int inner, int columns) {
        int high = FloatProductKernel.ROWS;
        int wide = kernel.columns();
        int whole = a.along == 1 ? height / high * high : 0;
        int stride = stride(kernel, columns);
        int tile = BLOCK * INNER;
        float[] own = scratch(1, tile + high * wide);
        Arrays.fill(c, first * columns, (first + height) * columns, 0);
        int step = step(inner);
        for (int from = 0; from < inner; from += step) {
            int count = Math.min(step, inner - from);
            // What is not there as whole rows that go straight on is copied so.
            for (int top = whole; top < height; top += high) {
                int start = (first + top) * a.down + from * a.along;
                if (top + high <= height) {
                    six(a.numbers, start, a.down, a.along, count, own, top * count);
                    continue;
                }
                for (int i = 0; i < high; i++) {
                    column(a.numbers, start + i * a.down, a.along, top + i < height ? count : 0, count, own, (top + i) * count, 1);
                }
            }
            for (int j = 0; j < columns; j += wide) {
                int panel = from * stride + j * count;
                for (int top = 0; top < height; top += high) {
                    float[] left = top < whole ? a.numbers : own;
                    int leftFrom = top < whole ? (first + top) * a.down + from : top * count;
                    int leftStride = top < whole ? a.down : count;
                    int to = (first + top) * columns + j;
                    if (top + high <= height && j + wide <= columns) {
                        kernel.add(left, leftFrom, leftStride, packed, panel, count, c, to, columns);
                        continue;
                    }
                    int width = Math.min(wide, columns - j);
                    int below = Math.min(high, height - top);
                    for (int i = 0; i < below; i++) {
                        System.arraycopy(c, to + i * columns, own, tile + i * wide, width);
                    }
                    kernel.add(left, leftFrom, leftStride, packed, panel, count, own, tile, wide);
                    for (int i = 0; i < below; i++) {
                        System.arraycopy(own, tile + i * wide, c, to + i * columns, width);
                    }
                }
            }
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
        int columns = 32;
        float[] a = new float[FloatProductKernel.ROWS * inner];
        float[] b = new float[inner * columns];
        for (int i = 0; i < a.length; i++) {
            a[i] = (float) (random.nextDouble() - 0.5);
        }
        for (int i = 0; i < b.length; i++) {
            b[i] = (float) (random.nextDouble() - 0.5);
        }
        int wide = kernel.columns();
        float[] panel = new float[inner * wide];
        float[] c = new float[FloatProductKernel.ROWS * columns];
        for (int again = 0; again < 8; again++) {
            for (int j = 0; j < columns; j += wide) {
                kernel.pack(b, j, columns, inner, panel, 0);
                kernel.add(a, 0, inner, panel, 0, inner, c, j, columns);
            }
        }
        return c;
    }
}
