package io.larmor.kernel.bench;

/** Code that can be run some number of times in a row; notebook code is compiled into one of these. */
@FunctionalInterface
public interface Repeated {

    /** Runs the code so many times. */
    void run(long times) throws Throwable;
}
