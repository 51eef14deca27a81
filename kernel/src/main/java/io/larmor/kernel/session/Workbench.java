package io.larmor.kernel.session;

import io.larmor.kernel.assist.CellFailure;
import io.larmor.kernel.assist.Completeness;
import io.larmor.kernel.assist.Completer;
import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.assist.ErrorText;
import io.larmor.kernel.assist.NearNames;
import io.larmor.kernel.assist.TypeNames;
import io.larmor.kernel.comm.Comms;
import io.larmor.kernel.display.DisplayHub;
import io.larmor.kernel.display.Outlet;
import io.larmor.kernel.display.Renderers;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.display.Streams;
import io.larmor.kernel.help.Inspector;
import io.larmor.kernel.hint.Hints;
import io.larmor.kernel.magic.BuiltinMagics;
import io.larmor.kernel.magic.CellParts;
import io.larmor.kernel.magic.Host;
import io.larmor.kernel.magic.MagicHint;
import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.magic.Question;
import io.larmor.kernel.shell.CellExecutor;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.shell.HeapReserve;
import io.larmor.kernel.shell.Outcome;
import io.larmor.kernel.spi.Display;
import io.larmor.kernel.spi.ErrorHint;
import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.KernelExtension;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.WordGuide;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything a session works with apart from the wire: the Java shell, renderers, magics, hints and extensions. */
public final class Workbench implements Host, AutoCloseable {

    private static final List<String> IMPORTS = List.of("java.io.*", "java.math.*", "java.net.*", "java.nio.file.*",
            "java.time.*", "java.util.*", "java.util.concurrent.*", "java.util.function.*", "java.util.regex.*",
            "java.util.stream.*", "static io.larmor.kernel.spi.Notebook.*", "static io.larmor.kernel.widget.Widgets.*");

    private static final Outcome.Done NOTHING = new Outcome.Done(null, false);

    private final Renderers renderers = new Renderers();
    private final Magics magics = new Magics();
    private final List<ErrorHint> hints = new CopyOnWriteArrayList<>();
    private final List<WordGuide> guides = new CopyOnWriteArrayList<>();
    private final List<Runnable> interruptHooks = new CopyOnWriteArrayList<>();
    private final Comms comms = new Comms(this::report);
    private final Extensions extensions = new Extensions(new Context());
    private final StringBuilder startNotes = new StringBuilder();
    private final Engine engine;
    private final ErrorText errors;
    private final Completer completer;
    private final Inspector inspector;
    private final WarmUp warmUp;
    private final ThreadLocal<String> cellName = ThreadLocal.withInitial(() -> "eval");
    /** How many lines of the cell stand before the magic that runs, for the errors in its code. */
    private final ThreadLocal<Integer> linesBefore = ThreadLocal.withInitial(() -> 0);

    /** Begins to warm up in the background; the first cell waits for what is left of it. */
    public Workbench() {
        Streams.install();
        renderers.activate();
        comms.activate();
        engine = new Engine();
        TypeNames types = new TypeNames(engine);
        errors = new ErrorText(engine::origin, hints, new NearNames(engine, types));
        completer = new Completer(engine, magics, guides, types);
        inspector = new Inspector(engine, magics, guides, types);
        BuiltinMagics.addTo(this);
        magics.activate(this);
        hints.add(new MagicHint());
        warmUp = new WarmUp(this::prepare, this::practice, this::completeOnce);
    }

    /** JShell's first completion reads the class path and takes longer than front ends wait for: nobody should have to. */
    private void completeOnce() {
        try {
            completer().complete("Syst", 4);
        } catch (RuntimeException | Error e) {
            // Only a warm-up: if something is wrong, the user's own completion meets it again.
        }
    }

    @Override
    public Engine engine() {
        return engine;
    }

    @Override
    public Magics magics() {
        return magics;
    }

    /** The channels to the front end. */
    Comms comms() {
        return comms;
    }

    @Override
    public MimeBundle render(Object value) {
        return renderers.render(value);
    }

