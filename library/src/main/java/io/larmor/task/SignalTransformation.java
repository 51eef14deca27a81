package io.larmor.task;

import io.larmor.core.Metric;
import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/**
 * Turning one periodic signal into another, after Vidamour et al., Commun. Phys. 6, 230 (2023): the input is a sine, and at every
 * step the value that another waveform of the same phase has is due. All of them run from -1 to 1; the error is the mean square. A
 * square follows from the sine's sign. All others need to know whether the sine rises or falls, and so remember.
 */
public final class SignalTransformation {

    /** The steps of a period. */
    public static final Parameter PERIOD = new Parameter("period", Quantity.of("steps a period"), 4, 10_000, 20,
            "the steps of a period of the sine");

    private static final Map<String, DoubleUnaryOperator> WAVES = Map.of(
            "square", p -> p < 0.5 ? 1 : -1,
            "sawtooth", p -> 2 * p - 1,
            "cosine", p -> Math.cos(2 * Math.PI * p),
            "double", p -> Math.sin(4 * Math.PI * p));

    private SignalTransformation() {
    }

    /** The waveforms that are known. */
    public static List<String> waves() {
        return WAVES.keySet().stream().sorted().toList();
    }

    /**
     * The task: 1000 steps train, 500 are for validation, 500 test, after 100 that warm up.
     *
     * @param wave the waveform that is due: square, sawtooth, cosine, or double (a sine of twice the frequency)
     * @param period {@link #PERIOD}
     */
    public static SeriesTask task(String wave, int period) {
        PERIOD.check("signalTransformation", period);
        var due = WAVES.get(wave);
        if (due == null) {
            throw new IllegalArgumentException("signalTransformation(\"" + wave + "\"): the waveforms are "
                    + String.join(", ", waves()) + ".");
        }
        return SeriesTask.of("sine to " + wave, "generated, " + period + " steps a period", Metric.MSE, length -> {
            double[][] inputs = new double[length][1];
            double[][] targets = new double[length][1];
            for (int t = 0; t < length; t++) {
                // half a step late, so that no value falls onto a jump
                double part = (t % period + 0.5) / period;
                inputs[t][0] = Math.sin(2 * Math.PI * part);
                targets[t][0] = due.applyAsDouble(part);
            }
            return new SeriesTask.Series(inputs, targets);
        }).lengths(1000, 500, 500).warmup(100);
    }
}
