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
import io.larmor.kernel.magic.BuiltinMagics;
import io.larmor.kernel.magic.CellParts;
import io.larmor.kernel.magic.Host;
import io.larmor.kernel.magic.Magics;
import io.larmor.kernel.shell.CellExecutor;
import io.larmor.kernel.shell.Engine;
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
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;

/** Everything a session works with apart from the wire: the Java shell, renderers, magics, hints and extensions. */
public final class Workbench implements Host, AutoCloseable {

    private static final List<String> IMPORTS = List.of("java.io.*", "java.math.*", "java.net.*", "java.nio.file.*",
            "java.time.*", "java.util.*", "java.util.concurrent.*", "java.util.function.*", "java.util.regex.*",
            "java.util.stream.*", "static io.larmor.kernel.spi.Notebook.*");

    private final Renderers renderers = new Renderers();
    private final Magics magics = new Magics();
    private final List<ErrorHint> hints = new CopyOnWriteArrayList<>();
    private final List<WordGuide> guides = new CopyOnWriteArrayList<>();
    private final List<Runnable> interruptHooks = new CopyOnWriteArrayList<>();
    private final Comms comms = new Comms(this::report);
    private final List<String> extensions = new ArrayList<>();
    private final StringBuilder startNotes = new StringBuilder();
    private final Engine engine;
    private final ErrorText errors;
    private final Completer completer;
    private final Inspector inspector;
    private final Thread warming;
    private final ThreadLocal<String> cellName = ThreadLocal.withInitial(() -> "startup");

    /** Begins to warm up in the background; the first cell waits for what is left of it. */
    public Workbench() {
        Streams.install();
        renderers.activate();
        comms.activate();
        engine = new Engine();
        errors = new ErrorText(engine::origin, hints, new NearNames(engine));
        TypeNames types = new TypeNames(engine);
        completer = new Completer(engine, magics, guides, types);
        inspector = new Inspector(engine, magics, guides, types);
        BuiltinMagics.addTo(this);
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
        awaitReady();
        return List.copyOf(extensions);
    }

    private void warm() {
        Scope quiet = new Scope(Outlet.silent());
        quiet.enter();
        engine.executor().begin(quiet);
        try {
            engine.start();
            var imports = new LinkedHashSet<>(IMPORTS);
            var startups = new ArrayList<KernelExtension>();
            load(imports, startups);
            String wrong = engine.prepareImports(List.copyOf(imports));
            if (!wrong.isEmpty()) {
                // find the culprit so that the rest is still there
                for (String name : imports) {
                    note("import " + name, engine.prepareImports(List.of(name)));
                }
            }
            for (KernelExtension extension : startups) {
                note("startup of " + extension.name(), engine.prepare(extension.startup()));
            }
            engine.prepare("1+1");
        } catch (Throwable e) {
            note("start", e.toString());
        } finally {
            engine.executor().end();
        }
    }

    private void load(LinkedHashSet<String> imports, List<KernelExtension> startups) {
        Context context = new Context();
        var found = ServiceLoader.load(KernelExtension.class, Workbench.class.getClassLoader()).iterator();
        while (true) {
            try {
                if (!found.hasNext()) {
                    return;
                }
                KernelExtension extension = found.next();
                extension.attach(context);
                imports.addAll(extension.imports());
                extensions.add(extension.name());
                if (!extension.startup().isBlank()) {
                    startups.add(extension);
                }
            } catch (ServiceConfigurationError | Exception e) {
                note("extension", e.toString());
            }
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
        return completer;
    }

    /** Finds documentation, once the shell is warm. */
    Inspector inspector() {
        awaitReady();
        return inspector;
    }

    /** Whether code can be run as it stands. */
    Completeness completeness(String code) {
        awaitReady();
        return Completeness.of(engine, code);
    }

    /** Whether the session has a variable or method of a name. */
    boolean declares(String name) {
        awaitReady();
        return engine.analyze((shell, ignored) -> Stream.concat(shell.variables(), shell.methods())
                .anyMatch(declared -> declared.name().equals(name)));
    }

    /** Waits until the shell is warm. */
    void awaitReady() {
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
        if (engine.executors().isMain()) {
            scope.makeLatest();
        }
        scope.enter();
        executor.begin(scope);
        try {
            cellName.set(name);
            if (startNotes.length() > 0) {
                outlet.stream("stderr", startNotes.toString());
                startNotes.setLength(0);
            }
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
        MimeBundle value = null;
        boolean ofMagic = false;
        for (CellParts.Part part : CellParts.split(cell, magics::has)) {
            if (ofMagic && value != null) {
                // what a magic says is wanted wherever it stands, as in %maven
                Scope.current().display(value, null, false);
            }
            ofMagic = part instanceof CellParts.Call;
            if (part instanceof CellParts.Code code) {
                Outcome.Done done = evaluate(cell, code.start(), code.end());
                value = done.hasValue() ? renderOnCellThread(done.value()) : null;
            } else if (part instanceof CellParts.Call call) {
                Object shown = magics.run(call.name(), call.arguments(), call.body());
                value = shown == null ? null : renderOnCellThread(shown);
                if (engine.executor().isInterrupted()) {
                    throw new CellFailure(errors.of(new Outcome.Interrupted()));
                }
            }
        }
        return value;
    }

    @Override
    public MimeBundle evaluate(String code, String name) throws Exception {
        String outer = cellName.get();
        cellName.set(name);
        try {
            return evaluate(code);
        } finally {
            cellName.set(outer);
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
        if (busy.isEmpty() || warming.isAlive()) {
            return false;
        }
        for (Runnable hook : interruptHooks) {
            try {
                hook.run();
            } catch (Throwable e) {
                Streams.terminal().println("larmor: an interrupt hook failed: " + e);
            }
        }
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
