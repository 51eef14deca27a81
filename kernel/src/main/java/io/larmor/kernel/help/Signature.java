package io.larmor.kernel.help;

import io.larmor.kernel.spi.WordGuide;
import java.util.ArrayList;
import java.util.List;

/**
 * A signature as JShell writes it, taken apart.
 *
 * @param text the whole, without packages
 * @param type the class that declares it, or that it is, with its package if that was written
 * @param owner the same without package; empty for a constructor or a type
 * @param name the name
 * @param parameters the types with names, {@code double current}; null where it is no call
 * @param returns the type that a call or field gives, without packages; empty for a constructor or a type
 */
public record Signature(String text, String type, String owner, String name, List<String> parameters, String returns) {

    /** Takes apart {@code Stream<R> Stream<T>.<R>map(java.util.function.Function<T, R> mapper) throws X}. */
    public static Signature of(String signature) {
        String written = withoutComponents(signature);
        int open = written.indexOf('(');
        if (open < 0) {
            return ofName(written);
        }
        String header = withoutTypeParameters(written.substring(0, open));
        int name = header.lastIndexOf(' ') + 1;
        var parameters = new ArrayList<String>();
        for (String parameter : atCommas(written.substring(open + 1, written.lastIndexOf(')')))) {
            parameters.add(withoutPackages(parameter.strip()));
        }
        String returns = name == 0 ? "" : withoutPackages(written.substring(0, returnEnd(written, open)));
        return of(withoutPackages(written), header.substring(name), name > 0, parameters, returns);
    }

    /** Newer JShells write an owner that is a record with its components, {@code Stno(double current).noise(double noise)}. */
    private static String withoutComponents(String signature) {
        int depth = 0;
        for (int at = 0; at < signature.length(); at++) {
            char c = signature.charAt(at);
            depth += c == '(' ? 1 : c == ')' ? -1 : 0;
            if (c == ')' && depth == 0 && signature.startsWith(").", at)) {
                return signature.substring(0, signature.indexOf('(')) + signature.substring(at + 1);
            }
        }
        return signature;
    }

    /** A variable or field {@code Math.PI:double}, or a type. */
    private static Signature ofName(String written) {
        int colon = written.indexOf(':');
        String path = withoutTypeParameters(colon < 0 ? written : written.substring(0, colon));
        String returns = colon < 0 ? "" : withoutPackages(written.substring(colon + 1));
        String text = colon < 0 ? withoutPackages(written) : returns + " " + withoutPackages(path);
        return of(text, path, colon >= 0, null, returns);
    }

    private static Signature of(String text, String path, boolean member, List<String> parameters, String returns) {
        int dot = path.lastIndexOf('.');
        String type = !member ? path : dot < 0 ? "" : path.substring(0, dot);
        return new Signature(text, type, member ? withoutPackages(type) : "", path.substring(dot + 1), parameters, returns);
    }

    /** Where the type that a method gives ends: at the last space outside of type parameters. */
    private static int returnEnd(String written, int open) {
        int depth = 0;
        for (int at = open - 1; at > 0; at--) {
            char c = written.charAt(at);
            depth += c == '>' ? 1 : c == '<' ? -1 : 0;
            if (depth == 0 && c == ' ') {
                return at;
            }
        }
        return 0;
    }

    /** How a guide calls it: {@code Stno.current(double)}, {@code Stno(double)}, {@code Stno}, {@code Math.PI}. */
    public String word() {
        return parameters == null ? plainWord() : WordGuide.word(owner, name, parameters);
    }

    /** The same without the types: {@code Stno.current}. */
    public String plainWord() {
        return owner.isEmpty() ? name : owner.substring(owner.lastIndexOf('.') + 1) + "." + name;
    }

    private static String withoutPackages(String text) {
        return text.replaceAll("\\b(?:[a-z]\\w*\\.)+(?=\\p{Lu})", "");
    }

    private static String withoutTypeParameters(String text) {
        var plain = new StringBuilder();
        int depth = 0;
        for (char c : text.toCharArray()) {
            depth += c == '<' ? 1 : 0;
            if (depth == 0) {
                plain.append(c);
            }
            depth -= c == '>' ? 1 : 0;
        }
        return plain.toString();
    }

    /** The parts of a list between its commas outside of type parameters. */
    private static List<String> atCommas(String list) {
        var parts = new ArrayList<String>();
        int depth = 0;
        int start = 0;
        for (int at = 0; at < list.length(); at++) {
            char c = list.charAt(at);
            depth += c == '<' ? 1 : c == '>' ? -1 : 0;
            if (c == ',' && depth == 0) {
                parts.add(list.substring(start, at));
                start = at + 1;
            }
        }
        if (!list.isBlank()) {
            parts.add(list.substring(start));
        }
        return parts;
    }
}