    @Override
    public List<String> extensions() {
        warmUp.awaitForQuestion();
        return extensions.names();
    }

    private void prepare() {
        var added = CompletableFuture.supplyAsync(() ->
                extensions.load(Workbench.class.getClassLoader(), this::note), task -> {
            Thread thread = new Thread(task, "larmor-extensions");
            thread.setDaemon(true);
            thread.start();
        });
        asCell(() -> {
            engine.start();
            begin(IMPORTS, added.join());
        });
    }

    private void practice() {
        asCell(() -> engine.prepare("1+1"));
    }

    private void asCell(Runnable body) {
        Scope quiet = new Scope(Outlet.silent());
        quiet.enter();
        engine.executor().begin(quiet);
        try {
            body.run();
        } catch (Throwable e) {
            note("start", e.toString());
        } finally {
            engine.executor().end();
        }
    }

    /** What cells find: imports, and what extensions run at their start. */
    private void begin(List<String> first, List<KernelExtension> found) {
        var imports = new LinkedHashSet<>(first);
        found.forEach(extension -> imports.addAll(extension.imports()));
        String wrong = imports.isEmpty() ? "" : engine.prepareImports(List.copyOf(imports));
        if (!wrong.isEmpty()) {
            // find the culprit so that the rest is still there
            for (String name : imports) {
                note("import " + name, engine.prepareImports(List.of(name)));
            }
        }
        for (KernelExtension extension : found) {
            if (!extension.startup().isBlank()) {
                note("startup of " + extension.name(), engine.prepare(extension.startup()));
            }
        }
    }

    @Override
    public List<String> attachExtensions() {
        List<KernelExtension> found = extensions.load(engine.loader(), this::note);
        begin(List.of(), found);
        sayNotes(System.err::print);
        return found.stream().map(KernelExtension::name).toList();
    }

    private void sayNotes(Consumer<String> to) {
        if (startNotes.length() > 0) {
            to.accept(startNotes.toString());
            startNotes.setLength(0);
        }
    }

    private void note(String what, String wrong) {
        if (!wrong.isEmpty()) {
            startNotes.append(what).append(": ").append(wrong).append('\n');
        }
    }

    /** Answers questions about code, once the shell is warm. */
    Completer completer() {
        warmUp.awaitForQuestion();
        return completer;
    }

    /** Finds documentation, once the shell is warm. */
    Inspector inspector() {
        warmUp.awaitForQuestion();
        return inspector;
    }

    /** Whether code can be run as it stands. */
    Completeness completeness(String code) {
        warmUp.awaitForQuestion();
        return Completeness.of(engine, code);
    }

    /** Whether the session has a variable or method of a name. */
    boolean declares(String name) {
        warmUp.awaitForQuestion();
        return engine.analyze((shell, ignored) -> Stream.concat(shell.variables(), shell.methods())
                .anyMatch(declared -> declared.name().equals(name)));
    }

    /** Waits until the shell is warm. */
    void awaitReady() {
        warmUp.awaitForQuestion();
    }

    /**
     * Runs a cell and waits for it. Output goes to the outlet; value and error are only returned.
     *
     * @param name what to call the cell in error messages
     */
    CellResult run(String code, String name, Outlet outlet) {
        CellExecutor executor = engine.executor();
        try {
            warmUp.awaitForCell();
        } catch (InterruptedException e) {
            return new CellResult(null, errors.of(new Outcome.Interrupted()), true);
        }
        Scope scope = new Scope(outlet);
        if (engine.executors().isMain()) {
            scope.makeLatest();
        }
        scope.enter();
        executor.begin(scope);
        HeapReserve.fill();
        try {
            cellName.set(name);
            sayNotes(text -> outlet.stream("stderr", text));
            return new CellResult(evaluate(code), null, false);
        } catch (CellFailure e) {
            return new CellResult(null, e.report(), executor.isInterrupted());
        } catch (Throwable e) {
            return new CellResult(null, errors.of(code, e), executor.isInterrupted());
        } finally {
            executor.end();
            scope.flush();
        }
    }

