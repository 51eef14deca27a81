package io.larmor.kernel.hint;

import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is right in Python (or another language) and how Java says it. */
final class PythonHabits {

    /** A line that does not compile and looks like this, and what to write instead; {@code $1} is the pattern's group. */
    private record Habit(Pattern line, String advice) {

        Habit(String line, String advice) {
            this(Pattern.compile(line), advice);
        }
    }

    private static final List<Habit> HABITS = List.of(
            new Habit("^\\s*def\\s+(\\w+)\\s*\\(", "A method is written with types and braces: double $1(double x) { return 2 * x; }"),
            new Habit("^\\s*for\\s+(\\w+)\\s+in\\s+range\\b", "A loop over numbers is: for (int $1 = 0; $1 < n; $1++) { ... }"),
            new Habit("^\\s*for(?:each)?\\s*\\(?\\s*(?:\\w+\\s+)?(\\w+)\\s+in\\s", "A loop over elements is: for (var $1 : list) { ... }"),
            new Habit("^\\s*foreach\\b", "A loop over elements is: for (var x : list) { ... }"),
            new Habit("^\\s*elif\\b", "Java writes: else if (condition) { ... }"),
            new Habit("^\\s*(if|while)\\b[^{]*:\\s*(?://.*)?$", "The condition stands in brackets, the block in braces: $1 (x > 0) { ... }"),
            new Habit("^\\s*(else|try|finally)\\s*:", "Blocks stand in braces: $1 { ... }"),
            new Habit("^\\s*except\\b", "Java writes: catch (Exception e) { ... }"),
            new Habit("^\\s*with\\s+.+:\\s*$", "Java writes: try (var in = ...) { ... }"),
            new Habit("^\\s*class\\s+(\\w+).*:\\s*$", "Blocks stand in braces: class $1 { ... }"),
            new Habit("^\\s*raise\\b", "Java writes: throw new IllegalArgumentException(\"what is wrong\");"),
            new Habit("^\\s*from\\s+\\S+\\s+import\\b|^\\s*import\\s+\\w+\\s*(?:as\\s.*)?;?\\s*$",
                    "Imports name classes: import java.util.List; much is imported already (the library, java.util, streams, files)."),
            new Habit("^\\s*print\\s+[^(=\\s]", "Java prints with System.out.println(...); the last value of a cell shows by itself."),
            new Habit("\\blambda\\s+(\\w+)\\s*:\\s*([^,)]+)", "A function is written with an arrow: $1 -> $2"),
            new Habit("\\bf\"[^\"]*\"", "Java puts values into text with String.format(\"%.2f mT\", b), or with +: \"b = \" + b"),
            new Habit("([\\w.)\\]]+)\\s*\\*\\*\\s*([\\w.(]+)", "Powers are Math.pow($1, $2); x * x is best for squares."),
            new Habit("\\w\\[[^\\]\\[?]*:[^\\]\\[]*\\]",
                    "Parts are taken with list.subList(1, 3), Arrays.copyOfRange(array, 1, 3) or text.substring(1, 3)."),
            new Habit("=\\s*(\\d+),(\\d+)\\s*;?\\s*$", "Decimals are written with a point: $1.$2"),
            new Habit("=\\s*\\[[^\\]]*\\]", "A list is List.of(1, 2, 3), an array new double[] {1, 2, 3}."),
            new Habit("\\{\\s*(?:'[^']*'|\"[^\"]*\")\\s*:", "A map is Map.of(\"a\", 1, \"b\", 2)."),
            new Habit("=\\s*(\\S+)\\s+if\\s+(.+?)\\s+else\\s+([^\\s;]+)", "A choice is: $2 ? $1 : $3"),
            new Habit("(?<!\\w)if\\s*\\(.*\\)\\s*then\\b", "Java has no then: if (x > 0) { ... }"),
            new Habit("\\bnot\\s+(\\w+)", "Java writes !$1 for not."),
            new Habit("[\\w)\\]]\\s+and\\s+[\\w(!]", "Java writes && for and."),
            new Habit("[\\w)\\]]\\s+or\\s+[\\w(!]", "Java writes || for or."),
            new Habit("^\\s*(?:let|const)\\s", "Declare with a type or var: var x = 5; final for what never changes."));

