package io.larmor.environment;

import io.larmor.core.Progress;
import io.larmor.kernel.spi.Display;
import io.larmor.kernel.spi.MimeBundle;
import java.util.Locale;
import java.util.Map;
import java.util.WeakHashMap;

/**
 * Shows the library's progress in the notebook: a bar for what takes over a second, at most ten updates a second of one
 * display, and at the end one line that says how long it took. The bar is plain HTML, which front ends leave as it is
 * also in notebooks that they do not trust, and has a text form.
 */
final class ProgressDisplay implements Progress.Listener {

    private static final double QUIET_SECONDS = 1;
    private static final int TEXT_WIDTH = 24;

    private final Display display;
    private final Map<Progress, String> ids = new WeakHashMap<>();

    ProgressDisplay(Display display) {
        this.display = display;
    }

    @Override
    public void moved(Progress progress) {
        if (progress.elapsed() >= QUIET_SECONDS) {
            show(progress, bar(progress));
        }
    }

    @Override
    public void ended(Progress progress) {
        if (shown(progress) != null) {
            show(progress, summary(progress));
        }
    }

    private synchronized String shown(Progress progress) {
        return ids.get(progress);
    }

    private void show(Progress progress, MimeBundle form) {
        String id = shown(progress);
        if (id != null) {
            display.update(id, form);
            return;
        }
        String made = display.show(form);
        synchronized (this) {
            ids.put(progress, made);
        }
    }

    static MimeBundle bar(Progress progress) {
        double fraction = progress.fraction();
        String percent = String.format(Locale.ROOT, "%.0f %%", 100 * fraction);
        String left = Double.isFinite(progress.remaining()) ? Terminal.duration(progress.remaining()) + " left" : "";
        String count = count(progress.done()) + " of " + count(progress.total());
        int full = (int) Math.round(TEXT_WIDTH * fraction);
        String text = progress.title() + " [" + "#".repeat(full) + "-".repeat(TEXT_WIDTH - full) + "] " + percent + ", "
                + count + (left.isEmpty() ? "" : ", " + left);
        String html = "<div style=\"font-size:90%\">" + escape(progress.title())
                + " <progress style=\"width:240px\" max=\"100\" value=\""
                + String.format(Locale.ROOT, "%.1f", 100 * fraction) + "\">" + percent + "</progress> " + percent
                + "<span style=\"color:gray\"> &nbsp;" + count + (left.isEmpty() ? "" : " &nbsp;" + left) + "</span></div>";
        return MimeBundle.html(html, text);
    }

    static MimeBundle summary(Progress progress) {
        String text = progress.title() + ": " + (progress.isCut()
                ? "stopped after " + count(progress.done()) + " of " + count(progress.total()) : count(progress.done()) + " done")
                + " in " + Terminal.duration(progress.elapsed());
        return MimeBundle.html("<div style=\"font-size:90%;color:gray\">" + escape(text) + "</div>", text);
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number).replace(',', '\u202F');
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
