package io.larmor.environment.notebook;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Java and terminal text as HTML. */
final class Highlight {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<comment>//[^\\n]*|/\\*.*?(?:\\*/|\\z))"
            + "|(?<string>\"\"\".*?(?:\"\"\"|\\z)|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])*')"
            + "|(?<magic>(?m:^)%%?\\w+[^\\n]*)"
            + "|(?<keyword>\\b(?:abstract|assert|boolean|break|byte|case|catch|char|class|continue|default|do|double|else"
            + "|enum|extends|false|final|finally|float|for|if|implements|import|instanceof|int|interface|long|new|null"
            + "|private|protected|public|record|return|short|static|super|switch|synchronized|this|throw|throws|true"
            + "|try|var|void|while|yield)\\b)"
            + "|(?<number>\\b\\d[\\w.]*(?:(?<=[eE])[+-]\\d+)?)", Pattern.DOTALL);
    private static final String[] KINDS = {"comment", "string", "magic", "keyword", "number"};
    private static final Pattern ANSI = Pattern.compile("\u001B\\[([0-9;]*)([A-Za-z])");

    private Highlight() {
    }

    /** Source code, with its words marked by class names c, s, m, k and n. */
    static String java(String code) {
        var html = new StringBuilder();
        Matcher token = TOKEN.matcher(code);
        int end = 0;
        while (token.find()) {
            html.append(escape(code.substring(end, token.start())));
            for (String kind : KINDS) {
                if (token.group(kind) != null) {
                    html.append("<span class=\"").append(kind.charAt(0)).append("\">")
                            .append(escape(token.group())).append("</span>");
                }
            }
            end = token.end();
        }
        return html.append(escape(code.substring(end))).toString();
    }

    /** Text of a terminal: colors and weight become class names a1, a31 and so on. */
    static String terminal(String text) {
        var html = new StringBuilder();
        Matcher code = ANSI.matcher(text);
        int end = 0;
        boolean open = false;
        while (code.find()) {
            html.append(escape(text.substring(end, code.start())));
            end = code.end();
            if (!code.group(2).equals("m")) {
                continue;
            }
            if (open) {
                html.append("</span>");
            }
            open = code.group(1).matches(".*[1-9].*");
            if (open) {
                html.append("<span class=\"a").append(code.group(1).replaceAll(";0*", " a")).append("\">");
            }
        }
        html.append(escape(text.substring(end)));
        return html.append(open ? "</span>" : "").toString();
    }

    /** Text without its terminal colors. */
    static String plain(String text) {
        return ANSI.matcher(text).replaceAll("");
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
    }
}
