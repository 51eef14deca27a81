package io.larmor.environment.setup;

import io.larmor.kernel.spi.KernelClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Whether code runs as fast in a cell as in a program of its own: the same text is run in a kernel, where it can be
 * interrupted anywhere, and by a plain {@code java}, in turn.
 */
public final class CellSpeed {

    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int ROUNDS = 5;
    private static final List<String> NAMES = List.of("macrospin steps", "axpy of 4096 numbers", "oscillator steps (library)");

    /** Three pieces of work, and how often a second each can be done at best. */
    private static final String WORK = """
            double macrospin(int n) {
                double x = 1, y = 0.1, z = 0;
                for (int i = 0; i < n; i++) {
                    double dx = y * 0.3 - z * 0.1, dy = z * 0.2 - x * 0.3, dz = x * 0.1 - y * 0.2;
                    x += 1e-3 * dx;
                    y += 1e-3 * dy;
                    z += 1e-3 * dz;
                    double r = 1 / Math.sqrt(x * x + y * y + z * z);
                    x *= r;
                    y *= r;
                    z *= r;
                }
                return x;
            }

            void add(double[] y, double[] x, double a) {
                for (int i = 0; i < y.length; i++) {
                    y[i] += a * x[i];
                }
            }

            double axpy(int n) {
                double[] x = new double[4096], y = new double[4096];
                for (int i = 0; i < n; i++) {
                    add(y, x, 0.5);
                }
                return y[7];
            }

            double oscillator(int n) {
                return io.larmor.physics.SlavinTiberkevich.euler(0.2, 1.2, 5.6e6, 2, 1e-9, n);
            }

            double perSecond(java.util.function.IntToDoubleFunction work, int n) {
                double best = Double.MAX_VALUE;
                double sum = 0;
                for (int i = 0; i < 25; i++) {
                    long begin = System.nanoTime();
                    sum += work.applyAsDouble(n);
                    best = Math.min(best, (System.nanoTime() - begin) * 1e-9);
                }
                return sum == Math.PI ? 0 : n / best;
            }

            String speeds() {
                return perSecond(k -> macrospin(k), 4_000_000) + " " + perSecond(k -> axpy(k), 20_000) + " "
                        + perSecond(k -> oscillator(k), 4_000_000);
            }
            """;

    /** One piece of work: how often a second it is done in a cell and in a plain program, the best of rounds in turn. */
    public record Speed(String name, double cell, double plain) {
    }

    private CellSpeed() {
    }

    /** Measures; progress is told line by line. */
    public static List<Speed> measure(Consumer<String> say) throws IOException, InterruptedException {
        var cell = new ArrayList<double[]>();
        var plain = new ArrayList<double[]>();
        for (int round = 1; round <= ROUNDS; round++) {
            say.accept("round " + round + " of " + ROUNDS);
            cell.add(numbers(inCell()));
            plain.add(numbers(inProgram()));
        }
        var speeds = new ArrayList<Speed>();
        for (int i = 0; i < NAMES.size(); i++) {
            speeds.add(new Speed(NAMES.get(i), best(cell, i), best(plain, i)));
        }
        return speeds;
    }

    private static String inCell() throws IOException, InterruptedException {
        var printed = new StringBuilder();
        try (KernelClient kernel = KernelClient.launch(KernelCommand.line(), null, Map.of("LARMOR_HISTORY", "off"), LIMIT)) {
            var reply = kernel.execute(WORK + "System.out.println(speeds());", (type, content, metadata) ->
                    printed.append(type.equals("stream") ? content.path("text").asText() : ""), LIMIT);
            if (!reply.status().equals("ok")) {
                throw new IOException("the cell failed: " + reply.errorValue());
            }
        }
        return printed.toString();
    }

    private static String inProgram() throws IOException {
        Path folder = Files.createTempDirectory("larmor-speed");
        Path source = folder.resolve("Plain.java");
        try {
            Files.writeString(source, "public class Plain {\n" + WORK
                    + "public static void main(String[] arguments) { System.out.println(new Plain().speeds()); }\n}\n");
            var run = Programs.run(LIMIT, List.of(KernelCommand.java().toString(), "-cp",
                    System.getProperty("java.class.path"), source.toString()));
            if (!run.ok()) {
                throw new IOException("the plain program failed:\n" + run.output());
            }
            return run.output();
        } finally {
            Files.deleteIfExists(source);
            Files.deleteIfExists(folder);
        }
    }

    private static double[] numbers(String printed) {
        return Arrays.stream(printed.strip().split("\\s+")).mapToDouble(Double::parseDouble).toArray();
    }

    /** What else runs on a machine only ever slows work down, so the best round says most. */
    private static double best(List<double[]> rounds, int which) {
        return rounds.stream().mapToDouble(round -> round[which]).max().orElseThrow();
    }

    /** The table that the command prints. */
    public static String table(List<Speed> speeds) {
        var text = new StringBuilder(String.format(Locale.ROOT, "%-28s %12s %12s %8s%n", "per second", "in a cell",
                "in a program", "ratio"));
        for (Speed speed : speeds) {
            text.append(String.format(Locale.ROOT, "%-28s %12.4g %12.4g %8.3f%n", speed.name(), speed.cell(), speed.plain(),
                    speed.cell() / speed.plain()));
        }
        return text.toString();
    }
}