    private static final Map<String, String> SYMBOLS = Map.ofEntries(
            Map.entry("True", "Java writes true."),
            Map.entry("False", "Java writes false."),
            Map.entry("None", "Java writes null; for a missing value there is Optional."),
            Map.entry("nil", "Java writes null."),
            Map.entry("print", "Java prints with System.out.println(...); the last value of a cell shows by itself."),
            Map.entry("println", "Java prints with System.out.println(...); the last value of a cell shows by itself."),
            Map.entry("printf", "Java prints with System.out.printf(\"%.2f%n\", x)."),
            Map.entry("len", "The length is list.size(), array.length or text.length()."),
            Map.entry("range", "Numbers in a row are IntStream.range(0, n); a loop is for (int i = 0; i < n; i++) { ... }"),
            Map.entry("str", "A value becomes text with String.valueOf(x), or \"\" + x; the type is String."),
            Map.entry("string", "The type is String, with a capital S."),
            Map.entry("bool", "The type is boolean."),
            Map.entry("let", "Declare with a type or var: var x = 5;"),
            Map.entry("auto", "Declare with var: var x = 5;"),
            Map.entry("pass", "An empty block is enough in Java: { }"),
            Map.entry("self", "Java writes this."),
            Map.entry("math", "The class is Math: Math.sqrt(2), Math.PI."),
            Map.entry("np", "There is no numpy here: Math has the functions, Arrays and streams work on arrays."),
            Map.entry("plt", "Charts are Plot.line(x, xs, y, ys) and its kin."),
            Map.entry("not", "Java writes ! for not."),
            Map.entry("elif", "Java writes: else if (condition) { ... }"),
            Map.entry("function", "A method is written with types: double f(double x) { return 2 * x; }"));

    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+)\\s+(\\w+)");

    private PythonHabits() {
    }

    static Optional<String> advise(Outcome.Problem problem, Origin origin) {
        if (problem.message().contains("'#'")) {
            return Optional.of("Comments begin with // in Java.");
        }
        Matcher symbol = SYMBOL.matcher(problem.message());
        if (symbol.find()) {
            return ofSymbol(symbol.group(1), symbol.group(2), origin, problem);
        }
        // other complaints than those about the grammar are about something else in the line
        return JavaSlips.isGrammar(problem) ? ofLine(Hints.line(problem, origin)) : Optional.empty();
    }

    private static Optional<String> ofLine(String line) {
        for (Habit habit : HABITS) {
            Matcher found = habit.line().matcher(line);
            if (found.find()) {
                String advice = habit.advice();
                for (int group = found.groupCount(); group > 0; group--) {
                    advice = advice.replace("$" + group, String.valueOf(found.group(group)).strip());
                }
                return Optional.of(advice);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> ofSymbol(String kind, String name, Origin origin, Outcome.Problem problem) {
        if (SYMBOLS.containsKey(name)) {
            return Optional.of(SYMBOLS.get(name));
        }
        String line = Hints.line(problem, origin);
        if (kind.equals("method") && Arrays.stream(Math.class.getMethods()).anyMatch(m -> m.getName().equals(name))) {
            return Optional.of("It is a method of Math: Math." + name + "(...)");
        }
        Matcher assigned = Pattern.compile("(?:^|;)\\s*" + name + "\\s*=\\s*([^=].*?);?\\s*$").matcher(line);
        if (kind.equals("variable") && assigned.find()) {
            return Optional.of("A new variable is declared: var " + name + " = " + assigned.group(1) + ";");
        }
        if (kind.equals("variable") && line.matches(".*\\bfor\\s*\\(\\s*" + name + "\\s*=.*")) {
            return Optional.of("Declare the counter: for (int " + name + " = 0; ...)");
        }
        return Optional.empty();
    }
}
