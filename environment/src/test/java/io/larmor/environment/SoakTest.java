package io.larmor.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.environment.setup.KernelCommand;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Json;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A session of ten thousand cells: expressions, declarations made again and again, mistakes, output, plots, threads and
 * interrupts. Nothing may grow and no cell may stay without its end. {@code -Dlarmor.soak.cells} sets another number.
 */
@Tag("soak")
class SoakTest {

    private static final int CELLS = Integer.getInteger("larmor.soak.cells", 10_000);
    private static final int WARM = Math.min(1500, CELLS / 4);
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final long SEED = 20261122;

    private KernelClient kernel;

    /** What the kernel uses: bytes of heap after a collection, and threads. */
    private record Use(long heap, int threads, long classes) {
    }

    @Test
    void nothingGrowsAndNoCellIsLeftWithoutItsEnd(@TempDir Path folder) throws Exception {
        System.out.println("soak: " + CELLS + " cells, seed " + SEED);
        try (var launched = KernelClient.launch(KernelCommand.line(), folder, Map.of("LARMOR_HISTORY", "off"), LIMIT)) {
            kernel = launched;
            run("int counter = 0; double[] field = new double[1000];", "ok");
            run("java.util.concurrent.atomic.AtomicLong shared = new java.util.concurrent.atomic.AtomicLong();", "ok");
            kernel.request("shell", "complete_request", Json.object().put("code", "Syst")
                    .put("cursor_pos", 4), LIMIT);
            var random = new Random(SEED);
            var millis = new double[CELLS];
            Use first = null;
            int block = Math.max(1, CELLS / 10);
            for (int i = 0; i < CELLS; i++) {
                if (i == WARM) {
                    first = use();
                    System.out.println("soak: after " + i + " cells " + first);
                }
                millis[i] = cell(i, random);
                if (i % block == block - 1) {
                    System.out.printf(Locale.ROOT, "soak: %d cells, %s, expressions %.1f ms in the last %d%n", i + 1, use(),
                            median(millis, i + 1 - block, i + 1), block);
                }
            }
            Use last = use();
            System.out.println("soak: at the end " + last);
            assertTrue(last.threads() <= first.threads() + 1, first + " became " + last);
            assertTrue(last.heap() <= 1.2 * first.heap(), first + " became " + last);
            assertEquals(run("counter", "ok"), run("counter", "ok"));
        }
    }

    /** Runs one cell; the milliseconds of it for a plain expression, else NaN. */
    private double cell(int i, Random random) throws Exception {
        switch (random.nextInt(20)) {
            case 0 -> run("int twice(int x) { return 2 * x + " + i + "; }", "ok");
            case 1 -> run("record Point" + random.nextInt(5) + "(double x, double y" + (i % 2 == 0 ? "" : ", double z") + ") { }", "ok");
            case 2 -> run("var value" + random.nextInt(10) + " = \"text\".repeat(" + i % 100 + ");", "ok");
            case 3 -> run("counter++;\ncounter", "ok");
            case 4 -> run("int wrong = \"text\";", "error");
            case 5 -> run("Integer.parseInt(\"x" + i + "\")", "error");
            case 6 -> run("for (int k = 0; k < 200; k++) System.out.println(\"line \" + k);", "ok");
            case 7 -> run("IntStream.range(0, 100).boxed().map(k -> k * " + i + ").collect(Collectors.toList())", "ok");
            case 8 -> run("var t = new Thread(() -> shared.addAndGet(" + i + ")); t.start(); t.join();", "ok");
            case 9 -> run("display(Map.of(\"cell\", " + i + "))", "ok");
            case 10 -> {
                if (i % 5 == 0) {
                    interrupt();
                } else {
                    run("Arrays.fill(field, " + i + ");", "ok");
                }
            }
            case 11 -> {
                if (i % 3 == 0) {
                    run("org.knowm.xchart.QuickChart.getChart(\"a\", \"x\", \"y\", \"s\", field, field)", "ok");
                } else {
                    run("twice" + (i % 2 == 0 ? "(3)" : ""), null);
                }
            }
            default -> {
                long begin = System.nanoTime();
                run(i + " + 1", "ok");
                return (System.nanoTime() - begin) * 1e-6;
            }
        }
        return Double.NaN;
    }

    private void interrupt() throws Exception {
        var started = new CountDownLatch(1);
        var reply = new FutureTask<>(() -> kernel.execute("System.out.println(\"on\"); while (true) { }",
                (type, content, metadata) -> {
                    if (type.equals("stream")) {
                        started.countDown();
                    }
                }, LIMIT));
        Thread thread = new Thread(reply);
        thread.start();
        assertTrue(started.await(60, TimeUnit.SECONDS));
        kernel.interrupt();
        assertEquals("Interrupted", reply.get(60, TimeUnit.SECONDS).errorName());
    }

    /** Runs a cell to its idle and returns its result as text; a lost idle shows as the status {@code timeout}. */
    private String run(String code, String status) throws InterruptedException {
        var result = new StringBuilder();
        KernelClient.Reply reply = kernel.execute(code, (type, content, metadata) -> {
            if (type.equals("execute_result")) {
                result.append(content.path("data").path("text/plain").asText());
            }
        }, LIMIT);
        if (status == null) {
            assertTrue(reply.status().equals("ok") || reply.status().equals("error"), code + ": " + reply);
        } else {
            assertEquals(status, reply.status(), code + ": " + reply);
        }
        return result.toString();
    }

    private Use use() throws InterruptedException {
        String[] words = run("""
                System.gc(); System.gc();
                String.join(" ", "" + (Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory()),
                    "" + Thread.activeCount(),
                    "" + java.lang.management.ManagementFactory.getClassLoadingMXBean().getLoadedClassCount())""", "ok")
                .replace("\"", "").split(" ");
        return new Use(Long.parseLong(words[0]), Integer.parseInt(words[1]), Long.parseLong(words[2]));
    }

    private static double median(double[] millis, int from, int to) {
        double[] sorted = Arrays.stream(millis, from, to).filter(m -> !Double.isNaN(m)).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
