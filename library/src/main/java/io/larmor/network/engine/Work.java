package io.larmor.network.engine;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
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
}
