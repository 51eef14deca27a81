package io.larmor.physics.pbit;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Random bits by counting, Philox4x32-10 of Salmon et al., SC 2011. Each decision of each sweep has eight bits, its head, and
 * if they are asked for 32 more, its tail; both are functions of the seed and of the numbers of sweep and decision alone.
 * Heads are made in batches.
 */
final class RandomBits {

    private static final int BATCH = 8192;
    /** Bytes of a block of the generator. */
    private static final int BLOCK = 16;
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.LITTLE_ENDIAN);

    private final int key0;
    private final int key1;
    private final int stride;
    private final int[] block = new int[4];
    /** The heads of some sweeps. */
    final byte[] heads;
    /** Where the heads of the present sweep begin. */
    int at;
    private long sweep = -1;

    /** Bits for sweeps of so many decisions. */
    RandomBits(Seed seed, int decisions) {
        key0 = (int) seed.key();
        key1 = (int) (seed.key() >>> 32);
        stride = Math.max(BLOCK, (decisions + BLOCK - 1) / BLOCK * BLOCK);
        heads = new byte[Math.max(1, BATCH / stride) * stride];
        at = heads.length - stride;
    }

    /** Goes to the next sweep. */
    void advance() {
        sweep++;
        at += stride;
        if (at == heads.length) {
            fill(sweep * (stride / BLOCK));
            at = 0;
        }
    }

    private void fill(long number) {
        for (int i = 0; i < heads.length; i += BLOCK, number++) {
            Philox.block((int) number, (int) (number >>> 32), 0, 0, key0, key1, block);
            INTS.set(heads, i, block[0]);
            INTS.set(heads, i + 4, block[1]);
            INTS.set(heads, i + 8, block[2]);
            INTS.set(heads, i + 12, block[3]);
        }
    }

    /** The first eight bits of the k-th decision of this sweep. */
    int head(int k) {
        return heads[at + k] & 0xFF;
    }

    /** The next 32 bits of the k-th decision of this sweep. */
    int tail(int k) {
        int[] words = new int[4];
        Philox.block((int) sweep, (int) (sweep >>> 32), k, 1, key0, key1, words);
        return words[0];
    }
}
