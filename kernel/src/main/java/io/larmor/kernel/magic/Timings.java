package io.larmor.kernel.magic;

import io.larmor.kernel.bench.Bench;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.Snippet;

/** Times code once, or many times. */
final class Timings {

    static final String USAGE = "%bench [-n CALLS] [-r ROUNDS] [-t SECONDS] CODE   or   %%bench [...] and code below";
    static final String HELP = "times code that runs many times: mean ± standard deviation of the rounds, median and fastest; "
            + "first a warm-up; by default 20 rounds that fill 2 s together, and as many calls as fill a round";

    private static final Set<Snippet.SubKind> EXPRESSIONS = Set.of(Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
            Snippet.SubKind.VAR_VALUE_SUBKIND, Snippet.SubKind.ASSIGNMENT_SUBKIND, Snippet.SubKind.OTHER_EXPRESSION_SUBKIND);
    private static final Pattern OPTION = Pattern.compile("-([nrt])\\s*([\\d.eE+-]+)(?:\\s+|$)");

    private final Host host;

    Timings(Host host) {
        this.host = host;
    }

    Object time(String arguments, String body) throws Exception {
        // the empty line stands for that of the magic, so that errors count lines as the cell does
        String code = body == null ? arguments : "\n" + body;
        if (code.isBlank()) {
            throw new IllegalArgumentException("%time needs code to run");
        }
        long wall = System.nanoTime();
        long cpu = cpuNanos();
        try {
            return host.value(code);
        } finally {
            System.out.println("time: " + duration(System.nanoTime() - wall) + " (CPU of all threads "
                    + duration(cpuNanos() - cpu) + ")");
        }
    }

    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime() : 0;
    }

    private static String duration(long nanos) {
        double seconds = nanos * 1e-9;
        if (seconds < 1) {
            return String.format(Locale.ROOT, "%.1f ms", seconds * 1e3);
        }
        return seconds < 120 ? String.format(Locale.ROOT, "%.2f s", seconds)
                : String.format(Locale.ROOT, "%d min %.0f s", (long) seconds / 60, seconds % 60);
    }

    Object bench(String arguments, String body) throws Exception {
        Bench bench = Bench.STANDARD;
        String line = arguments;
        for (Matcher option = OPTION.matcher(line); option.lookingAt(); option = OPTION.matcher(line)) {
            bench = with(bench, option.group(1), option.group(2));
            line = line.substring(option.end());
        }
        if (line.startsWith("-") && line.length() > 1 && Character.isLetter(line.charAt(1))) {
            throw new IllegalArgumentException("there is no option " + line.split("\\s")[0]);
        }
        if (body != null && !line.isBlank()) {
            throw new IllegalArgumentException("%%bench takes its code from the lines below, not \"" + line + "\"");
        }
        String code = body == null ? line : body;
        if (code.isBlank()) {
            throw new IllegalArgumentException("%bench needs code to run");
        }
        return timed(bench, code, body != null);
    }

    private static Bench with(Bench bench, String option, String value) {
        try {
            return switch (option) {
                case "n" -> new Bench(Long.parseLong(value), bench.rounds(), bench.seconds());
                case "r" -> new Bench(bench.calls(), Integer.parseInt(value), bench.seconds());
                default -> new Bench(bench.calls(), bench.rounds(), Double.parseDouble(value));
            };
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("-" + option + " " + value + " is not a number that fits", e);
        }
    }

    /** Runs it as code of the cell, so that it can be stopped and its errors show the line. */
    private Object timed(Bench bench, String code, boolean whole) throws Exception {
        List<String> statements = host.engine().statements(code);
        boolean valued = host.engine().analyze((shell, analysis) -> EXPRESSIONS.contains(analysis
                .sourceToSnippets(bare(statements.get(statements.size() - 1))).get(0).subKind()));
        if (valued) {
            try {
                return host.value(repeated(bench, code, statements, whole, true));
            } catch (Exception e) {
                // a call that gives nothing has nothing for the sink; only the compiler can tell
                if (!String.valueOf(e.getMessage()).contains("'void'")) {
                    throw e;
                }
            }
        }
        return host.value(repeated(bench, code, statements, whole, false));
    }

    /** The code in a loop that hands the value of its last expression to a sink. The lines stay those of the cell. */
    private static String repeated(Bench bench, String code, List<String> statements, boolean whole, boolean valued) {
        var loop = new StringBuilder("new io.larmor.kernel.bench.Bench(" + bench.calls() + "L, " + bench.rounds() + ", "
                + bench.seconds() + ").time(times$ -> { for (long call$ = 0; call$ < times$; call$++) { ")
                .append(whole ? "\n" : "");
        int at = 0;
        for (int i = 0; i < statements.size(); i++) {
            String bare = bare(statements.get(i));
            int start = Math.max(at, code.indexOf(bare, at));
            code.substring(at, start).chars().filter(c -> c == '\n').forEach(c -> loop.append('\n'));
            at = Math.min(code.length(), start + bare.length());
            loop.append(valued && i == statements.size() - 1 ? "io.larmor.kernel.bench.Sink.take(" + bare + ")" : bare)
                    .append("; ");
        }
        return loop.append("} })").toString();
    }

    private static String bare(String statement) {
        return statement.strip().replaceFirst(";$", "");
    }
}
