package io.larmor.kernel.widget;

import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.comm.Comms;
import io.larmor.kernel.display.CellInterruptedError;
import io.larmor.kernel.display.Renderers;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.concurrent.Callable;

/** A place for output: values, printed text, pictures, errors. What comes later is added below, or takes its place. */
public final class OutputArea implements Widget {

    private final Model model = new Model("@jupyter-widgets/output", "1.0.0", "Output", "@jupyter-widgets/output", "Output");
    private Recording shown = new Recording(this, null);

    OutputArea() {
        model.put("layout", Model.layout()).put("outputs", List.of()).countViews();
    }

    /** Adds a value below what is there. */
    public OutputArea add(Object value) {
        recording().display(Renderers.active().render(value), null, false);
        return this;
    }

    /** Shows a value in place of what is there. */
    public OutputArea show(Object value) {
        MimeBundle bundle = Renderers.active().render(value);
        Recording next = new Recording(this, null);
        next.display(bundle, null, false);
        next.publish();
        return this;
    }

    /** Empties it. */
    public OutputArea clear() {
        recording().clear(false);
        return this;
    }

    /**
     * Runs an action whose prints and displays go here, in place of what is there. The old output stays until there is
     * new one. An error is shown here too and goes no further, but an interrupt does.
     */
    public OutputArea capture(Runnable action) {
        try {
            fill(() -> {
                action.run();
                return null;
            });
        } catch (CellInterruptedError e) {
            throw e;
        } catch (Exception | Error e) {
            // it is shown
        }
        return this;
    }

    /** Runs something as {@link #capture} does, shows what it gives when that is not null, and lets its error pass. */
    void fill(Callable<?> body) throws Exception {
        Scope outer = Scope.current();
        Recording recording = new Recording(this, outer);
        Scope inner = new Scope(recording);
        inner.enter();
        try {
            Object value = body.call();
            MimeBundle bundle = value == null ? null : Renderers.active().render(value);
            if (bundle != null) {
                inner.display(bundle, null, false);
            }
        } catch (Exception | Error e) {
            ErrorReport report = Comms.active().report(e);
            inner.error(report.name(), report.value(), report.traceback());
            throw e;
        } finally {
            inner.flush();
            outer.enter();
            recording.end();
        }
    }

    private synchronized Recording recording() {
        return shown;
    }

    /** Shows a recording; one that began earlier than the one shown comes too late. */
    synchronized void show(Recording recording) {
        if (recording.isOlderThan(shown)) {
            return;
        }
        shown = recording;
        model.put("outputs", recording.outputs());
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public MimeBundle fallback() {
        return Forms.joined(recording().bundles());
    }

    @Override
    public String toString() {
        return Forms.text(fallback());
    }
}
