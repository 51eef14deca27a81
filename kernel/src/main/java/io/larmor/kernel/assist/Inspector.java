package io.larmor.kernel.assist;

import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import jdk.jshell.SourceCodeAnalysis.Documentation;

/** Finds signatures and documentation of what stands at a cursor. */
public final class Inspector {

    private final Engine engine;
    private final Magics magics;

    public Inspector(Engine engine, Magics magics) {
        this.engine = engine;
        this.magics = magics;
    }

    /** What is known about the name at or the call around a cursor, a UTF-16 offset; empty for nothing. */
    public Optional<MimeBundle> inspect(String code, int cursor) {
        int lineStart = code.lastIndexOf('\n', cursor - 1) + 1;
        String line = code.substring(lineStart).lines().findFirst().orElse("").strip();
        if (line.startsWith("%")) {
            return magic(line);
        }
        int end = cursor;
        while (end < code.length() && Character.isJavaIdentifierPart(code.charAt(end))) {
            end++;
        }
        int nameEnd = end;
        String prefix = code.substring(0, nameEnd);
        boolean onName = nameEnd > 0 && Character.isJavaIdentifierPart(code.charAt(nameEnd - 1));
        List<Documentation> found = onName ? documentation(prefix + "(") : List.of();
        if (found.isEmpty()) {
            found = documentation(prefix);
        }
        if (found.isEmpty() && onName) {
            return variable(word(prefix));
        }
        return found.isEmpty() ? Optional.empty() : Optional.of(JavadocText.bundle(found));
    }

    private List<Documentation> documentation(String code) {
        return engine.analyze((shell, analysis) -> analysis.documentation(code, code.length(), true));
    }

    private Optional<MimeBundle> variable(String name) {
        return engine.analyze((shell, analysis) -> shell.variables().filter(v -> v.name().equals(name)).findFirst()
                .map(v -> MimeBundle.text(v.typeName() + " " + v.name())));
    }

    private Optional<MimeBundle> magic(String line) {
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
