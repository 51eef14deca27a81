package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;
import java.util.List;

/** Widgets beside or below each other. */
public final class Box implements Widget {

    private final Model model;
    private final List<Widget> children;

    Box(boolean vertical, List<? extends Widget> children) {
        this.children = List.copyOf(children);
        String name = vertical ? "VBox" : "HBox";
        model = Model.control(name, name, null).put("children", this.children);
        if (vertical) {
            align();
        }
    }

    /** Sliders and fields below each other begin at the same place when their labels are equally wide. */
    private void align() {
        int longest = children.stream().filter(child -> child instanceof Control<?>)
                .mapToInt(child -> String.valueOf(child.model().get("description")).length()).max().orElse(0);
        for (Widget child : children) {
            if (longest > 0 && child instanceof Control<?> && child.model().get("style") instanceof Model style) {
                style.put("description_width", (longest + 1) + "ch");
            }
        }
    }

    public List<Widget> children() {
        return children;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public MimeBundle fallback() {
        return Forms.joined(children.stream().map(Widget::fallback).toList());
    }

    @Override
    public String toString() {
        return Forms.text(fallback());
    }
}
