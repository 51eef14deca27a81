package io.larmor.environment.notebook;

import java.util.regex.Pattern;

/**
 * A variable that a notebook's {@code parameters} cell declares.
 *
 * @param name the variable
 * @param type its type as far as values are checked: {@code int}, {@code long}, {@code double}, {@code boolean},
 *     {@code String}, or the declared type as written, for which values are Java expressions
 * @param initial the Java expression that the cell gives it
 */
public record Parameter(String name, String type, String initial) {

    private static final Pattern INTEGER = Pattern.compile("[+-]?\\d[\\d_]*");
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d[\\d_]*\\.?[\\d_]*|\\.\\d[\\d_]*)([eE][+-]?\\d+)?");

    /** Reads the type that {@code var} stands for from the initial value, where that is a plain literal. */
    static Parameter declared(String type, String name, String initial) {
        return new Parameter(name, type.equals("var") ? inferred(initial) : plain(type), initial);
    }

    private static String plain(String type) {
        return switch (type) {
            case "Integer", "short", "byte" -> "int";
            case "Long" -> "long";
            case "Double", "float", "Float" -> "double";
            case "Boolean" -> "boolean";
            case "java.lang.String" -> "String";
            default -> type;
        };
    }

    private static String inferred(String initial) {
        if (initial.startsWith("\"")) {
            return "String";
        }
        if (initial.equals("true") || initial.equals("false")) {
            return "boolean";
        }
        if (INTEGER.matcher(initial).matches()) {
            return "int";
        }
        if (initial.endsWith("L") && INTEGER.matcher(initial.substring(0, initial.length() - 1)).matches()) {
            return "long";
        }
        return DECIMAL.matcher(initial).matches() ? "double" : "var";
    }

    /**
     * The statement that gives it a value.
     *
     * @throws IllegalArgumentException when the text is no value of its type
     */
    String assignment(String value) {
        return name + " = " + literal(value.strip(), value) + ";";
    }

    private String literal(String value, String raw) {
        switch (type) {
            case "int" -> {
                if (!INTEGER.matcher(value).matches() || !fitsInt(value)) {
                    throw unfit(value, "a whole number such as " + initial);
                }
            }
            case "long" -> {
                if (!INTEGER.matcher(value).matches()) {
                    throw unfit(value, "a whole number such as " + initial);
                }
                return value + "L";
            }
            case "double" -> {
                if (!DECIMAL.matcher(value).matches()) {
                    throw unfit(value, "a number such as " + initial);
                }
            }
            case "boolean" -> {
                if (!value.equals("true") && !value.equals("false")) {
                    throw unfit(value, "true or false");
                }
            }
            case "String" -> {
                return quoted(raw);
            }
            default -> {
                if (value.isEmpty()) {
                    throw unfit(value, "a Java expression such as " + initial);
                }
            }
        }
        return value;
    }

    private static boolean fitsInt(String value) {
        try {
            Integer.parseInt(value.replace("_", ""));
            return true;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    private IllegalArgumentException unfit(String value, String allowed) {
        return new IllegalArgumentException("parameter " + name + " = " + value + " is not of type " + type
                + ": give " + allowed);
    }

    private static String quoted(String value) {
        var text = new StringBuilder("\"");
        for (char c : value.toCharArray()) {
            switch (c) {
                case '"' -> text.append("\\\"");
                case '\\' -> text.append("\\\\");
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> text.append(c);
            }
        }
        return text.append('"').toString();
    }
}
