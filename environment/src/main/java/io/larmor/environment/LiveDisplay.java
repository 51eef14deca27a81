package io.larmor.environment;

import io.larmor.core.LiveView;
import io.larmor.kernel.spi.Display;
import io.larmor.kernel.spi.MimeBundle;
import java.util.Map;
import java.util.WeakHashMap;

/** Shows results that grow while they are computed, each form in place of the one before: the loss of a training. */
final class LiveDisplay implements LiveView.Listener {

    private final Display display;
    private final Map<LiveView, String> ids = new WeakHashMap<>();

    LiveDisplay(Display display) {
        this.display = display;
    }

    @Override
    public void shown(LiveView view, Map<String, Object> forms) {
        var bundle = new MimeBundle(forms, Map.of());
        String id;
        synchronized (this) {
            id = ids.get(view);
        }
        if (id != null) {
            display.update(id, bundle);
            return;
        }
        String made = display.show(bundle);
        synchronized (this) {
            ids.put(view, made);
        }
    }
}
