package io.larmor.kernel.assist;

import io.larmor.kernel.help.Signature;
import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.WordGuide;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.lang.model.SourceVersion;
import jdk.jshell.SourceCodeAnalysis.Suggestion;

/**
 * Completes code at a cursor. Behind a dot come the setters of a fluent class, its other members, inherited ones, those
 * of every object; elsewhere what usually stands at this place, the user's own names, the words of libraries, keywords,
 * types, packages. What fits the expected type comes first among its equals.
 */
public final class Completer {

    private static final int LIMIT = 400;
    private static final Pattern MAGIC_NAME = Pattern.compile("%{1,2}[\\w-]*");
    private static final Pattern MAGIC_LINE = Pattern.compile("%{1,2}([A-Za-z][\\w-]*)\\s(.*)", Pattern.DOTALL);
    private static final Pattern TROUBLE = Pattern.compile("(?:Exception|Error)(?:\\(\\)?)?$");
    private static final Set<String> LITERALS = Set.of("true", "false", "null");

    private final Engine engine;
    private final Magics magics;
    private final Iterable<WordGuide> guides;
    private final TypeNames types;

    /** @param guides asked in turn for what usually stands in a call's brackets */
    public Completer(Engine engine, Magics magics, Iterable<WordGuide> guides, TypeNames types) {
        this.engine = engine;
        this.magics = magics;
        this.guides = guides;
        this.types = types;
    }

    /**
     * One proposal.
     *
     * @param type what it is: function, instance, class, keyword, module, magic or path
     * @param signature its arguments and type; empty where there are none
     */
    public record Item(String text, String type, String signature) {
    }

    /** Proposals that replace the code from {@code start} up to the cursor. */
    public record Completions(int start, List<Item> items) {
    }

    private record Ranked(Item item, int rank) {
    }

    /** Proposals at a cursor, a UTF-16 offset. */
    public Completions complete(String code, int cursor) {
        String typed = code.substring(code.lastIndexOf('\n', cursor - 1) + 1, cursor).stripLeading();
        Completions magic = typed.startsWith("%") ? magic(typed, cursor) : null;
        if (magic != null) {
            return magic;
        }
        int comment = FileNames.openLiteral(code.substring(0, cursor));
        if (comment >= 0 && code.charAt(comment) == '/') {
            return new Completions(cursor, List.of());
        }
        CodeContext context = CodeContext.before(engine, code, cursor);
        String java = context.java();
        int literal = FileNames.openLiteral(java);
        return literal < 0 ? code(context, code, cursor) : inLiteral(java.substring(literal), cursor);
    }

    private static Completions inLiteral(String literal, int cursor) {
        if (!literal.startsWith("\"") || literal.startsWith("\"\"\"")) {
            return new Completions(cursor, List.of());
        }
        String path = literal.substring(1);
        int start = cursor - path.length() + path.lastIndexOf('/') + 1;
        return new Completions(start, FileNames.beginning(path).stream().map(name -> new Item(name, "path", "")).toList());
    }

    private Completions code(CodeContext context, String code, int cursor) {
        String java = context.java();
        int[] anchor = new int[1];
        List<Suggestion> suggestions = engine.analyze((shell, analysis) ->
                analysis.completionSuggestions(java, java.length(), anchor));
        int start = suggestions.isEmpty() ? wordStart(code, cursor) : anchor[0] + context.shift();
        String typed = code.substring(start, cursor);
        // what fits the expected type, and what does not
        Map<String, Boolean> texts = new LinkedHashMap<>();
        suggestions.forEach(s -> texts.merge(s.continuation(), s.matchesType(), Boolean::logicalOr));
        boolean member = java.substring(0, java.length() - typed.length()).stripTrailing().endsWith(".");
        List<Ranked> ranked = member ? members(java.substring(0, java.length() - typed.length()), texts)
                : words(context, java, typed, texts);
        List<Item> items = ranked.stream().filter(r -> r.item().text().startsWith(typed))
                .filter(r -> !r.item().text().startsWith("$") || typed.startsWith("$"))
                .sorted(Comparator.comparingInt(Ranked::rank)).map(Ranked::item).limit(LIMIT).toList();
        return new Completions(start, items);
    }

    private List<Ranked> members(String upToDot, Map<String, Boolean> texts) {
        Members members = engine.analyze((shell, analysis) ->
                Members.of(analysis, types, upToDot, List.copyOf(texts.keySet())));
        var ranked = new ArrayList<Ranked>();
        texts.forEach((text, fits) -> {
            Members.Rank rank = members.rank(text);
            int order = 2 * rank.ordinal() + (fits ? 0 : 1);
            ranked.add(new Ranked(new Item(text, memberType(text), members.signature(text)), order));
        });
        return ranked;
    }

    private static String memberType(String text) {
        if (text.endsWith("(") || text.endsWith(")")) {
            return "function";
        }
        if (SourceVersion.isKeyword(text)) {
            return "keyword";
        }
        boolean constant = text.equals(text.toUpperCase(java.util.Locale.ROOT));
        return Character.isUpperCase(text.codePointAt(0)) && !constant ? "class" : "instance";
    }

    /** The order of what stands without a dot before it. */
    private enum Group { EXPECTED, OWN, LIBRARY, OWN_TYPE, KEYWORD, TYPE, TROUBLE, PACKAGE }

