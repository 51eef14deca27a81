package io.larmor.kernel.help;

import io.larmor.kernel.assist.CallSite;
import io.larmor.kernel.assist.CodeContext;
import io.larmor.kernel.assist.TypeNames;
import io.larmor.kernel.display.TextForm;
import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.spi.Help;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.WordGuide;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import jdk.jshell.SourceCodeAnalysis.Documentation;
import jdk.jshell.VarSnippet;

/** Finds signatures and documentation of what stands at a cursor. */
public final class Inspector {

    private static final int MOST_KEPT = 500;
    private static final int OTHERS = 3;
    private static final int VALUE_LINES = 12;
    private static final int VALUE_WIDTH = 400;
    private static final long VALUE_MILLIS = 200;

    private final Engine engine;
    private final Magics magics;
    private final Iterable<WordGuide> guides;
    private final TypeNames types;
    private final SourceJars sources;
    private final Map<String, Help> fromSources = new LinkedHashMap<>();

    /** @param guides asked in turn for a word, before the sources */
    public Inspector(Engine engine, Magics magics, Iterable<WordGuide> guides, TypeNames types) {
        this.engine = engine;
        this.magics = magics;
        this.guides = guides;
        this.types = types;
        this.sources = new SourceJars(engine);
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
        String prefix = CodeContext.before(engine, code, end).java();
        boolean onName = end > 0 && Character.isJavaIdentifierPart(code.charAt(end - 1));
        Optional<MimeBundle> found = onName ? named(prefix) : Optional.empty();
        CallSite call = found.isPresent() ? null : CallSite.around(prefix);
        return call == null ? found : described(prefix.substring(0, call.open() + 1), call.argument());
    }

    private Optional<MimeBundle> named(String prefix) {
        Optional<MimeBundle> call = described(prefix + "(", -1);
        if (call.isPresent()) {
            return call;
        }
        Optional<MimeBundle> variable = variable(word(prefix));
        return variable.isPresent() ? variable : described(prefix, -1);
    }

    /** @param argument the one to mark in the signatures, -1 for none */
    private Optional<MimeBundle> described(String code, int argument) {
        List<Documentation> found = documentation(code, false);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        List<Signature> signatures = found.stream().map(d -> Signature.of(d.signature())).distinct().toList();
        var meant = new ArrayList<>(signatures);
        // what takes fewer arguments than are typed is not meant
        meant.removeIf(s -> argument >= 0 && s.parameters() != null && s.parameters().size() <= argument
                && !s.text().contains("..."));
        if (meant.isEmpty()) {
            meant.addAll(signatures);
        }
        List<Help> helps = helps(code, meant);
        Signature first = meant.get(0);
        Class<?> owner = first.type().isEmpty() ? null : types.resolve(first.type());
        String page = owner == null ? "" : JavaWords.page(owner, first);
        Help help = helps.get(0);
        if (helps.size() > 1) {
            // what the others add in a sentence each
            List<String> meanings = new ArrayList<>(List.of(help.meaning()));
            helps.subList(1, helps.size()).stream().map(h -> DocComment.firstSentence(h.meaning()))
                    .filter(s -> !help.meaning().startsWith(s)).distinct().limit(OTHERS).forEach(meanings::add);
            Help all = new Help(DocComment.joined(meanings), help.arguments(), help.returns(), help.errors(), help.source(),
                    help.example());
            return Optional.of(new HelpText(texts(signatures, argument), all, page).bundle());
        }
        return Optional.of(new HelpText(texts(signatures, argument), help, page).bundle());
    }

    private static List<String> texts(List<Signature> signatures, int argument) {
        return signatures.stream().map(signature -> {
            List<String> parameters = signature.parameters();
            if (parameters == null || argument < 0 || parameters.isEmpty()) {
                return signature.text();
            }
            int marked = Math.min(argument, parameters.size() - 1);
            boolean fits = argument < parameters.size() || parameters.get(marked).contains("...");
            String text = signature.text();
            int at = text.indexOf(String.join(", ", parameters));
            if (!fits || at < 0) {
                return text;
            }
            for (int i = 0; i < marked; i++) {
                at += parameters.get(i).length() + 2;
            }
            int end = at + parameters.get(marked).length();
            return text.substring(0, at) + "«" + text.substring(at, end) + "»" + text.substring(end);
        }).toList();
    }

