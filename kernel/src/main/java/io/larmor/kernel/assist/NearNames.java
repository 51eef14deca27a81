package io.larmor.kernel.assist;

import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import jdk.jshell.SourceCodeAnalysis.QualifiedNames;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** For a name that the compiler does not know: which name was probably meant, or what to import. */
public final class NearNames {

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(?:variable|method|class|interface)\\s+(\\w+)");

    private final Engine engine;

    public NearNames(Engine engine) {
        this.engine = engine;
    }

    /** Advice for one complaint of the compiler. */
    Optional<String> advise(Outcome.Problem problem, Origin origin) {
        Matcher symbol = SYMBOL.matcher(problem.message());
        if (!symbol.find()) {
            return Optional.empty();
        }
        String name = symbol.group(1);
        String text = origin.text();
        int at = text.lastIndexOf(name, Math.max(0, Math.min(problem.end(), text.length()) - 1));
        if (at < origin.start()) {
            return Optional.empty();
        }
        boolean member = at > 0 && text.charAt(at - 1) == '.';
        String before = text.substring(origin.start(), at);
        String typed = member ? before : before + name.charAt(0);
        return engine.analyze((shell, analysis) -> {
            List<String> known = analysis.completionSuggestions(typed, typed.length(), new int[1]).stream()
                    .map(Suggestion::continuation).distinct().toList();
            Optional<String> near = nearest(name, known);
            if (near.isPresent()) {
                return Optional.of("Did you mean " + near.get() + "?");
            }
            QualifiedNames qualified = analysis.listQualifiedNames(before + name, before.length() + name.length());
            return member || qualified.getNames().isEmpty() ? Optional.<String>empty()
                    : Optional.of("Perhaps: import " + qualified.getNames().get(0) + ";");
        });
    }

    private static Optional<String> nearest(String name, List<String> known) {
        int allowed = name.length() <= 3 ? 1 : name.length() <= 7 ? 2 : 3;
        return known.stream().filter(other -> distance(name, bare(other)) <= allowed)
                .min(Comparator.comparingInt(other -> distance(name, bare(other))))
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
