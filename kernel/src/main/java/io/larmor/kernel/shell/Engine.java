package io.larmor.kernel.shell;

import io.larmor.kernel.display.CellInterruptedError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import jdk.jshell.DeclarationSnippet;
import jdk.jshell.Diag;
import jdk.jshell.EvalException;
import jdk.jshell.JShell;
import jdk.jshell.Snippet;
import jdk.jshell.SnippetEvent;
import jdk.jshell.SourceCodeAnalysis;
import jdk.jshell.UnresolvedReferenceException;
import jdk.jshell.VarSnippet;

/** The Java shell of a session: compiles and runs cells, one at a time in each subshell, and answers questions about code meanwhile. */
public final class Engine implements AutoCloseable {

    private static final Set<Snippet.SubKind> VALUED = Set.of(Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND,
            Snippet.SubKind.VAR_VALUE_SUBKIND, Snippet.SubKind.OTHER_EXPRESSION_SUBKIND);

    private static final Set<String> PRIMITIVES = Set.of("boolean", "byte", "short", "char", "int", "long", "float",
            "double");

    private final ReentrantLock analysis = new ReentrantLock(true);
    private final CellLoader loader = new CellLoader(Engine.class.getClassLoader());
    private final CellExecutors executors = new CellExecutors(loader);
    private final CellControl control = new CellControl(loader, this::executor, analysis);
    private volatile JShell shell;
    private CellFiles files;
    private Leftovers leftovers;
    private int evaluating;
    private final Origins origins = new Origins();
    private final List<String> addedPaths = new ArrayList<>();

    /** Builds the shell, which takes a while; everything else must wait for it. */
    public void start() {
        var index = CompletableFuture.supplyAsync(() ->
                new ClassPathIndex(ClassPathIndex.paths(CellLoader.OWN_PATH)), task -> daemon("larmor-index", task));
        shell = JShell.builder().executionEngine(control.provider(), Map.of()).fileManager(standard -> {
            try {
                files = new CellFiles(standard, CellLoader.OWN_PATH, index);
                return files;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }).build();
        leftovers = new Leftovers(shell);
    }

    private static void daemon(String name, Runnable task) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        thread.start();
    }

    /** The thread that runs the user's code for the calling thread. */
    public CellExecutor executor() {
        return executors.current();
    }

    /** The threads that run the user's code. */
    public CellExecutors executors() {
        return executors;
    }

    /** The loader of the notebook's classes and of jars added to it. */
    public ClassLoader loader() {
        return loader;
    }

    /**
     * Evaluates the statements of a text in turn, until one fails.
     *
     * @param cell what to call the cell in error messages
     * @param text the whole cell
     * @param start where the code to evaluate begins in it
     * @param end where it ends
     * @param notes receives remarks, such as that a method cannot be called yet
     */
    public Outcome evaluate(String cell, String text, int start, int end, Consumer<String> notes) {
        analysis.lock();
        try {
            Outcome last = new Outcome.Done(null, false);
            for (var statement : Statements.split(shell.sourceCodeAnalysis(), text.substring(start, end))) {
                if (executor().isInterrupted()) {
                    return new Outcome.Interrupted();
                }
                last = evaluate(statement.source(), new Origin(cell, text, start + statement.start()), notes);
                if (!(last instanceof Outcome.Done)) {
                    return last;
                }
            }
            return last;
        } finally {
            analysis.unlock();
        }
    }

    private Outcome evaluate(String source, Origin origin, Consumer<String> notes) {
        control.takeValue();
        control.takeError();
        evaluating++;
        try {
            return evaluateOne(source, origin, notes);
        } finally {
            if (--evaluating == 0) {
                leftovers.sweep();
            }
        }
    }

    private Outcome evaluateOne(String source, Origin origin, Consumer<String> notes) {
        Outcome value = ValueForm.suits(source) ? evaluateValue(source, origin) : null;
        return value == null ? evaluateAny(source, origin, notes) : value;
    }