    /** One for each signature that something is known about, at least one; the first is that of the first such. */
    private List<Help> helps(String code, List<Signature> signatures) {
        var helps = new ArrayList<Help>();
        for (Signature signature : signatures) {
            for (WordGuide guide : guides) {
                guide.help(signature.word()).ifPresent(helps::add);
            }
        }
        if (helps.isEmpty()) {
            helps.addAll(fromSources(code, signatures));
        }
        if (helps.isEmpty()) {
            JavaWords.help(signatures.get(0).plainWord()).ifPresent(helps::add);
        }
        return helps.isEmpty() ? List.of(Help.of("")) : helps;
    }

    /** Reading sources takes JShell a good part of a second, so what it found is kept. */
    private List<Help> fromSources(String code, List<Signature> signatures) {
        sources.refresh();
        if (signatures.stream().noneMatch(s -> fromSources.containsKey(s.word()))) {
            if (fromSources.size() > MOST_KEPT) {
                fromSources.clear();
            }
            for (Documentation found : documentation(code, true)) {
                String comment = found.javadoc();
                fromSources.put(Signature.of(found.signature()).word(),
                        comment == null || comment.isBlank() ? Help.of("") : DocComment.parse(comment));
            }
        }
        return signatures.stream().map(s -> fromSources.getOrDefault(s.word(), Help.of("")))
                .filter(help -> !help.meaning().isEmpty()).toList();
    }

    private List<Documentation> documentation(String code, boolean comments) {
        return engine.analyze((shell, analysis) -> analysis.documentation(code, code.length(), comments));
    }

    /** A variable's type and value; the value only if its text is quickly made. */
    private Optional<MimeBundle> variable(String name) {
        return engine.variables().entrySet().stream().filter(entry -> entry.getKey().name().equals(name)).findFirst()
                .map(entry -> {
                    String declared = withoutPackages(entry.getKey()) + " " + name;
                    String value = valueText(entry.getValue());
                    return new HelpText(List.of(declared), Help.of(value.isEmpty() ? "" : "```\n" + value + "\n```"), "")
                            .bundle();
                });
    }

    private static String withoutPackages(VarSnippet variable) {
        return variable.typeName().replaceAll("\\b(?:[a-z]\\w*\\.)+(?=\\p{Lu})", "");
    }

    private static String valueText(Object value) {
        var task = new FutureTask<>(() -> TextForm.of(value));
        Thread thread = new Thread(task, "larmor-value-text");
        thread.setDaemon(true);
        thread.start();
        try {
            List<String> lines = task.get(VALUE_MILLIS, TimeUnit.MILLISECONDS).lines().toList();
            var shown = new ArrayList<>(lines.subList(0, Math.min(VALUE_LINES, lines.size())));
            shown.replaceAll(line -> line.length() > VALUE_WIDTH ? line.substring(0, VALUE_WIDTH) + " ..." : line);
            if (lines.size() > VALUE_LINES) {
                shown.add("... " + (lines.size() - VALUE_LINES) + " more lines");
            }
            return String.join("\n", shown);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        } catch (Exception e) {
            thread.interrupt();
            return "";
        }
    }

    private Optional<MimeBundle> magic(String line, int column) {
        if (column > line.split("\\s", 2)[0].length()) {
            return Optional.empty();
        }
        String name = line.replaceFirst("^%+", "").split("\\s", 2)[0];
        return magics.all().stream().filter(m -> m.name().equals(name)).findFirst()
                .map(Inspector::help).map(help -> help.bundle());
    }

    private static HelpText help(Magic magic) {
        return new HelpText(List.of(magic.usage()), Help.of(magic.help()), "");
    }

    private static String word(String prefix) {
        int start = prefix.length();
        while (start > 0 && Character.isJavaIdentifierPart(prefix.charAt(start - 1))) {
            start--;
        }
        boolean member = prefix.substring(0, start).stripTrailing().endsWith(".");
        return member ? "" : prefix.substring(start);
    }
}
