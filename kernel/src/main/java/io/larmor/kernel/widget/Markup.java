package io.larmor.kernel.widget;

import io.larmor.kernel.spi.MimeBundle;

/** A text that can change: HTML or a plain label. */
public final class Markup implements Widget {

    private final Model model;
    private final boolean html;
    private volatile String text = "";

    Markup(boolean html, String text) {
        this.html = html;
        model = html ? Model.control("HTML", "HTML", "HTMLStyle") : Model.control("Label", "Label", "LabelStyle");
        text(text);
    }

    public String text() {
        return text;
    }

    /** Replaces the text. */
    public Markup text(String next) {
        text = next;
        model.put("value", next);
        return this;
    }

    @Override
    public Model model() {
        return model;
    }

    @Override
    public MimeBundle fallback() {
        return html ? MimeBundle.html(text, toString()) : MimeBundle.text(text);
    }

    @Override
    public String toString() {
        return html ? text.replaceAll("<[^>]*>", "").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
                : text;
    }
}
