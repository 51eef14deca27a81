package io.larmor.metrics;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.machine.StateMachine;
import java.util.List;

/**
 * A machine's answer to a stream of independent random inputs.
 *
 * @param inputs all of them, the warm-up included
 * @param begin the first step after the warm-up
 * @param basis the states from there on
 */
record Stream(double[] inputs, int begin, StateBasis basis) {

    /** Plays inputs uniform in -1 .. 1. */
    static Stream uniform(StateMachine machine, int warmup, int samples, Seed seed) {
        Philox random = seed.child("uniform").generator();
        double[] inputs = new double[warmup + samples];
        for (int t = 0; t < inputs.length; t++) {
            inputs[t] = 2 * random.nextDouble() - 1;
        }
        return play(machine, inputs, warmup, seed);
    }

    /** Plays inputs that are -1 or 1 with equal odds. */
    static Stream binary(StateMachine machine, int warmup, int samples, Seed seed) {
        Philox random = seed.child("binary").generator();
        double[] inputs = new double[warmup + samples];
        for (int t = 0; t < inputs.length; t++) {
            inputs[t] = (random.nextInt() & 1) == 0 ? -1 : 1;
        }
        return play(machine, inputs, warmup, seed);
    }

    private static Stream play(StateMachine machine, double[] inputs, int warmup, Seed seed) {
        double[][] frames = frames(inputs);
        var one = List.<double[][]>of(frames);
        return new Stream(inputs, warmup, StateBasis.of(machine.respond(one, one, seed), warmup));
    }

    /** The same numbers as frames of one channel. */
    static double[][] frames(double[] inputs) {
        double[][] frames = new double[inputs.length][];
        for (int t = 0; t < inputs.length; t++) {
            frames[t] = new double[] {inputs[t]};
        }
        return frames;
    }

    /** The steps after the warm-up. */
    int samples() {
        return inputs.length - begin;
    }
}
