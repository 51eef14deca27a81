package io.larmor.core;

import java.util.Arrays;

/** Copies of two devices that share nothing but time. */
record Neighbors(Dynamics first, Dynamics second) implements Dynamics {

    @Override
    public int lanes() {
        return first.lanes() + second.lanes();
    }

    @Override
    public void advance(double[] input, double duration) {
        first.advance(Arrays.copyOf(input, first.lanes()), duration);
        second.advance(Arrays.copyOfRange(input, first.lanes(), input.length), duration);
    }

    @Override
    public void read(Observable what, double[] into) {
        double[] some = new double[first.lanes()];
        first.read(what, some);
        System.arraycopy(some, 0, into, 0, some.length);
        double[] others = new double[second.lanes()];
        second.read(what, others);
        System.arraycopy(others, 0, into, some.length, others.length);
    }
}
