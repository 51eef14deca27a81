package io.larmor.kernel.hint;

import io.larmor.kernel.shell.Origin;
import io.larmor.kernel.shell.Outcome;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Mistakes that are common in Java, by what the compiler says of them. */
final class JavaSlips {

    private static final Pattern CONVERSION = Pattern.compile(
            "incompatible types: (?:possible lossy conversion from )?([\\w.<>\\[\\]]+) (?:cannot be converted )?to ([\\w.<>\\[\\]]+)");
    private static final Pattern ARRAY = Pattern.compile("array required, but (?:[a-z]\\w*\\.)*(\\w+)");
    private static final Pattern UNREPORTED = Pattern.compile("unreported exception (?:[a-z]\\w*\\.)*(\\w+)");
    private static final Pattern ABSTRACT = Pattern.compile("(\\w+) is abstract; cannot be instantiated");
    private static final Pattern PRIVATE = Pattern.compile("(\\w+) has private access in");
    private static final Pattern PRIMITIVE = Pattern.compile("found:\\s+(int|long|double|boolean|char|float|byte|short)");
    private static final Pattern WITHOUT_NEW = Pattern.compile("(?<!new )(?<![\\w.])([A-Z]\\w*<[^>]*>)\\s*\\(");
    private static final Pattern FRACTION = Pattern.compile(
            "\\b(?:double|float)\\s+\\w+\\s*=\\s*[^;\"]*?(?<![\\w.])(\\d+)\\s*/\\s*(\\d+)(?![\\w.])");
    private static final Map<String, String> WRAPPERS = Map.of("int", "Integer", "long", "Long", "double", "Double",
            "boolean", "Boolean", "char", "Character", "float", "Float", "byte", "Byte", "short", "Short");
    private static final Map<String, String> MADE = Map.of("List", "new ArrayList<>(), or List.of(1, 2, 3)",
            "Map", "new HashMap<>(), or Map.of(\"a\", 1)", "Set", "new HashSet<>(), or Set.of(1, 2)",
            "Queue", "new ArrayDeque<>()", "Deque", "new ArrayDeque<>()");

    private JavaSlips() {
    }

    /** Whether a complaint is about the grammar, so that all that follow from it mean little. */
    static boolean isGrammar(Outcome.Problem problem) {
        return problem.message().matches("(?s).*(?: expected|illegal start of|not a statement|end of file|without '|orphaned|"
                + "illegal character|literal|malformed|invalid method declaration).*")
                && !problem.message().startsWith("incompatible");
    }

    static Optional<String> advise(Outcome.Problem problem, Origin origin) {
        String message = problem.message();
        String line = Hints.line(problem, origin);
        Matcher conversion = CONVERSION.matcher(message);
        if (conversion.find()) {
            return conversion(plain(conversion.group(1)), plain(conversion.group(2)), line, code(problem, origin));
        }
        Matcher withoutNew = WITHOUT_NEW.matcher(line);
        if (isGrammar(problem) && withoutNew.find()) {
            return Optional.of("Objects are made with new: new " + withoutNew.group(1) + "(...)");
        }
        if (message.contains("';' expected")) {
            String rest = line.substring(Math.min(line.length(), column(problem, origin))).strip();
            return Optional.of(rest.isEmpty() || rest.startsWith("}") ? "A ; is missing at the mark."
                    : "Two statements on one line need a ; between them.");
        }
        Matcher found = ARRAY.matcher(message);
        if (found.find()) {
            String type = found.group(1);
            return Optional.of(type.endsWith("Map") ? "A map is asked with get: map.get(key); put(key, value) sets."
                    : type.equals("String") ? "A text's characters: text.charAt(0)." : "A list is asked with get: list.get(0).");
        }
        found = UNREPORTED.matcher(message);
        if (found.find()) {
            return unreported(found.group(1), origin.text().substring(origin.start(), Math.max(origin.start(), problem.start())));
        }
        found = ABSTRACT.matcher(message);
        if (found.find() && MADE.containsKey(found.group(1))) {
            return Optional.of(found.group(1) + " is an interface; make " + MADE.get(found.group(1)) + ".");
        }
        found = PRIVATE.matcher(message);
        if (found.find()) {
            String name = found.group(1);
            return Optional.of(line.matches(".*\\b" + name + "\\s*=[^=].*")
                    ? "Setters give a changed copy: x = x." + name + "(...);" : "Call it as a method: " + name + "()");
        }
        return other(message, line);
    }

