package io.larmor.kernel.widget;

import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Function;

/** Makes widgets; every notebook imports these. A widget shows as the value of a cell or by {@code display(..)}. */
public final class Widgets {

    private static final String SLIDER_WIDTH = "420px";

    private Widgets() {
    }

    /**
     * A slider for real numbers, at its lower end until set; its step is a hundredth of its range. Example:
     * {@code slider("field (mT)", 0, 50).value(20)}.
     *
     * @param label what stands beside it
     * @param from the lower end, a plain number
     * @param to the upper end, a plain number
     */
    public static RealInput slider(String label, double from, double to) {
        return slider("FloatSlider", label, from, to, from).step((to - from) / 100);
    }

    /**
     * A slider for positive numbers over decades, both limits included. Example:
     * {@code logSlider("damping", 1e-3, 1)}.
     *
     * @param label what stands beside it
     * @param from the lower end, a plain number above 0
     * @param to the upper end, a plain number
     */
    public static RealInput logSlider(String label, double from, double to) {
        if (!(from > 0)) {
            throw new IllegalArgumentException("logSlider \"" + label + "\": from = " + from + " must be above 0; use slider");
        }
        Model model = ranged("FloatLogSlider", "FloatLogSlider", label, Math.log10(from), Math.log10(to));
        return new RealInput(model.put("base", 10.0).put("readout_format", ".3g"), label, from).step(0.05);
    }

    /**
     * A slider for whole numbers, at its lower end until set. Example:
     * {@code intSlider("nodes", 1, 400).value(24)}.
     */
    public static Input<Integer> intSlider(String label, int from, int to) {
        Model model = ranged("IntSlider", "IntSlider", label, from, to);
        return new Input<>(model, label, Coding.whole(label, model), from);
    }

    /**
     * A field for a real number. Example:
     * {@code realField("current (mA)", 6)}.
     *
     * @param label what stands beside it
     * @param value what it holds at first, a plain number
     */
    public static RealInput realField(String label, double value) {
        return new RealInput(Model.control("FloatText", "FloatText", "DescriptionStyle"), label, value);
    }

    /**
     * A field for a whole number. Example:
     * {@code intField("seed", 2017)}.
     */
    public static Input<Integer> intField(String label, int value) {
        Model model = Model.control("IntText", "IntText", "DescriptionStyle");
        return new Input<>(model, label, Coding.whole(label, model), value);
    }

    /**
     * A field for a line of text. Example:
     * {@code textField("title", "first try")}.
     */
    public static Input<String> textField(String label, String value) {
        return new Input<>(Model.control("Text", "Text", "TextStyle"), label,
                new Coding<>("value", text -> text, String::valueOf, text -> text), value);
    }

    /**
     * A list of which one is chosen, the first until set; each shows as its {@code toString}. Example:
     * {@code dropdown("shape", "sine", "square")}.
     */
    @SafeVarargs
    public static <T> Input<T> dropdown(String label, T... choices) {
        return dropdown(label, List.of(choices));
    }

    /**
     * A list of which one is chosen, the first until set; each shows as its {@code toString}. Example:
     * {@code dropdown("nodes", List.of(24, 100, 400))}.
     */
    public static <T> Input<T> dropdown(String label, List<T> choices) {
        return choice("Dropdown", "DescriptionStyle", label, choices);
    }

    /**
     * Buttons of which one is pressed, the first until set. Example:
     * {@code toggles("scale", "linear", "logarithmic")}.
     */
    @SafeVarargs
    public static <T> Input<T> toggles(String label, T... choices) {
        return choice("ToggleButtons", "ToggleButtonsStyle", label, List.of(choices));
    }

    /**
     * A box to tick. Example:
     * {@code checkbox("with noise", true)}.
     */
    public static Input<Boolean> checkbox(String label, boolean value) {
        return new Input<>(Model.control("Checkbox", "Checkbox", "CheckboxStyle").put("indent", false), label,
                new Coding<>("value", yes -> yes, read -> (Boolean) read, yes -> yes ? "yes" : "no"), value);
    }

    /**
     * Counts from one number to another, a step each so many milliseconds, when the user presses play. Example:
     * {@code player("frame", 0, 100, 50)}.
     */
    public static Input<Integer> player(String label, int from, int to, int millis) {
        Model model = range(Model.control("Play", "Play", "DescriptionStyle"), label, from, to).put("interval", millis);
        return new Input<>(model, label, Coding.whole(label, model), from);
    }

    /**
     * A button; {@code onClick} says what it does. Example:
     * {@code button("again").onClick(() -> System.out.println("once more"))}.
     */
    public static Button button(String text) {
        return new Button(text);
    }

