package io.larmor.metrics;

import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.machine.StateMachine;
import io.larmor.plot.Plot;
import io.larmor.units.Quantity;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether the machine forgets where it came from (the echo-state property of Jaeger, GMD Report 148, 2001): two machines
 * with unrelated pasts and the same noise get the same inputs from some step on, and the distance of their states is
 * followed.
 *
 * @param distances the distance at each step of equal input, relative to the distance of unrelated states
 */
public record EchoCheck(double[] distances) {

    private static final int PAST = 100;
    private static final int EQUAL = 400;
    private static final double FORGOTTEN = 1e-3;
    private static final double NOTHING = 1e-10;

    static EchoCheck of(StateMachine machine, Seed seed) {
        Philox random = seed.child("echo").generator();
        double[] one = IntStream.range(0, PAST + EQUAL).mapToDouble(i -> 2 * random.nextDouble() - 1).toArray();
        double[] other = one.clone();
        for (int t = 0; t < PAST; t++) {
            other[t] = 2 * random.nextDouble() - 1;
        }
        var first = List.<double[][]>of(Stream.frames(one));
        var second = List.<double[][]>of(Stream.frames(other));
        // Two calls with one seed, so that both runs see the same noise.
        var a = machine.respond(first, first, seed);
        var b = machine.respond(second, first, seed);
        double unrelated = 0;
        for (int t = PAST / 2; t < PAST; t++) {
            unrelated += distance(a.frame(0, t), b.frame(0, t)) / (PAST - PAST / 2);
        }
        double[] distances = new double[EQUAL];
        for (int t = 0; t < EQUAL; t++) {
            distances[t] = unrelated > 0 ? distance(a.frame(0, PAST + t), b.frame(0, PAST + t)) / unrelated : 0;
        }
        return new EchoCheck(distances);
    }

    private static double distance(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - b[i]) * (a[i] - b[i]);
        }
        return Math.sqrt(sum);
    }

    /** Whether less than a thousandth of the distance is left after 400 equal inputs. */
    public boolean forgets() {
        return distances[distances.length - 1] < FORGOTTEN;
    }

    /**
     * The mean rate at which the distance grows, a step: the largest Lyapunov exponent under input. Negative where the
     * machine forgets; minus infinity where nothing of the past is left after the first step.
     */
    public double exponent() {
        for (int t = 0; t < distances.length; t++) {
            if (distances[t] < NOTHING) {
                return t == 0 ? Double.NEGATIVE_INFINITY : Math.log(NOTHING) / t;
            }
        }
        return Math.log(distances[distances.length - 1]) / distances.length;
    }

    /** The distance against the steps of equal input. */
    public Plot plot() {
        int n = 1;
        while (n < distances.length && distances[n - 1] > NOTHING) {
            n++;
        }
        n = Math.max(2, n);
        double[] shown = IntStream.range(0, n).mapToDouble(t -> Math.max(distances[t], NOTHING)).toArray();
        return Plot.line(Quantity.of("steps of equal input"), IntStream.rangeClosed(1, n).asDoubleStream().toArray(),
                Quantity.of("distance of states"), shown).logY().title("forgetting");
    }
}
