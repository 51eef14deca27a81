package io.larmor.core;

import java.util.Map;
import java.util.function.Supplier;

/**
 * A result that grows while it is computed, such as the loss of a training. Whoever computes says that there is more to see;
 * at most once a second that is made into forms ({@code text/html}, {@code text/plain}) and shown in place of the last.
 *
 * <pre>{@code
 * try (var view = LiveView.open()) {
 *     for (...) { ...; view.show(() -> curve.mimeBundle()); }
 * }
 * }</pre>
 */
public final class LiveView implements AutoCloseable {

    /** Where views are shown; calls come from the thread that computes. */
    public interface Listener {

        /**
         * Called with each form of a view, at most once a second and once more at its end.
         *
         * @param view always the same object for one view
         */
        void shown(LiveView view, Map<String, Object> forms);
    }

    private static final long QUIET_NANOS = 1_000_000_000L;
    private static final long INTERVAL_NANOS = 1_000_000_000L;
    private static volatile Listener listener;

    private long due = System.nanoTime() + QUIET_NANOS;
    private Supplier<Map<String, Object>> latest;
    private boolean shown;

    private LiveView() {
    }

    /** Sets who shows views from now on; null for nobody. */
    public static void listener(Listener shows) {
        listener = shows;
    }

    /** Opens a view; nothing is shown in its first second. */
    public static LiveView open() {
        return new LiveView();
    }

    /** Says what there is to see now; made into forms only if it is shown. */
    public void show(Supplier<Map<String, Object>> forms) {
        latest = forms;
        long now = System.nanoTime();
        if (listener != null && now - due >= 0) {
            due = now + INTERVAL_NANOS;
            pass();
        }
    }

    private void pass() {
        Listener to = listener;
        if (to != null) {
            shown = true;
            to.shown(this, latest.get());
        }
    }

    /** Shows the last state, if any was shown before. */
    @Override
    public void close() {
        if (shown) {
            pass();
        }
    }
}
