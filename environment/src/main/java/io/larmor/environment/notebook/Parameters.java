package io.larmor.environment.notebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values given to a notebook from outside, by papermill's convention: the cell tagged {@code parameters} declares them
 * with their defaults, and a cell tagged {@code injected-parameters} after it assigns what was given.
 */
public final class Parameters {

    static final String INJECTED = "injected-parameters";

    private static final Pattern DECLARATION = Pattern.compile(
            "(?:final\\s+)?([A-Za-z_$][\\w$.]*(?:\\s*<.*>)?(?:\\s*\\[\\s*])*)\\s+([A-Za-z_$][\\w$]*)\\s*=\\s*(\\S.*)",
            Pattern.DOTALL);
    private static final Pattern FURTHER = Pattern.compile("([A-Za-z_$][\\w$]*)\\s*=\\s*(\\S.*)", Pattern.DOTALL);

    private Parameters() {
    }

    /** The parameters that a notebook declares, by name, in order. */
    public static Map<String, Parameter> declared(Notebook notebook) {
        return notebook.parametersCell().map(cell -> declared(cell.source())).orElse(Map.of());
    }

    static Map<String, Parameter> declared(String source) {
        var found = new LinkedHashMap<String, Parameter>();
        for (String statement : split(withoutComments(source), ';')) {
            String type = null;
            for (String part : split(statement, ',')) {
                Matcher declaration = (type == null ? DECLARATION : FURTHER).matcher(part.strip());
                if (!declaration.matches()) {
                    break;
                }
                int shift = type == null ? 1 : 0;
                type = type == null ? declaration.group(1) : type;
                String name = declaration.group(1 + shift);
                found.put(name, Parameter.declared(type, name, declaration.group(2 + shift).strip()));
            }
        }
        return found;
    }

    /**
     * Puts the values into the notebook.
     *
     * @throws IllegalArgumentException when the notebook does not declare one of them, or a value is not of its type
     */
    public static void inject(Notebook notebook, Map<String, String> values) {
        if (values.isEmpty()) {
            return;
        }
        Map<String, Parameter> declared = declared(notebook);
        Cell place = notebook.parametersCell().orElseThrow(() -> new IllegalArgumentException(notebook.name()
                + " takes no parameters: it has no cell tagged \"parameters\""));
        String code = values.entrySet().stream().map(value -> {
            Parameter parameter = declared.get(value.getKey());
            if (parameter == null) {
                throw new IllegalArgumentException(notebook.name() + " has no parameter " + value.getKey()
                        + "; it declares " + listed(declared));
            }
            return parameter.assignment(value.getValue());
        }).collect(Collectors.joining("\n"));
        notebook.insertAfter(place, code, INJECTED);
    }

    private static String listed(Map<String, Parameter> declared) {
        return declared.isEmpty() ? "none" : declared.values().stream()
                .map(parameter -> parameter.name() + " = " + parameter.initial())
                .collect(Collectors.joining(", "));
    }

    /** Splits where the character stands outside strings and brackets. */
    private static List<String> split(String code, char separator) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int begin = 0;
        for (int i = 0; i < code.length(); i++) {
            char c = code.charAt(i);
            if (c == '"' || c == '\'') {
                i = afterLiteral(code, i) - 1;
            } else if ("([{".indexOf(c) >= 0) {
                depth++;
            } else if (")]}".indexOf(c) >= 0) {
                depth--;
            } else if (c == separator && depth == 0 && !(separator == ',' && insideTypeArguments(code, begin, i))) {
                parts.add(code.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(code.substring(begin));
        return parts;
    }

    /** Whether a comma before the equals sign separates type arguments, as in {@code Map<String, Double> m = ...}. */
    private static boolean insideTypeArguments(String code, int begin, int comma) {
        String before = code.substring(begin, comma);
        return before.indexOf('<') >= 0 && before.indexOf('=') < 0;
    }

    private static String withoutComments(String code) {
        var kept = new StringBuilder(code.length());
        int i = 0;
        while (i < code.length()) {
            int end = i + 1;
            if (code.charAt(i) == '"' || code.charAt(i) == '\'') {
                end = afterLiteral(code, i);
                kept.append(code, i, end);
            } else if (code.startsWith("//", i)) {
                end = code.indexOf('\n', i);
                end = end < 0 ? code.length() : end;
            } else if (code.startsWith("/*", i)) {
                end = code.indexOf("*/", i + 2);
                end = end < 0 ? code.length() : end + 2;
                kept.append(' ');
            } else {
                kept.append(code.charAt(i));
            }
            i = end;
        }
        return kept.toString();
    }

    private static int afterLiteral(String code, int begin) {
        String quote = code.startsWith("\"\"\"", begin) ? "\"\"\"" : code.substring(begin, begin + 1);
        for (int i = begin + quote.length(); i < code.length(); i++) {
            if (code.charAt(i) == '\\') {
                i++;
            } else if (code.startsWith(quote, i)) {
                return i + quote.length();
            }
        }
        return code.length();
    }
}