    /**
     * A bar that fills from one value to another. Example:
     * {@code progressBar("simulated (ns)", 0, 500).value(120)}.
     *
     * @param label what stands beside it
     * @param from where it is empty, a plain number
     * @param to where it is full, a plain number
     */
    public static ProgressBar progressBar(String label, double from, double to) {
        return new ProgressBar(label, from, to);
    }

    /**
     * HTML that can be changed. Example:
     * {@code html("<b>waiting</b>")}.
     */
    public static Markup html(String html) {
        return new Markup(true, html);
    }

    /**
     * A text that can be changed. Example:
     * {@code label("waiting")}.
     */
    public static Markup label(String text) {
        return new Markup(false, text);
    }

    /**
     * A picture that can be changed: the bytes of a PNG or JPEG file, or what renders as a PNG. Example:
     * {@code picture(new java.awt.image.BufferedImage(8, 8, 1))}.
     */
    public static Picture picture(Object shown) {
        return new Picture(shown);
    }

    /**
     * A place for output. Example:
     * {@code outputArea().add("first").add("second")}.
     */
    public static OutputArea outputArea() {
        return new OutputArea();
    }

    /**
     * Widgets beside each other. Example:
     * {@code hbox(checkbox("on", true), button("go"))}.
     */
    public static Box hbox(Widget... children) {
        return new Box(false, List.of(children));
    }

    /**
     * Widgets below each other. Example:
     * {@code vbox(label("settings"), slider("gain", 0, 1))}.
     */
    public static Box vbox(Widget... children) {
        return new Box(true, List.of(children));
    }

    /**
     * A control above the result of a function of its value, which is computed anew at each change. Example:
     * {@code interact(slider("x", 0, 3), x -> x * x)}.
     *
     * @param function its result is shown like that of a cell, with what it prints above; null shows nothing
     */
    public static <A> Interact interact(Control<A> a, Function<? super A, ?> function) {
        return new Interact(List.of(a), () -> function.apply(a.value()));
    }

    /**
     * Two controls and a function of both. Example:
     * {@code interact(slider("x", 0, 3), slider("y", 0, 3), (x, y) -> x * y)}.
     */
    public static <A, B> Interact interact(Control<A> a, Control<B> b, BiFunction<? super A, ? super B, ?> function) {
        return new Interact(List.of(a, b), () -> function.apply(a.value(), b.value()));
    }

    /**
     * Three controls and a function of all. Example:
     * {@code interact(slider("x", 0, 3), slider("y", 0, 3), checkbox("sum", true), (x, y, sum) -> sum ? x + y : x * y)}.
     */
    public static <A, B, C> Interact interact(Control<A> a, Control<B> b, Control<C> c,
            Interact.Of3<? super A, ? super B, ? super C> function) {
        return new Interact(List.of(a, b, c), () -> function.apply(a.value(), b.value(), c.value()));
    }

    /**
     * A control above what an action prints and displays, which runs anew at each change. Example:
     * {@code watch(intSlider("n", 1, 9), n -> System.out.println("*".repeat(n)))}.
     */
    public static <A> Interact watch(Control<A> a, Consumer<? super A> action) {
        return new Interact(List.of(a), () -> {
            action.accept(a.value());
            return null;
        });
    }

    private static RealInput slider(String name, String label, double from, double to, double value) {
        return new RealInput(ranged(name, name, label, from, to), label, value);
    }

    private static Model ranged(String name, String view, String label, Number from, Number to) {
        Model model = range(Model.control(name, view, "SliderStyle"), label, from, to);
        model.part("layout").put("width", SLIDER_WIDTH).put("max_width", "100%");
        return model;
    }

    private static Model range(Model model, String label, Number from, Number to) {
        if (!(from.doubleValue() < to.doubleValue())) {
            throw new IllegalArgumentException(Coding.name(label) + ": from = " + from + " must be below to = " + to);
        }
        return model.put("min", from).put("max", to);
    }

    private static <T> Input<T> choice(String name, String style, String label, List<T> choices) {
        List<T> all = List.copyOf(choices);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(Coding.name(label) + ": there is nothing to choose from");
        }
        List<String> labels = all.stream().map(String::valueOf).toList();
        Model model = Model.control(name, name, style).put("_options_labels", labels);
        return new Input<>(model, label, new Coding<>("index", value -> {
            int index = all.indexOf(value);
            if (index < 0) {
                throw new IllegalArgumentException(Coding.name(label) + ": " + value + " is not among " + labels);
            }
            return index;
        }, index -> all.get(((Number) index).intValue()), String::valueOf), all.get(0));
    }
}
