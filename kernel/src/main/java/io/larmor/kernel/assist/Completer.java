package io.larmor.kernel.assist;

import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.spi.Magic;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/** Completes code at a cursor; what every object has comes last. */
public final class Completer {

    private static final int LIMIT = 400;
    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals(", "getClass()", "hashCode()", "notify()",
            "notifyAll()", "toString()", "wait(", "wait()");

    private final Engine engine;
    private final Magics magics;

    public Completer(Engine engine, Magics magics) {
        this.engine = engine;
        this.magics = magics;
    }

    /** One proposal and what it is: function, instance, class, keyword, magic or module. */
    public record Item(String text, String type) {
    }

    /** Proposals that replace the code from {@code start} up to the cursor. */
    public record Completions(int start, List<Item> items) {
    }

    /** Proposals at a cursor, a UTF-16 offset. */
    public Completions complete(String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String line = code.substring(lineStart, cursor);
        String stripped = line.stripLeading();
        if (stripped.matches("%{1,2}[\\w-]*")) {
            return magic(stripped, cursor);
        }
        CodeContext context = CodeContext.before(engine, code, cursor);
        int[] anchor = new int[1];
        List<Suggestion> suggestions = engine.analyze((shell, analysis) ->
                analysis.completionSuggestions(context.java(), context.java().length(), anchor));
        int start = suggestions.isEmpty() ? wordStart(code, cursor) : anchor[0] + context.shift();
        String typed = code.substring(start, cursor);
        Set<String> variables = engine.analyze((shell, analysis) ->
                shell.variables().map(v -> v.name()).collect(Collectors.toCollection(HashSet::new)));
        variables.addAll(context.names());
        boolean afterDot = start > 0 && code.charAt(start - 1) == '.';
        var texts = new LinkedHashSet<String>();
        if (!afterDot && start < cursor) {
            texts.addAll(context.names());
        }
        suggestions.stream().filter(Suggestion::matchesType).forEach(s -> texts.add(s.continuation()));
        suggestions.forEach(s -> texts.add(s.continuation()));
        var items = new ArrayList<Item>();
        for (String text : texts) {
            if (text.startsWith(typed) && !(text.startsWith("$") && !typed.startsWith("$"))) {
                items.add(new Item(text, type(text, variables, afterDot)));
            }
        }
        items.sort(Comparator.comparing(item -> afterDot && OF_EVERY_OBJECT.contains(item.text())));
        return new Completions(start, List.copyOf(items.subList(0, Math.min(LIMIT, items.size()))));
    }

    private static int wordStart(String code, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private Completions magic(String typed, int cursor) {
        String percents = typed.startsWith("%%") ? "%%" : "%";
        var items = new ArrayList<Item>();
        for (Magic magic : magics.all()) {
            String text = percents + magic.name();
            if (text.startsWith(typed) && magic.usage().contains(text)) {
                items.add(new Item(text, "magic"));
            }
        }
        return new Completions(cursor - typed.length(), items);
    }

    private static String type(String text, Set<String> variables, boolean afterDot) {
        if (text.endsWith("(") || text.endsWith(")")) {
            return "function";
        }
        if (variables.contains(text)) {
            return "instance";
        }
        if (SourceVersion.isKeyword(text)) {
            return "keyword";
        }
        if (Character.isUpperCase(text.codePointAt(0))) {
            return text.equals(text.toUpperCase(java.util.Locale.ROOT)) && afterDot ? "instance" : "class";
        }
        return afterDot ? "instance" : "module";
    }
}
