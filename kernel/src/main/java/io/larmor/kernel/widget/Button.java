package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A button. */
public final class Button implements Widget {

    private final Model model = Model.control("Button", "Button", "ButtonStyle");
    private final String text;
    private final List<Runnable> actions = new CopyOnWriteArrayList<>();

    Button(String text) {
        this.text = text;
        model.put("description", text);
        model.onEvent(event -> {
            if ("click".equals(event.get("event"))) {
                actions.forEach(Runnable::run);
            }
        });
    }

    /**
     * Calls an action at each click, also while a cell runs. What it throws is shown in the output of the cell that shows
     * the button.
     */
    public Button onClick(Runnable action) {
        actions.add(action);
        return this;
    }

    /** Whether it can be clicked; by default yes. */
    public Button enabled(boolean yes) {
        model.put("disabled", !yes);
        return this;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public MimeBundle fallback() {
        return MimeBundle.text(toString());
    }

    @Override
    public String toString() {
        return "[" + text + "]";
    }
}
