package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Something a front end shows and lets the user handle. It is sent there when it is shown for the first time; where no
 * front end shows widgets, it shows as text or HTML and keeps its values as they are set.
 */
public interface Widget {

    /** Its attributes at the front end, for those that have no method of their own: {@code model().put("tooltip", ..)}. */
    Model model();

    /** What is shown where there are no widgets: text, and HTML or a picture where that says more. */
    MimeBundle fallback();

    /** All forms of it. */
    default Map<String, Object> mimeBundle() {
        var forms = new LinkedHashMap<>(fallback().data());
        String id = model().open();
        if (id != null) {
            forms.put(Forms.VIEW, Map.of("version_major", 2, "version_minor", 0, "model_id", id));
        }
        return forms;
    }

    default Map<String, Object> mimeMetadata() {
        return fallback().metadata();
    }

    /** Takes it away from the front end; does nothing when that has happened. Shown again it appears anew. */
    default void close() {
        model().close();
    }
}
