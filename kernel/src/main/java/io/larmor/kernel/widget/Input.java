package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** A control for whole numbers, texts, yes or no, or one of several things. */
public final class Input<T> implements Control<T> {

    private final Model model;
    private final String label;
    private final Coding<T> coding;
    private final List<Consumer<? super T>> actions = new CopyOnWriteArrayList<>();
    private volatile T value;

    Input(Model model, String label, Coding<T> coding, T value) {
        this.model = model;
        this.label = label;
        this.coding = coding;
        this.value = value;
        model.put("description", label).put(coding.attribute(), coding.write().apply(value));
        if (model.get("style") instanceof Model style) {
            // the front end's own width would cut labels such as "current (mA)"
            style.put("description_width", "initial");
        }
        model.onUpdate(this::changedByUser);
    }

    @Override
    public T value() {
        return value;
    }

    /**
     * Sets the value.
     *
     * @throws IllegalArgumentException for one outside the control's limits or choices
     */
    public Input<T> value(T next) {
        Object written = coding.write().apply(next);
        if (!next.equals(value)) {
            value = next;
            model.put(coding.attribute(), written);
            actions.forEach(action -> action.accept(next));
            model.settle();
        }
        return this;
    }

    @Override
    public Input<T> onChange(Consumer<? super T> action) {
        actions.add(action);
        return this;
    }

    /** Whether the user can change it; by default yes. */
    public Input<T> enabled(boolean yes) {
        model.put("disabled", !yes);
        return this;
    }

    /** Whether changes are told while the user still drags or types, rather than at the end. */
    public Input<T> continuous(boolean yes) {
        model.put("continuous_update", yes);
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
        String limits = model.get("min") instanceof Integer min ? "  (" + min + " .. " + model.get("max") + ")" : "";
        return Forms.labelled(label, coding.text().apply(value)) + limits;
    }

    private void changedByUser(Map<String, Object> changes) {
        if (!changes.containsKey(coding.attribute())) {
            return;
        }
        T next;
        try {
            next = coding.read().apply(changes.get(coding.attribute()));
            coding.write().apply(next);
        } catch (RuntimeException e) {
            // what the front end shows would otherwise differ from the value here
            model.put(coding.attribute(), coding.write().apply(value));
            return;
        }
        if (!next.equals(value)) {
            value = next;
            actions.forEach(action -> action.accept(next));
        }
    }
}
