package io.larmor.kernel.assist;

import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Finds signatures and documentation of what stands at a cursor. */
public final class Inspector {

    private final Engine engine;
    private final Magics magics;
    private final List<Function<String, Optional<String>>> comments;

    /** @param comments asked in turn for the comment of a signature that JShell has none for */
    public Inspector(Engine engine, Magics magics, List<Function<String, Optional<String>>> comments) {
        this.engine = engine;
        this.magics = magics;
        this.comments = comments;
    }

    /** What is known about the name at or the call around a cursor, a UTF-16 offset; empty for nothing. */
    public Optional<MimeBundle> inspect(String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String line = code.substring(lineStart).lines().findFirst().orElse("").strip();
        Optional<MimeBundle> magic = line.startsWith("%") ? magic(line, cursor - lineStart) : Optional.empty();
        if (magic.isPresent()) {
            return magic;
        }
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        CodeContext context = CodeContext.before(engine, code, end);
        String prefix = context.java();
        boolean onName = end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1));
        List<Documentation> found = onName ? documentation(prefix + "(") : List.of();
        if (found.isEmpty()) {
            found = documentation(prefix);
        }
        if (found.isEmpty() && onName) {
            return variable(word(prefix));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(JavadocText.bundle(found, this::comment));
    }

    private List<Documentation> documentation(String code) {
        return engine.analyze((shell, analysis) -> analysis.documentation(code, code.length(), true));
    }

    /** The comment that JShell found, else one that an extension knows; empty for none. */
    private String comment(Documentation found) {
        if (found.javadoc() != null) {
            return found.javadoc();
        }
        return comments.stream().map(source -> source.apply(found.signature())).flatMap(Optional::stream).findFirst()
                .orElse("");
    }

    private Optional<MimeBundle> variable(String name) {
        return engine.analyze((shell, analysis) -> shell.variables().filter(v -> v.name().equals(name)).findFirst()
                .map(v -> MimeBundle.text(v.typeName() + " " + v.name())));
    }

    private Optional<MimeBundle> magic(String line, int column) {
        if (column > line.split("\\s", 2)[0].length()) {
            return Optional.empty();
        }
        String name = line.replaceFirst("^%+", "").split("\\s", 2)[0];
        return magics.all().stream().filter(m -> m.name().equals(name)).findFirst()
                .map(Inspector::help).map(MimeBundle::text);
    }

    private static String help(Magic magic) {
        return magic.usage() + "\n    " + magic.help();
    }

    private static String word(String prefix) {
        int start = prefix.length();
        while (start > 0 && Character.isJavaIdentifierPart(prefix.charAt(start - 1))) {
            start--;
        }
        return prefix.substring(start).lines().collect(Collectors.joining());
    }
}
