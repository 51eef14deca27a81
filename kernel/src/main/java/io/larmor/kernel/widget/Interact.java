package io.larmor.kernel.widget;

import io.larmor.kernel.display.CellInterruptedError;
import io.larmor.kernel.spi.MimeBundle;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Controls above the result of a function of their values, computed anew at each change. When changes come faster than
 * results, only the newest is computed.
 */
public final class Interact implements Widget {

    /** A function of three values. */
    @FunctionalInterface
    public interface Of3<A, B, C> {
        Object apply(A a, B b, C c);
    }

    private final OutputArea area = new OutputArea();
    private final List<Control<?>> controls;
    private final Callable<?> function;
    private final Box box;
    private final ReentrantLock drawing = new ReentrantLock();
    private volatile boolean changed;
    private volatile boolean closed;

    /** Computes the result for the values as they are; an error of the function passes to the caller. */
    Interact(List<Control<?>> controls, Callable<?> function) {
        this.controls = List.copyOf(controls);
        this.function = function;
        try {
            area.fill(function);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        var parts = new ArrayList<Widget>(controls);
        parts.add(area);
        box = new Box(true, parts);
        for (Control<?> control : this.controls) {
            control.onChange(value -> changed = true);
            control.model().onSettled(this::redraw);
        }
        area.model().onSettled(this::redraw);
    }

    private void redraw() {
        // a cell that is run again leaves its old results behind, which nobody sees
        if (!changed || closed || area.model().isOutOfSight() || drawing.isHeldByCurrentThread()) {
            return;
        }
        try {
            drawing.lockInterruptibly();
        } catch (InterruptedException e) {
            throw new CellInterruptedError();
        }
        try {
            while (changed && controls.stream().noneMatch(control -> control.model().isWaiting())) {
                changed = false;
                draw();
            }
        } finally {
            drawing.unlock();
        }
    }

    private void draw() {
        try {
            area.fill(function);
        } catch (CellInterruptedError e) {
            throw e;
        } catch (Exception | Error e) {
            // the area shows it, and the next move may do better
        }
    }

    /** Where the result is shown. */
    public OutputArea area() {
        return area;
    }

    @Override
    public Model model() {
        return box.model();
    }

    @Override
    public MimeBundle fallback() {
        return box.fallback();
    }

    @Override
    public Map<String, Object> mimeBundle() {
        closed = false;
        redraw();
        return Widget.super.mimeBundle();
    }

    /** Takes it away from the front end and computes nothing any more; the controls stay as they are. */
    @Override
    public void close() {
        closed = true;
        box.close();
        area.close();
    }

    @Override
    public String toString() {
        return box.toString();
    }
}