    @Override
    public MimeBundle evaluate(String cell) throws Exception {
        Optional<MimeBundle> asked = Question.of(cell).flatMap(name -> inspector.inspect(name, name.length()));
        if (asked.isPresent()) {
            return asked.get();
        }
        Outcome.Done done = done(CellParts.withCalls(cell, magics::has));
        return done.hasValue() ? renderOnCellThread(done.value()) : null;
    }

    @Override
    public Object value(String cell) throws Exception {
        return done(CellParts.withCalls(cell, magics::has)).value();
    }

    private Outcome.Done done(String code) throws Exception {
        String cell = "\n".repeat(linesBefore.get()) + code;
        Outcome.Done done = NOTHING;
        boolean ofMagic = false;
        for (CellParts.Part part : CellParts.split(cell, magics::has)) {
            if (ofMagic && done.hasValue()) {
                // what a magic says is wanted wherever it stands, as in %maven
                Scope.current().display(renderOnCellThread(done.value()), null, false);
            }
            ofMagic = part instanceof CellParts.Call;
            if (part instanceof CellParts.Code java) {
                done = evaluate(cell, java.start(), java.end());
            } else if (part instanceof CellParts.Call call) {
                Object shown = run(call);
                done = new Outcome.Done(shown, shown != null);
                if (engine.executor().isInterrupted()) {
                    throw new CellFailure(errors.of(new Outcome.Interrupted()));
                }
            }
        }
        return done;
    }

    private Object run(CellParts.Call call) throws Exception {
        int outer = linesBefore.get();
        linesBefore.set(call.line());
        try {
            return magics.run(call.name(), call.arguments(), call.body());
        } finally {
            linesBefore.set(outer);
        }
    }

    @Override
    public MimeBundle evaluate(String code, String name) throws Exception {
        String outer = cellName.get();
        int lines = linesBefore.get();
        cellName.set(name);
        linesBefore.set(0);
        try {
            return evaluate(code);
        } finally {
            cellName.set(outer);
            linesBefore.set(lines);
        }
    }

    /** Renders on the cell thread, since a value's own code may loop or wait and must then be stoppable. */
    private MimeBundle renderOnCellThread(Object value) throws Exception {
        return engine.executor().call(() -> renderers.render(value));
    }

    private Outcome.Done evaluate(String cell, int start, int end) throws CellFailure {
        Outcome outcome = engine.evaluate(cellName.get(), cell, start, end,
                note -> System.err.print(note));
        if (outcome instanceof Outcome.Done done) {
            Hints.remark(cell.substring(start, end)).ifPresent(remark -> System.err.println(remark));
            return done;
        }
        throw new CellFailure(errors.of(outcome));
    }

    /** The report of an exception outside of a cell. */
    ErrorReport report(Throwable error) {
        return errors.of("", error);
    }

    /** Stops the running cell and what runs in subshells; harmless when nothing runs. Returns at once. */
    boolean interrupt() {
        List<CellExecutor> busy = engine.executors().busy();
        if (warmUp.interrupt() || busy.isEmpty()) {
            return false;
        }
        var hooks = new ArrayList<>(interruptHooks);
        busy.forEach(executor -> hooks.addAll(executor.scope().interruptHooks()));
        InterruptHooks.run(hooks);
        busy.forEach(CellExecutor::interrupt);
        return true;
    }

    @Override
    public void close() {
        engine.close();
    }

    private final class Context implements KernelContext {
        private final Display display = new DisplayHub(renderers);

        @Override
        public Display display() {
            return display;
        }

        @Override
        public <T> void renderer(Class<T> type, Function<? super T, MimeBundle> renderer) {
            renderers.register(type, renderer);
        }

        @Override
        public void magic(Magic magic) {
            magics.add(magic);
        }

        @Override
        public void hint(ErrorHint hint) {
            hints.add(hint);
        }

        @Override
        public void guide(WordGuide guide) {
            guides.add(guide);
        }

        @Override
        public void onInterrupt(Runnable hook) {
            interruptHooks.add(hook);
        }
    }
}