    private static Optional<String> other(String message, String line) {
        if (message.contains("unexpected type") && message.contains("required: reference")) {
            Matcher primitive = PRIMITIVE.matcher(message);
            return primitive.find() ? Optional.of("Type parameters are classes: " + WRAPPERS.get(primitive.group(1))
                    + " instead of " + primitive.group(1) + ".") : Optional.empty();
        }
        if (message.contains("missing return statement")) {
            return Optional.of("Each way through the method must end in return.");
        }
        if (message.matches("(?s)(?:int|long|double|boolean|char|float) cannot be dereferenced.*")) {
            return Optional.of("A number is no object and has no methods; Math and the classes Integer and Double have.");
        }
        if (message.contains("not a functional interface") || message.contains("lambda expression not expected here")) {
            return Optional.of("A function needs a type: DoubleUnaryOperator f = x -> x + 1;");
        }
        if (message.contains("might not have been initialized")) {
            return Optional.of("Give it a value where it is declared.");
        }
        if (message.contains("bad operand types") && line.matches(".*[\\w\\])]\\s*[-*/+]\\s*[\\w(\\[].*")) {
            return Optional.of("Operators work on numbers, and + on texts; for arrays use a loop or Arrays.stream(a).map(x -> 2 * x).");
        }
        return Optional.empty();
    }

    private static Optional<String> conversion(String from, String to, String line, String code) {
        if (to.equals("boolean")) {
            boolean assigns = code.matches("[^=!<>]*[^=!<>]=[^=].*");
            return Optional.of(assigns ? "Equality is ==, a single = assigns." : "A condition is true or false: x != 0, for example.");
        }
        if (from.equals("String") && !line.matches(".*\\bfor\\s*\\(.*:.*")) {
            return Optional.ofNullable(Map.of("int", "Integer.parseInt(", "long", "Long.parseLong(", "double",
                    "Double.parseDouble(").get(to)).map(parse -> "A text becomes a number with " + parse + code + ")")
                    .or(() -> to.equals("char") ? Optional.of("A character stands in single quotes: 'a'.") : Optional.empty());
        }
        if (to.equals("String") && from.matches("int|long|double|float|boolean|char")) {
            return Optional.of("A value becomes text with String.valueOf(" + code + "), or \"\" + " + code);
        }
        if (to.equals("float") && from.equals("double")) {
            return Optional.of("Declare it as double, or write " + (code.matches("[\\d.eE-]+") ? code : "2.5") + "f.");
        }
        if (to.matches("int|long") && from.matches("double|float|long")) {
            return Optional.of("Declare it as " + from + ", or cut it: (" + to + ") " + (code.matches("[\\w.]+(?:\\([^()]*\\))?")
                    ? code : "(" + code + ")") + (from.equals("long") ? "" : "; Math.round(x) rounds."));
        }
        return Optional.empty();
    }

    private static Optional<String> unreported(String exception, String before) {
        boolean inLambda = before.lastIndexOf("->") > before.lastIndexOf(';');
        return Optional.of(inLambda || before.contains("->")
                ? "Inside of a lambda it must be caught: try { ... } catch (" + exception + " e) { throw new RuntimeException(e); }"
                : "Add it to the method's head, throws " + exception + ", or catch it: try { ... } catch (" + exception + " e) { ... }");
    }

    static Optional<String> remark(String code) {
        Matcher fraction = FRACTION.matcher(code);
        while (fraction.find()) {
            long above = Long.parseLong(shortened(fraction.group(1)));
            long below = Long.parseLong(shortened(fraction.group(2)));
            if (below != 0 && above % below != 0) {
                return Optional.of(fraction.group(1) + " / " + fraction.group(2) + " divides whole numbers and gives " + above / below
                        + "; write " + fraction.group(1) + ".0 / " + fraction.group(2) + " for a fraction");
            }
        }
        return Optional.empty();
    }

    private static String shortened(String digits) {
        return digits.substring(0, Math.min(15, digits.length()));
    }

    private static String plain(String type) {
        return type.replaceAll("(?:[a-z]\\w*\\.)+(?=[A-Z])", "");
    }

    private static int column(Outcome.Problem problem, Origin origin) {
        int start = Math.min(problem.start(), origin.text().length());
        return start - (origin.text().lastIndexOf('\n', start - 1) + 1);
    }

    /** What the complaint is about. */
    private static String code(Outcome.Problem problem, Origin origin) {
        int length = origin.text().length();
        int start = Math.max(0, Math.min(problem.start(), length));
        String code = origin.text().substring(start, Math.max(start, Math.min(problem.end(), length))).strip();
        return code.isEmpty() ? "x" : code;
    }
}
