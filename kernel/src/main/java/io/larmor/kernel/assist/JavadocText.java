package io.larmor.kernel.assist;

import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Signatures and Javadoc comments made readable, as text and as HTML. */
final class JavadocText {

    private JavadocText() {
    }

    static MimeBundle bundle(List<Documentation> found, Function<Documentation, String> comment) {
        String text = found.stream().map(d -> (signature(d) + "\n" + indented(plain(comment.apply(d)))).stripTrailing())
                .distinct().collect(Collectors.joining("\n\n"));
        String html = found.stream().map(d -> "<pre>" + escaped(signature(d)) + "</pre>" + html(comment.apply(d)))
                .distinct().collect(Collectors.joining("<hr>"));
        return MimeBundle.html(html, text);
    }

    /** JShell writes variables as {@code name:type}; here the type comes first, without its packages. */
    private static String signature(Documentation found) {
        String text = found.signature();
        int colon = text.indexOf(':');
        if (colon < 0 || text.indexOf('(') >= 0) {
            return text;
        }
        return text.substring(colon + 1).replaceAll("\\b(?:[a-z]\\w*\\.)+(?=[A-Z])", "") + " " + text.substring(0, colon);
    }

    private static String indented(String text) {
        return text.lines().map(line -> line.isBlank() ? "" : "    " + line).collect(Collectors.joining("\n"));
    }

    /** Javadoc without mark-up. */
    static String plain(String javadoc) {
        String text = inlineTags(javadoc, "$2");
        text = text.replaceAll("(?i)<li>", "\n- ").replaceAll("(?i)</?(p|ul|ol|pre|table|tr|h\\d|dl|dt|dd|div)[^>]*>", "\n")
                .replaceAll("<[^>]{1,80}>", "");
        text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&nbsp;", " ").replace("&amp;", "&");
        text = text.replaceAll("(?m)^\\s*@(\\w+)", "@$1");
        return text.lines().map(String::strip).collect(Collectors.joining("\n")).replaceAll("\n{3,}", "\n\n").strip();
    }

    private static String html(String javadoc) {
        if (javadoc.isEmpty()) {
            return "";
        }
        String text = inlineTags(javadoc, "<code>$2</code>");
        int tags = indexOfBlockTag(text);
        String body = "<p>" + text.substring(0, tags) + "</p>";
        String list = text.substring(tags).replaceAll("(?m)^\\s*@param\\s+(\\S+)", "<br><b>$1</b>")
                .replaceAll("(?m)^\\s*@(?:throws|exception)\\s+(\\S+)", "<br><i>throws</i> <b>$1</b>")
                .replaceAll("(?m)^\\s*@(\\w+)", "<br><i>$1</i>");
        return body + list;
    }

    private static int indexOfBlockTag(String text) {
        var matcher = java.util.regex.Pattern.compile("(?m)^\\s*@\\w").matcher(text);
        return matcher.find() ? matcher.start() : text.length();
    }

    private static String inlineTags(String text, String replacement) {
        return text.replaceAll("\\{@(\\w+)\\s+([^{}]*)\\}", replacement);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