    /** Evaluates an expression by its shorter form; null, with nothing done, when it has none. */
    private Outcome evaluateValue(String source, Origin origin) {
        List<SnippetEvent> events = shell.eval(ValueForm.of(source));
        SnippetEvent main = events.stream().filter(event -> event.causeSnippet() == null).findFirst().orElseThrow();
        if (main.status() != Snippet.Status.VALID) {
            if (main.status().isActive()) {
                shell.drop(main.snippet());
            }
            return null;
        }
        origins.put(main.snippet(), origin);
        forgetTemporaries(events);
        return main.exception() == null ? new Outcome.Done(control.takeValue(), true) : failure(main, origin);
    }

    private Outcome evaluateAny(String source, Origin origin, Consumer<String> notes) {
        boolean hasValue = false;
        List<SnippetEvent> events = shell.eval(source);
        forgetTemporaries(events);
        for (SnippetEvent event : events) {
            if (event.causeSnippet() != null) {
                continue;
            }
            Snippet snippet = event.snippet();
            origins.put(snippet, origin);
            if (event.status() == Snippet.Status.REJECTED) {
                return new Outcome.Rejected(problems(snippet, origin), origin);
            }
            if (event.exception() != null) {
                return failure(event, origin);
            }
            if (snippet instanceof DeclarationSnippet declared && event.status() != Snippet.Status.VALID) {
                notes.accept(unresolvedNote(declared));
            }
            hasValue = VALUED.contains(snippet.subKind());
        }
        return new Outcome.Done(hasValue ? control.takeValue() : null, hasValue);
    }

    /**
     * JShell keeps each expression's value as a variable {@code $n}. A notebook never names them, they would hold on to
     * every result, and each one makes every later compilation slower.
     */
    private void forgetTemporaries(List<SnippetEvent> events) {
        for (SnippetEvent event : events) {
            if (event.causeSnippet() == null && event.snippet() instanceof VarSnippet variable
                    && (variable.subKind() == Snippet.SubKind.TEMP_VAR_EXPRESSION_SUBKIND
                    || ValueForm.isName(variable.name())) && event.status().isActive()) {
                if (!PRIMITIVES.contains(variable.typeName())) {
                    control.clear(variable.name());
                }
                shell.drop(variable);
            }
        }
    }

    private Outcome failure(SnippetEvent event, Origin origin) {
        if (event.exception() instanceof UnresolvedReferenceException e) {
            DeclarationSnippet snippet = e.getSnippet();
            List<String> missing = shell.unresolvedDependencies(snippet).toList();
            return new Outcome.Unresolved(snippet.name(), missing, e.getStackTrace(), origin);
        }
        Throwable error = control.takeError();
        Throwable shown = error == null ? event.exception() : error;
        if (shown instanceof CellInterruptedError && shown.getStackTrace().length == 0 && executor().isInterrupted()) {
            return new Outcome.Interrupted();
        }
        StackTraceElement[] frames = event.exception() instanceof EvalException e ? e.getStackTrace()
                : shown.getStackTrace();
        return new Outcome.Thrown(shown, frames, origin);
    }

    private List<Outcome.Problem> problems(Snippet snippet, Origin origin) {
        var problems = new ArrayList<Outcome.Problem>();
        for (Diag diagnostic : shell.diagnostics(snippet).toList()) {
            if (diagnostic.isError()) {
                problems.add(new Outcome.Problem(diagnostic.getMessage(null), diagnostic.getCode(),
                        origin.start() + (int) diagnostic.getStartPosition(),
                        origin.start() + (int) diagnostic.getEndPosition()));
            }
        }
        return problems;
    }

    private String unresolvedNote(DeclarationSnippet snippet) {
        List<String> missing = shell.unresolvedDependencies(snippet).toList();
        return snippet.name() + " is declared, but cannot be used until "
                + (missing.isEmpty() ? "its errors are mended" : String.join(", ", missing) + " exists") + "\n";
    }

    /** Evaluates code of the kernel's own before the first cell; what goes wrong is returned as text, empty for nothing. */
    public String prepare(String code) {
        Outcome outcome = evaluate("startup", code, 0, code.length(), note -> { });
        if (outcome instanceof Outcome.Rejected rejected) {
            return rejected.problems().get(0).message();
        }
        return outcome instanceof Outcome.Thrown thrown ? String.valueOf(thrown.error()) : "";
    }

