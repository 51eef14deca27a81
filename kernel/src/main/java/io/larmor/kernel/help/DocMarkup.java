package io.larmor.kernel.help;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the mark-up of documentation comments into plain text with code between backticks. */
final class DocMarkup {

    private static final Pattern TAG = Pattern.compile("<(/?)([A-Za-z][A-Za-z0-9]*)\\b[^<>]*>");
    private static final Pattern ENTITY = Pattern.compile("&(?:#(\\d+)|#[xX]([0-9a-fA-F]+)|(\\w+));");
    private static final Map<String, String> ENTITIES = Map.ofEntries(Map.entry("lt", "<"), Map.entry("gt", ">"),
            Map.entry("amp", "&"), Map.entry("quot", "\""), Map.entry("nbsp", " "), Map.entry("le", "≤"),
            Map.entry("ge", "≥"), Map.entry("times", "×"), Map.entry("minus", "-"), Map.entry("pi", "π"),
            Map.entry("infin", "∞"), Map.entry("plusmn", "±"), Map.entry("ndash", "-"), Map.entry("mdash", "-"),
            Map.entry("deg", "°"), Map.entry("micro", "µ"), Map.entry("radic", "√"), Map.entry("theta", "θ"));
    private static final String FENCE = "```";

    private final String source;
    private final StringBuilder out = new StringBuilder();
    private boolean verbatim;

    private DocMarkup(String source) {
        this.source = source;
    }

    /** A piece of a comment as plain text. */
    static String text(String source) {
        var markup = new DocMarkup(source);
        markup.run();
        return markup.out.toString().replaceAll("[ \\t]+\n", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }

    private void run() {
        for (int at = 0; at < source.length();) {
            char c = source.charAt(at);
            if (source.startsWith("{@", at)) {
                int end = closing(at);
                inline(source.substring(at + 2, end));
                at = Math.min(source.length(), end + 1);
            } else if (c == '<' && tagAt(at) != null) {
                Matcher tag = tagAt(at);
                html(tag.group(2).toLowerCase(Locale.ROOT), !tag.group(1).isEmpty());
                at = tag.end();
            } else if (c == '&' && entityAt(at) != null) {
                Matcher entity = entityAt(at);
                out.append(entity(entity));
                at = entity.end();
            } else {
                plain(c);
                at++;
            }
        }
        if (verbatim) {
            out.append('\n').append(FENCE);
        }
    }

    private void plain(char c) {
        if (verbatim) {
            out.append(c);
        } else if (!Character.isWhitespace(c)) {
            out.append(c);
        } else if (out.length() > 0 && !Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.append(' ');
        }
    }

    private void append(String text) {
        text.chars().forEach(c -> plain((char) c));
    }

    /** The brace that closes the inline tag at a position; the text's end if none does. */
    private int closing(int start) {
        int depth = 0;
        for (int at = start; at < source.length(); at++) {
            depth += source.charAt(at) == '{' ? 1 : source.charAt(at) == '}' ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return source.length();
    }

    private void inline(String tag) {
        String[] parts = tag.split("\\s+", 2);
        String content = parts.length > 1 ? parts[1] : "";
        switch (parts[0]) {
            case "code", "systemProperty" -> code(content);
            case "literal" -> append(content);
            case "link", "linkplain", "value" -> link(content, parts[0].equals("linkplain"));
            case "return" -> append("Returns " + text(content) + ".");
            case "snippet" -> block(content.replaceFirst("^[^:\n]*:", ""));
            default -> append(parts[0].equals("inheritDoc") ? "" : text(content));
        }
    }

    private void link(String content, boolean asText) {
        String[] parts = content.strip().split("(?<![,(])\\s+", 2);
        if (parts.length > 1 || asText) {
            append(text(parts.length > 1 ? parts[1] : parts[0]));
        } else {
            code(parts[0].replaceFirst("^#", "").replace('#', '.'));
        }
    }

    private void code(String content) {
        if (verbatim) {
            out.append(content.replaceFirst("^\\s*\n", "").stripIndent().stripTrailing());
        } else {
            append(insideCode() ? content : "`" + content.strip().replaceAll("\\s+", " ") + "`");
        }
    }

    private boolean insideCode() {
        return out.chars().filter(c -> c == '`').count() % 2 == 1;
    }

    private void block(String content) {
        out.append("\n\n").append(FENCE).append('\n').append(content.stripIndent().strip()).append('\n').append(FENCE)
                .append("\n\n");
    }

    private void html(String tag, boolean closes) {
        switch (tag) {
            case "pre" -> {
                if (closes != verbatim) {
                    return;
                }
                trim();
                out.append(closes ? "\n" : "\n\n").append(FENCE).append(closes ? "\n\n" : "\n");
                verbatim = !closes;
            }
            case "code", "tt", "kbd" -> {
                if (!verbatim) {
                    out.append('`');
                }
            }
            case "li", "dt" -> out.append(closes ? "" : "\n- ");
            case "dd" -> out.append(closes ? "" : ": ");
            case "p", "ul", "ol", "dl", "table", "blockquote", "div", "h1", "h2", "h3", "h4" -> out.append("\n\n");
            case "br", "tr" -> out.append('\n');
            case "td", "th" -> out.append(closes ? " " : "");
            case "sup" -> out.append(closes ? "" : "^");
            default -> { }
        }
    }

    private void trim() {
        while (out.length() > 0 && Character.isWhitespace(out.charAt(out.length() - 1))) {
            out.setLength(out.length() - 1);
        }
    }

    private Matcher tagAt(int at) {
        Matcher tag = TAG.matcher(source).region(at, source.length());
        return tag.lookingAt() ? tag : null;
    }

    private Matcher entityAt(int at) {
        Matcher entity = ENTITY.matcher(source).region(at, Math.min(source.length(), at + 12));
        return entity.lookingAt() ? entity : null;
    }

    private static String entity(Matcher found) {
        if (found.group(3) != null) {
            return ENTITIES.getOrDefault(found.group(3), found.group());
        }
        int code = found.group(1) != null ? Integer.parseInt(found.group(1)) : Integer.parseInt(found.group(2), 16);
        return Character.isValidCodePoint(code) ? Character.toString(code) : "";
    }
}
