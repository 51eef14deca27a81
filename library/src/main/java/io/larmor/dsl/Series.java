package io.larmor.dsl;

import io.larmor.machine.DelayLine;
import io.larmor.machine.EchoStateNetwork;
import io.larmor.machine.StateMachine;
import io.larmor.metrics.Metrics;
import io.larmor.task.Lorenz63;
import io.larmor.task.MackeyGlass;
import io.larmor.task.Narma;
import io.larmor.task.SeriesTask;

/** The words for time series, for the machines in software that follow them, and for measuring any machine. */
public final class Series {

    private Series() {
    }

    /**
     * The time series NARMA-2 or NARMA-10: from inputs uniform in 0 .. 0.5 the next value of a nonlinear recurrence is due
     * (Atiya and Parlos, IEEE Trans. Neural Netw. 11, 697, 2000). 200 steps warm up, 2000 train, 1000 are for validation, 1000
     * test; {@code lengths}, {@code warmup} and {@code validating} change that. Example:
     * {@code echoStateNetwork(100).score(narma(10))}.
     *
     * @param order 2 or 10
     */
    public static SeriesTask narma(int order) {
        return Narma.task(order);
    }

    /** The chaotic series of Mackey and Glass with a delay of 17, one step ahead. Example: {@code delayLine(20).score(mackeyGlass())}. */
    public static SeriesTask mackeyGlass() {
        return MackeyGlass.task(1);
    }

    /**
     * The same, predicted further ahead. Example: {@code echoStateNetwork(200).score(mackeyGlass(17))}.
     *
     * @param horizon steps, at least 1; 84 is common
     */
    public static SeriesTask mackeyGlass(int horizon) {
        return MackeyGlass.task(horizon);
    }

    /**
     * The chaotic flow of Lorenz (1963), all three coordinates one sample of 0.02 ahead. Example:
     * {@code echoStateNetwork(100).score(lorenz63())}.
     */
    public static SeriesTask lorenz63() {
        return Lorenz63.task();
    }

    /**
     * A reservoir in software (Jaeger, GMD Report 148, 2001): nodes that pass a random mixture of one another through tanh.
     * Setters: {@code radius} (default 0.9), {@code leak} (1), {@code input} (0.1), {@code bias} (0.2), {@code connections} (10
     * a node), {@code linear}, {@code readout}, {@code repeats}. Example: {@code echoStateNetwork(500).radius(0.95)}.
     *
     * @param nodes at least 1
     */
    public static EchoStateNetwork echoStateNetwork(int nodes) {
        return EchoStateNetwork.of(nodes);
    }

    /**
     * A shift register of the last inputs: memory without nonlinearity, the linear control. Example:
     * {@code delayLine(30).score(narma(10))}.
     *
     * @param length the inputs that it holds, at least 1
     */
    public static DelayLine delayLine(int length) {
        return DelayLine.of(length);
    }

    /**
     * What a machine can do, as one card: memory capacity, parity, information-processing capacity (Dambre et al., Sci. Rep. 2,
     * 514, 2012), kernel and generalization rank, whether it forgets, NARMA-10 and Mackey–Glass. Example:
     * {@code metrics(reservoir(stno()).encode(mask(50)))}.
     *
     * @param machine a reservoir, an echo state network, a delay line
     */
    public static Metrics metrics(StateMachine machine) {
        return Metrics.of(machine);
    }

    /**
     * The same from a chosen number of random inputs; by default 40 a state, at least 10 000 and at most 20 000. Example:
     * {@code metrics(echoStateNetwork(50), 5000)}.
     *
     * @param samples at least 500 and more than there are states
     */
    public static Metrics metrics(StateMachine machine, int samples) {
        return Metrics.of(machine, samples);
    }
}