    private List<Ranked> words(CodeContext context, String java, String typed, Map<String, Boolean> texts) {
        var ranked = new ArrayList<Ranked>();
        Map<String, String> own = ownNames(context);
        Map<String, Members> library = new HashMap<>();
        for (Class<?> type : types.staticImports()) {
            Members members = Members.of(type);
            for (var method : type.getMethods()) {
                library.putIfAbsent(method.getName(), members);
            }
        }
        var expected = new ArrayList<String>();
        for (String text : expected(java, typed)) {
            if (texts.containsKey(text) || text.startsWith("\"")) {
                ranked.add(new Ranked(word(text, Group.EXPECTED, own, library), -1000 + ranked.size()));
                expected.add(text);
            }
        }
        if (!typed.isEmpty()) {
            context.names().forEach(name -> texts.putIfAbsent(name, true));
        }
        texts.forEach((text, fits) -> {
            if (!expected.contains(text)) {
                Group group = group(text, java, own, library);
                ranked.add(new Ranked(word(text, group, own, library), group.ordinal() + (fits ? 0 : 10)));
            }
        });
        return ranked;
    }

    private static Group group(String text, String java, Map<String, String> own, Map<String, Members> library) {
        String bare = bare(text);
        if (own.containsKey(bare)) {
            return Character.isUpperCase(text.codePointAt(0)) && own.get(bare).isEmpty() ? Group.OWN_TYPE : Group.OWN;
        }
        if (library.containsKey(bare) && text.indexOf('(') > 0) {
            return Group.LIBRARY;
        }
        if (SourceVersion.isKeyword(text) || LITERALS.contains(text)) {
            return Group.KEYWORD;
        }
        if (Character.isUpperCase(text.codePointAt(0))) {
            return TROUBLE.matcher(text).find() ? Group.TROUBLE : Group.TYPE;
        }
        // what is left are packages, and names of the code around the cursor such as a lambda's
        return java.matches("(?s).*\\b" + Pattern.quote(text) + "\\b.*") ? Group.OWN : Group.PACKAGE;
    }

    private static Item word(String text, Group group, Map<String, String> own, Map<String, Members> library) {
        String bare = bare(text);
        String signature = own.getOrDefault(bare, library.containsKey(bare) && text.indexOf('(') > 0
                ? library.get(bare).signature(text) : "");
        String type = switch (group) {
            case KEYWORD -> "keyword";
            case PACKAGE -> "module";
            case TYPE, TROUBLE, OWN_TYPE -> "class";
            default -> text.indexOf('(') > 0 ? "function" : "instance";
        };
        return new Item(text, type, signature);
    }

    /** The session's and the cell's names with their types. */
    private Map<String, String> ownNames(CodeContext context) {
        return engine.analyze((shell, analysis) -> {
            var names = new HashMap<String, String>();
            context.names().forEach(name -> names.put(bare(name), ""));
            shell.types().forEach(type -> names.put(type.name(), ""));
            shell.methods().forEach(method -> names.put(method.name(), method.signature()));
            shell.variables().forEach(variable -> names.put(variable.name(), variable.typeName()));
            return names;
        });
    }

    /** What usually stands at this place of a call. */
    private List<String> expected(String java, String typed) {
        CallSite call = CallSite.around(java.substring(0, java.length() - typed.length()));
        if (call == null || !guides.iterator().hasNext()
                || !java.substring(0, java.length() - typed.length()).stripTrailing().matches("(?s).*[(,]")) {
            return List.of();
        }
        String before = java.substring(0, call.open() + 1);
        var texts = new ArrayList<String>();
        engine.analyze((shell, analysis) -> analysis.documentation(before, before.length(), false)).forEach(found -> {
            String word = Signature.of(found.signature()).word();
            guides.forEach(guide -> guide.arguments(word, call.argument()).stream().filter(t -> !texts.contains(t))
                    .forEach(texts::add));
        });
        return texts;
    }

    private static int wordStart(String code, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(code.charAt(start - 1))) {
            start--;
        }
        return start;
    }

    private static String bare(String text) {
        int open = text.indexOf('(');
        return open < 0 ? text : text.substring(0, open);
    }

    /** Names of magics, or what a magic knows about its arguments; null for none. */
    private Completions magic(String typed, int cursor) {
        if (MAGIC_NAME.matcher(typed).matches()) {
            String percents = typed.startsWith("%%") ? "%%" : "%";
            List<Item> items = magics.all().stream()
                    .filter(m -> (percents + m.name()).startsWith(typed) && m.usage().contains(percents + m.name()))
                    .map(m -> new Item(percents + m.name(), "magic", m.help())).toList();
            return new Completions(cursor - typed.length(), items);
        }
        Matcher line = MAGIC_LINE.matcher(typed);
        Magic called = line.matches() ? magics.all().stream().filter(m -> m.name().equals(line.group(1))).findFirst()
                .orElse(null) : null;
        if (called == null) {
            return null;
        }
        String arguments = line.group(2).stripLeading();
        String last = arguments.substring(lastBlank(arguments) + 1);
        List<String> proposed = called.complete(arguments);
        return proposed.isEmpty() ? null : new Completions(cursor - last.length(), proposed.stream()
                .filter(text -> text.startsWith(last)).map(text -> new Item(text, "magic", "")).toList());
    }

    private static int lastBlank(String text) {
        return Math.max(text.lastIndexOf(' '), text.lastIndexOf('\t'));
    }
}
