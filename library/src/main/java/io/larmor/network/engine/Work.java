package io.larmor.network.engine;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import java.util.Arrays;
import java.util.function.IntConsumer;

/** Loops of a network, spread over the cores where that pays; the bits do not depend on how many there are. */
final class Work {

    /** Multiplications below which starting threads costs more than it saves. */
    private static final long WORTH_SPREADING = 4_000_000;
    /** Multiplications between looks for an interrupt. */
    private static final long CHUNK = 1_000_000;

    private Work() {
    }

    /** Does the work of 0 to n-1, each of which costs about so many multiplications. */
    static void over(int n, long cost, IntConsumer work) {
        int chunk = (int) Math.max(1, Math.min(n, CHUNK / Math.max(1, cost)));
        int chunks = (n + chunk - 1) / chunk;
        IntConsumer one = c -> {
            for (int i = c * chunk; i < Math.min(n, (c + 1) * chunk); i++) {
                work.accept(i);
            }
        };
        if (n * cost >= WORTH_SPREADING && Parallel.threads() > 1) {
            Parallel.forEach("network", chunks, one);
            return;
        }
        for (int c = 0; c < chunks; c++) {
            one.accept(c);
            if (c % 8 == 7) {
                Progress.checkpoint();
            }
        }
    }

    /** c = a bᵀ, a being rows x inner and b columns x inner. */
    static void multiplyTransposed(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        float[] turned = new float[inner * columns];
        for (int j = 0; j < columns; j++) {
            for (int k = 0; k < inner; k++) {
                turned[k * columns + j] = b[j * inner + k];
            }
        }
        multiply(a, turned, c, rows, inner, columns);
    }

    /** c = a b, a being rows x inner and b inner x columns. */
    static void multiply(float[] a, float[] b, float[] c, int rows, int inner, int columns) {
        over(rows, (long) inner * columns, r -> {
            int to = r * columns;
            Arrays.fill(c, to, to + columns, 0);
            for (int k = 0; k < inner; k++) {
                float x = a[r * inner + k];
                int from = k * columns;
                for (int j = 0; j < columns; j++) {
                    c[to + j] += x * b[from + j];
                }
            }
        });
    }

    /** c = aᵀ b, a being rows x m and b rows x n; c is m x n. */
    static void transposedMultiply(float[] a, float[] b, float[] c, int rows, int m, int n) {
        over(m, (long) rows * n, i -> {
            int to = i * n;
            Arrays.fill(c, to, to + n, 0);
            for (int r = 0; r < rows; r++) {
                float x = a[r * m + i];
                int from = r * n;
                for (int j = 0; j < n; j++) {
                    c[to + j] += x * b[from + j];
                }
            }
        });
    }
}
