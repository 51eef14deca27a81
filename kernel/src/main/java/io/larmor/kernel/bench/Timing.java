package io.larmor.kernel.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * The time that one call took, in each of several rounds of calls.
 *
 * @param seconds the time of one call, a number for each round; s
 * @param calls the calls in a round
 * @param warmUp the calls before the first round, which are not counted
 */
public record Timing(double[] seconds, long calls, long warmUp) {

    public Timing {
        if (seconds.length == 0) {
            throw new IllegalArgumentException("a timing has at least one round");
        }
        seconds = seconds.clone();
    }

    @Override
    public double[] seconds() {
        return seconds.clone();
    }

    /** The mean of the rounds, in seconds. */
    public double mean() {
        return Arrays.stream(seconds).average().orElseThrow();
    }

    /** The standard deviation between rounds, in seconds; 0 for one round. */
    public double spread() {
        double mean = mean();
        double squares = Arrays.stream(seconds).map(s -> (s - mean) * (s - mean)).sum();
        return seconds.length == 1 ? 0 : Math.sqrt(squares / (seconds.length - 1));
    }

    /** The middle one of the rounds, in seconds. */
    public double median() {
        double[] sorted = seconds.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The fastest round, in seconds. */
    public double min() {
        return Arrays.stream(seconds).min().orElseThrow();
    }

    /** What a notebook shows: a line of text, and the numbers as data. */
    public Map<String, Object> mimeBundle() {
        var data = new LinkedHashMap<String, Object>();
        data.put("mean", mean());
        data.put("spread", spread());
        data.put("median", median());
        data.put("min", min());
        data.put("rounds", seconds.length);
        data.put("calls", calls);
        return Map.of("text/plain", toString(), "application/json", data);
    }

    @Override
    public String toString() {
        String unit = unit(mean());
        return in(mean(), unit) + " ± " + in(spread(), unit) + " " + unit + " per call (median " + in(median(), unit) + ", min "
                + in(min(), unit) + " " + unit + "; " + seconds.length + (seconds.length == 1 ? " round of " : " rounds of ")
                + count(calls) + " after " + count(warmUp) + " to warm up)";
    }

    private static String count(long calls) {
        return calls == 1 ? "1 call" : String.format(Locale.ROOT, "%,d calls", calls).replace(',', '\u202F');
    }

    private static String unit(double seconds) {
        return seconds < 1e-6 ? "ns" : seconds < 1e-3 ? "µs" : seconds < 1 ? "ms" : "s";
    }

    private static String in(double seconds, String unit) {
        double value = seconds * switch (unit) {
            case "ns" -> 1e9;
            case "µs" -> 1e6;
            case "ms" -> 1e3;
            default -> 1;
        };
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : value < 100 ? "%.1f" : "%.0f", value);
    }
}
