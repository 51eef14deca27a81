package io.larmor.kernel.session;

import io.larmor.kernel.assist.CellFailure;
import io.larmor.kernel.assist.Completeness;
import io.larmor.kernel.assist.Completer;
import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.assist.ErrorText;
import io.larmor.kernel.assist.Inspector;
import io.larmor.kernel.assist.NearNames;
import io.larmor.kernel.display.DisplayHub;
import io.larmor.kernel.display.Outlet;
import io.larmor.kernel.display.Renderers;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.display.Streams;
import io.larmor.kernel.magic.BuiltinMagics;
import io.larmor.kernel.magic.CellParts;
import io.larmor.kernel.magic.Host;
import io.larmor.kernel.magic.MagicHint;
import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.magic.Question;
import io.larmor.kernel.shell.CellExecutor;
import io.larmor.kernel.shell.Engine;
import io.larmor.kernel.shell.Outcome;
import io.larmor.kernel.spi.Display;
import io.larmor.kernel.spi.ErrorHint;
import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.KernelExtension;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/** Everything a session works with apart from the wire: the Java shell, renderers, magics, hints and extensions. */
public final class Workbench implements Host, AutoCloseable {

    private static final List<String> IMPORTS = List.of("java.io.*", "java.math.*", "java.net.*", "java.nio.file.*",
            "java.time.*", "java.util.*", "java.util.concurrent.*", "java.util.function.*", "java.util.regex.*",
            "java.util.stream.*", "static io.larmor.kernel.spi.Notebook.*");

    private static final Outcome.Done NOTHING = new Outcome.Done(null, false);

    private final Renderers renderers = new Renderers();
    private final Magics magics = new Magics();
    private final List<ErrorHint> hints = new CopyOnWriteArrayList<>();
    private final List<Function<String, Optional<String>>> comments = new CopyOnWriteArrayList<>();
    private final List<Runnable> interruptHooks = new CopyOnWriteArrayList<>();
    private final Extensions extensions = new Extensions(new Context());
    private final StringBuilder startNotes = new StringBuilder();
    private final Engine engine;
    private final ErrorText errors;
    private final Thread warming;
    private String cellName = "startup";

    /** Begins to warm up in the background; the first cell waits for what is left of it. */
    public Workbench() {
        Streams.install();
        renderers.activate();
        engine = new Engine();
        errors = new ErrorText(engine::origin, hints, new NearNames(engine));
        BuiltinMagics.addTo(this);
        magics.activate(this);
        hints.add(new MagicHint());
        warming = new Thread(this::warm, "larmor-warm-up");
        warming.setDaemon(true);
        warming.start();
        Thread first = new Thread(this::completeOnce, "larmor-first-completion");
        first.setDaemon(true);
        first.setPriority(Thread.MIN_PRIORITY);
        first.start();
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

    @Override
    public MimeBundle render(Object value) {
        return renderers.render(value);
    }

    @Override
    public List<String> extensions() {
        awaitReady();
        return extensions.names();
    }

    private void warm() {
        Scope quiet = new Scope(Outlet.silent());
        quiet.enter();
        engine.executor().begin(quiet);
        try {
            engine.start();
            prepare(IMPORTS, extensions.load(Workbench.class.getClassLoader(), this::note));
            engine.prepare("1+1");
        } catch (Throwable e) {
            note("start", e.toString());
        } finally {
            engine.executor().end();
        }
    }

    private void prepare(List<String> first, List<KernelExtension> found) {
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
        prepare(List.of(), found);
        sayNotes(text -> System.err.print(text));
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
        awaitReady();
        return new Completer(engine, magics);
    }

    /** Finds documentation, once the shell is warm. */
    Inspector inspector() {
        awaitReady();
        return new Inspector(engine, magics, comments);
    }

    /** Whether code can be run as it stands. */
    Completeness completeness(String code) {
        awaitReady();
        return Completeness.of(engine, code);
    }

    private void awaitReady() {
        boolean interrupted = false;
        while (Thread.currentThread() != warming && warming.isAlive()) {
            try {
                warming.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Runs a cell and waits for it. Output goes to the outlet; value and error are only returned.
     *
     * @param name what to call the cell in error messages
     */
    CellResult run(String code, String name, Outlet outlet) {
        awaitReady();
        CellExecutor executor = engine.executor();
        Scope scope = new Scope(outlet);
        scope.makeLatest();
        scope.enter();
        executor.begin(scope);
        try {
            cellName = name;
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
        Optional<MimeBundle> asked = Question.of(cell).flatMap(name -> inspector().inspect(name, name.length()));
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

    private Outcome.Done done(String cell) throws Exception {
        Outcome.Done done = NOTHING;
        boolean ofMagic = false;
        for (CellParts.Part part : CellParts.split(cell, magics::has)) {
            if (ofMagic && done.hasValue()) {
                // what a magic says is wanted wherever it stands, as in %maven
                Scope.current().display(renderOnCellThread(done.value()), null, false);
            }
            ofMagic = part instanceof CellParts.Call;
            if (part instanceof CellParts.Code code) {
                done = evaluate(cell, code.start(), code.end());
            } else if (part instanceof CellParts.Call call) {
                Object shown = magics.run(call.name(), call.arguments(), call.body());
                done = new Outcome.Done(shown, shown != null);
                if (engine.executor().isInterrupted()) {
                    throw new CellFailure(errors.of(new Outcome.Interrupted()));
                }
            }
        }
        return done;
    }

    @Override
    public MimeBundle evaluate(String code, String name) throws Exception {
        String outer = cellName;
        cellName = name;
        try {
            return evaluate(code);
        } finally {
            cellName = outer;
        }
    }

    /** Renders on the cell thread, since a value's own code may loop or wait and must then be stoppable. */
    private MimeBundle renderOnCellThread(Object value) throws Exception {
        return engine.executor().call(() -> renderers.render(value));
    }

    private Outcome.Done evaluate(String cell, int start, int end) throws CellFailure {
        Outcome outcome = engine.evaluate(cellName, cell, start, end,
                note -> System.err.print(note));
        if (outcome instanceof Outcome.Done done) {
            return done;
        }
        throw new CellFailure(errors.of(outcome));
    }

    /** The report of an exception outside of a cell. */
    ErrorReport report(Throwable error) {
        return errors.of("", error);
    }

    /** Stops the running cell; harmless when none runs. Returns at once. */
    boolean interrupt() {
        if (!engine.executor().isBusy() || warming.isAlive()) {
            return false;
        }
        for (Runnable hook : interruptHooks) {
            try {
                hook.run();
            } catch (Throwable e) {
                Streams.terminal().println("larmor: an interrupt hook failed: " + e);
            }
        }
        engine.executor().interrupt();
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
        public void documentation(Function<String, Optional<String>> source) {
            comments.add(source);
        }

        @Override
        public void onInterrupt(Runnable hook) {
            interruptHooks.add(hook);
        }
    }
}