    /** Evaluates all imports as one; what goes wrong is returned as text, empty for nothing. */
    public String prepareImports(List<String> imports) {
        var code = new StringBuilder();
        imports.forEach(name -> code.append("import ").append(name).append(";\n"));
        analysis.lock();
        try {
            // one evaluation of all costs little more than one of a single import
            for (SnippetEvent event : shell.eval(code.toString())) {
                if (event.status() == Snippet.Status.REJECTED) {
                    return shell.diagnostics(event.snippet()).map(d -> d.getMessage(null)).findFirst().orElse("rejected");
                }
            }
            return "";
        } finally {
            analysis.unlock();
        }
    }

    /**
     * What a text declares and its last statement.
     *
     * @param names the names of all it declares before the last statement, those of methods with an opening bracket
     * @param declarations the source of the variable declarations before the last statement
     * @param lastStart where the last statement starts; the text's length when it ends with a whole one
     */
    public record Outline(List<String> names, String declarations, int lastStart) {
    }

    /** Outlines code; with {@code open} its last statement is what is being typed and no declaration yet. */
    public Outline outline(String code, boolean open) {
        return analyze((jshell, source) -> {
            List<Statements.Statement> statements = Statements.split(source, code);
            var names = new ArrayList<String>();
            var declarations = new StringBuilder();
            int last = code.length();
            String stripped = code.stripTrailing();
            boolean typing = open && !stripped.endsWith(";") && !stripped.endsWith("}");
            for (int i = 0; i < statements.size(); i++) {
                Statements.Statement statement = statements.get(i);
                if (typing && i == statements.size() - 1) {
                    last = statement.start();
                    continue;
                }
                for (Snippet snippet : source.sourceToSnippets(statement.source())) {
                    if (snippet instanceof DeclarationSnippet declared && !VALUED.contains(snippet.subKind())) {
                        names.add(declared.name() + (declared.kind() == Snippet.Kind.METHOD ? "(" : ""));
                    }
                    if (snippet instanceof VarSnippet && !VALUED.contains(snippet.subKind())) {
                        declarations.append(statement.source()).append('\n');
                    }
                }
            }
            return new Outline(names, declarations.toString(), last);
        });
    }

    /** Splits code into its statements, without evaluating anything. */
    public List<String> statements(String code) {
        return analyze((jshell, source) -> Statements.split(source, code).stream()
                .map(Statements.Statement::source).toList());
    }

    /** Asks JShell about code; waits only while something else is compiled, not while it runs. */
    public <T> T analyze(BiFunction<JShell, SourceCodeAnalysis, T> question) {
        files.gatherNames();
        analysis.lock();
        try {
            return question.apply(shell, shell.sourceCodeAnalysis());
        } finally {
            analysis.unlock();
        }
    }

    /** The session's variables with their values, in order of declaration. */
    public Map<VarSnippet, Object> variables() {
        return analyze((jshell, ignored) -> {
            var values = new LinkedHashMap<VarSnippet, Object>();
            for (VarSnippet variable : jshell.variables().toList()) {
                if (jshell.status(variable) == Snippet.Status.VALID) {
                    jshell.varValue(variable);
                    values.put(variable, control.takeValue());
                }
            }
            return values;
        });
    }

    /** Forgets every declaration; imports stay. Returns how many there were. */
    public int reset() {
        return analyze((jshell, ignored) -> {
            List<Snippet> declared = jshell.snippets()
                    .filter(s -> s.kind() != Snippet.Kind.IMPORT && jshell.status(s).isActive())
                    .filter(s -> s.kind().isPersistent()).toList();
            declared.forEach(jshell::drop);
            return declared.size();
        });
    }

    /** Adds a jar or folder to the class path of cells to come; false when it is there already. */
    public boolean addToClasspath(String path) {
        return analyze((jshell, ignored) -> {
            if (addedPaths.contains(path)) {
                return false;
            }
            jshell.addToClasspath(path);
            return addedPaths.add(path);
        });
    }

    /** What was added to the class path, in order. */
    public List<String> addedPaths() {
        return analyze((jshell, ignored) -> List.copyOf(addedPaths));
    }

    /** Where a snippet stands, by its id; null for one that no cell declared. */
    public Origin origin(String snippetId) {
        return origins.get(snippetId);
    }

    @Override
    public void close() {
        if (shell != null) {
            shell.close();
        }
    }
}
