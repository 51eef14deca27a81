package io.larmor.kernel.assist;

import io.larmor.kernel.help.Signature;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** For a name that the compiler does not know: which name was probably meant, or what to import. */
public final class NearNames {

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(variable|method|class|interface)\\s+(\\w+)");

    /** Classes of Java's that notebooks want and that are not imported, so that the answer needs no search. */
    private static final Map<String, String> COMMON = Map.ofEntries(Map.entry("BufferedImage", "java.awt.image"),
            Map.entry("ImageIO", "javax.imageio"), Map.entry("Color", "java.awt"), Map.entry("Graphics2D", "java.awt"),
            Map.entry("DecimalFormat", "java.text"), Map.entry("SimpleDateFormat", "java.text"),
            Map.entry("NumberFormat", "java.text"), Map.entry("DateTimeFormatter", "java.time.format"),
            Map.entry("ChronoUnit", "java.time.temporal"), Map.entry("AtomicInteger", "java.util.concurrent.atomic"),
            Map.entry("AtomicLong", "java.util.concurrent.atomic"), Map.entry("LongAdder", "java.util.concurrent.atomic"),
            Map.entry("ReentrantLock", "java.util.concurrent.locks"), Map.entry("HttpClient", "java.net.http"),
            Map.entry("HttpRequest", "java.net.http"), Map.entry("HttpResponse", "java.net.http"),
            Map.entry("StandardCharsets", "java.nio.charset"), Map.entry("Charset", "java.nio.charset"),
            Map.entry("ByteBuffer", "java.nio"), Map.entry("Method", "java.lang.reflect"),
            Map.entry("ZipFile", "java.util.zip"), Map.entry("GZIPInputStream", "java.util.zip"),
            Map.entry("DriverManager", "java.sql"), Map.entry("JFrame", "javax.swing"));

    private static final int SIGNATURES = 6;

    private final Engine engine;
    private final TypeNames types;

    public NearNames(Engine engine, TypeNames types) {
        this.engine = engine;
        this.types = types;
    }

    /** Advice for one complaint of the compiler. */
    Optional<String> advise(Outcome.Problem problem, Origin origin) {
        Matcher symbol = SYMBOL.matcher(problem.message());
        if (!symbol.find()) {
            return Optional.empty();
        }
        boolean method = symbol.group(1).equals("method");
        String name = symbol.group(2);
        String text = origin.text();
        int at = text.lastIndexOf(name, Math.max(0, Math.min(problem.end(), text.length()) - 1));
        if (at < origin.start()) {
            return Optional.empty();
        }
        boolean member = at > 0 && text.charAt(at - 1) == '.';
        boolean capital = Character.isUpperCase(name.charAt(0));
        if (!member && COMMON.containsKey(name)) {
            return Optional.of("Perhaps: import " + COMMON.get(name) + "." + name + ";");
        }
        if (!member && method && capital && types.resolve(name) != null) {
            return Optional.of("Objects are made with new: new " + name + "(...)");
        }
        String before = text.substring(origin.start(), at);
        Optional<String> near = nearest(name, method, known(before, name, member));
        if (near.isPresent()) {
            return Optional.of("Did you mean " + near.get() + "?");
        }
        return member || !capital ? Optional.empty() : engine.analyze((shell, analysis) -> {
            QualifiedNames qualified = analysis.listQualifiedNames(before + name, before.length() + name.length());
            return qualified.getNames().stream().min(Comparator.comparing((String full) -> !full.startsWith("java")))
                    .map(full -> "Perhaps: import " + full + ";");
        });
    }

    /** The signatures of a call that does not fit any of them; empty for another complaint. */
    List<String> arguments(Outcome.Problem problem, Origin origin) {
        boolean misfit = problem.message().contains("cannot be applied to given types")
                || problem.message().startsWith("no suitable ");
        int start = Math.min(Math.max(origin.start(), problem.start()), origin.text().length());
        int open = origin.text().indexOf('(', Math.max(start, problem.end() - 1));
        int call = open < 0 || problem.message().startsWith("constructor") ? origin.text().indexOf('(', start) : open;
        if (!misfit || call < 0) {
            return List.of();
        }
        String code = origin.text().substring(origin.start(), call + 1);
        return engine.analyze((shell, analysis) -> analysis.documentation(code, code.length(), false)).stream()
                .map(found -> Signature.of(found.signature()).text()).limit(SIGNATURES).toList();
    }

    /** What could stand there: all members, or what begins with the same letter, in either case. */
    private List<String> known(String before, String name, boolean member) {
        List<String> starts = member ? List.of(before) : List.of(before + Character.toLowerCase(name.charAt(0)),
                before + Character.toUpperCase(name.charAt(0)));
        return engine.analyze((shell, analysis) -> starts.stream()
                .flatMap(typed -> analysis.completionSuggestions(typed, typed.length(), new int[1]).stream())
                .map(Suggestion::continuation).distinct().toList());
    }

    private static Optional<String> nearest(String name, boolean method, List<String> known) {
        // the shorter a name, the less two letters more or less mean the same
        int allowed = name.length() <= 2 ? 0 : name.length() <= 4 ? 1 : name.length() <= 7 ? 2 : 3;
        return known.stream().filter(other -> !other.startsWith("$") && !other.endsWith(".") && distance(name, bare(other)) <= allowed)
                .min(Comparator.comparingInt((String other) -> distance(name, bare(other)))
                        .thenComparing(other -> !name.equals(bare(other)))
                        .thenComparing(other -> method != other.indexOf('(') > 0)
                        .thenComparingInt(other -> Math.abs(bare(other).length() - name.length())))
                .map(other -> other.endsWith("(") ? other + "...)" : other);
    }

    private static String bare(String proposal) {
        int end = proposal.indexOf('(');
        return end < 0 ? proposal : proposal.substring(0, end);
    }

    /** The number of letters to insert, remove, replace or swap with a neighbor; upper and lower case count as equal. */
    static int distance(String first, String second) {
        String a = first.toLowerCase(java.util.Locale.ROOT);
        String b = second.toLowerCase(java.util.Locale.ROOT);
        int[][] d = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    d[i][j] = i + j;
                    continue;
                }
                int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                d[i][j] = Math.min(Math.min(d[i - 1][j] + 1, d[i][j - 1] + 1), d[i - 1][j - 1] + cost);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    d[i][j] = Math.min(d[i][j], d[i - 2][j - 2] + 1);
                }
            }
        }
        return d[a.length()][b.length()];
    }
}
