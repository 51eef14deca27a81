package io.larmor.kernel.shell;

/**
 * Some memory set aside for the moment when a cell has used up all of it: given free, it lets the kernel say so and run the
 * cells by which the user clears up.
 */
public final class HeapReserve {

    /** Set aside in pieces that any collector finds room for. */
    private static final int PIECE = 128 << 10;
    /** What compiling a short cell needs at the worst, or a twentieth of a small heap. */
    private static final int PIECES = (int) (Math.min(20 << 20, Runtime.getRuntime().maxMemory() / 20) / PIECE);
    private static volatile byte[][] reserve;

    private HeapReserve() {
    }

    /** Sets memory aside again, when there is enough of it. */
    public static void fill() {
        if (reserve == null) {
            try {
                reserve = new byte[PIECES][PIECE];
            } catch (OutOfMemoryError e) {
                // the user has not cleared up yet
            }
        }
    }

    static void release() {
        reserve = null;
    }
}
