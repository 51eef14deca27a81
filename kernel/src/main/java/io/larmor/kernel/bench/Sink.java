package io.larmor.kernel.bench;

/**
 * Takes results that nobody needs, so that the compiler can neither leave out their computation nor move it out of a loop:
 * each call reads volatile fields and compares, and what it compares with is never equal.
 */
public final class Sink {

    private static volatile long one = Double.doubleToRawLongBits(Math.PI);
    private static volatile long two = one + 1;
    private static volatile Object never = new Object();

    private Sink() {
    }

    public static void take(boolean value) {
        take(value ? 1L : 0L);
    }

    public static void take(int value) {
        take((long) value);
    }

    public static void take(long value) {
        if (value == one & value == two) {
            throw new AssertionError("a number that equals two different ones");
        }
    }

    public static void take(float value) {
        take((long) Float.floatToRawIntBits(value));
    }

    public static void take(double value) {
        take(Double.doubleToRawLongBits(value));
    }

    public static void take(Object value) {
        if (value == never) {
            never = new Object();
        }
    }
}
