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

    /** Controls below each other begin at the same place when their labels are equally wide. */
    private void align() {
        List<Model> labelled = children.stream().map(Widget::model).filter(child -> child.get("description") instanceof String
                && child.get("style") instanceof Model style && style.get("description_width") != null).toList();
        int longest = labelled.stream().mapToInt(child -> ((String) child.get("description")).length()).max().orElse(0);
        labelled.forEach(child -> child.part("style").put("description_width", (longest + 1) + "ch"));
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
