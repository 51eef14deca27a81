package io.larmor.kernel.spi;

import io.larmor.kernel.comm.Comms;
import io.larmor.kernel.display.DisplayHub;
import io.larmor.kernel.display.Input;
import io.larmor.kernel.display.JsonTree;
import io.larmor.kernel.display.Renderers;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.magic.Magics;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What every cell can call without an import: shows values in the output of the cell that the thread belongs to. */
public final class Notebook {

    private Notebook() {
    }

    /**
     * Shows a value and returns its display id, by which {@link #updateDisplay} replaces it. Example:
     * {@code display(List.of(1, 2, 3))}.
     */
    public static String display(Object value) {
        return new DisplayHub(Renderers.active()).show(value);
    }

    /**
     * Shows a value under a display id, or in one form only when the second argument is a MIME type (has a slash): a
     * string is then taken as the content itself. Example: {@code display("<b>hi</b>", "text/html")}.
     *
     * @return the display id
     */
    public static String display(Object value, String idOrMime) {
        if (idOrMime.indexOf('/') >= 0) {
            return display(value, new String[] {idOrMime});
        }
        new DisplayHub(Renderers.active()).show(value, idOrMime);
        return idOrMime;
    }

    /**
     * Shows a value in the given forms (MIME types) and returns its display id. Example:
     * {@code display("x < 1", "text/html", "text/plain")}.
     */
    public static String display(Object value, String... mimes) {
        String id = UUID.randomUUID().toString();
        Scope.current().display(render(value, mimes), id, false);
        return id;
    }

    /** Replaces what was shown under the id. Example: {@code updateDisplay("progress", "half done")}. */
    public static void updateDisplay(String id, Object value) {
        new DisplayHub(Renderers.active()).update(id, value);
    }

    /**
     * Replaces what was shown under the id by certain forms (MIME types) of a value. Example:
     * {@code updateDisplay("progress", "<b>done</b>", "text/html")}.
     */
    public static void updateDisplay(String id, Object value, String... mimes) {
        Scope.current().display(render(value, mimes), id, true);
    }

    /** All forms of a value, without showing it. Example: {@code render(List.of(1, 2)).data().keySet()}. */
    public static MimeBundle render(Object value) {
        return Renderers.active().render(value);
    }

    /**
     * Certain forms (MIME types) of a value, without showing it; a string is taken as the content itself. Example:
     * {@code render("<i>hi</i>", "text/html")}.
     */
    public static MimeBundle render(Object value, String... mimes) {
        return mimes.length == 0 ? render(value) : Renderers.active().render(value, mimes);
    }

    /** Clears the cell's output: now, or when the next output arrives. Example: {@code clearOutput(true)}. */
    public static void clearOutput(boolean wait) {
        Scope.current().clear(wait);
    }

    /**
     * Opens a comm to the front end under a target that it knows; nothing is heard where there is none. Example:
     * {@code comm("my.chart", Map.of("field", 0.05))}.
     */
    public static Comm comm(String target, Map<String, ?> data) {
        return Comms.active().open(target, Comm.Packet.of(data));
    }

    /**
     * Lets the front end open comms under a name; a target of the same name is replaced. Example:
     * {@code commTarget("my.slider", (comm, first) -> System.out.println(first.data()))}.
     */
    public static void commTarget(String name, Comm.Target target) {
        Comms.active().target(name, target);
    }

    /** Asks the user for a line of text. Example: {@code int count = Integer.parseInt(input("how many? "))}. */
    public static String input(String prompt) {
        Scope.current().flush();
        return Input.ask(Scope.current().outlet(), prompt, false);
    }

    /**
     * Asks the user for a line of text that is not shown while it is typed. Example:
     * {@code String secret = password("password: ")}.
     */
    public static String password(String prompt) {
        Scope.current().flush();
        return Input.ask(Scope.current().outlet(), prompt, true);
    }

    /**
     * Does something when the user interrupts this cell, just before it is stopped: tell a simulation on other threads to
     * end, close a device. It may take half a second. It is forgotten when the cell is over. Example:
     * {@code onInterrupt(() -> System.out.println("stopped"))}.
     */
    public static void onInterrupt(Runnable hook) {
        Scope.current().onInterrupt(hook);
    }

    /** Markdown to be shown as such. Example: {@code markdown("a **bold** word")}. */
    public static MimeBundle markdown(String source) {
        return new MimeBundle(Map.of("text/markdown", source, "text/plain", source), Map.of());
    }

    /**
     * LaTeX to be shown as such; what has no dollar signs and no environment is taken as one formula. Example:
     * {@code latex("\\zeta = I / I_{th}")}.
     */
    public static MimeBundle latex(String source) {
        boolean ready = source.contains("$") || source.contains("\\begin{") || source.contains("\\[") || source.contains("\\(");
        return new MimeBundle(Map.of("text/latex", ready ? source : "$\\displaystyle " + source + "$", "text/plain", source),
                Map.of());
    }

    /**
     * A picture in SVG. Example:
     * {@code svg("<svg xmlns='http://www.w3.org/2000/svg' width='40' height='40'><circle cx='20' cy='20' r='15'/></svg>")}.
     */
    public static MimeBundle svg(String source) {
        return new MimeBundle(Map.of("image/svg+xml", source, "text/plain", "(SVG, " + source.length() + " characters)"),
                Map.of());
    }

    /**
     * A tree to browse: JSON as text, or maps, lists, arrays, records, strings and numbers. Example:
     * {@code json(Map.of("field", 0.05, "steps", List.of(1, 2, 3)))}.
     */
    public static MimeBundle json(Object tree) {
        return JsonTree.bundle(tree);
    }

    /**
     * Calls a magic from Java, as {@code x = %name arguments} does. Example: {@code lineMagic("versions", "")}.
     *
     * @return its value; null when it has none
     * @throws IllegalArgumentException for an unknown magic or bad arguments, with the usage line
     */
    public static <T> T lineMagic(String name, String arguments) throws Exception {
        @SuppressWarnings("unchecked")
        T value = (T) Magics.active().run(name, arguments, null);
        return value;
    }

    /**
     * Calls a magic from Java, with the arguments one by one. Example: {@code lineMagic("help", List.of("time"))}.
     */
    public static <T> T lineMagic(String name, List<String> arguments) throws Exception {
        return lineMagic(name, joined(arguments));
    }

    /** Calls a magic with a text below it. Example: {@code cellMagic("html", List.of(), "<b>hi</b>")}. */
    public static <T> T cellMagic(String name, List<String> arguments, String body) throws Exception {
        @SuppressWarnings("unchecked")
        T value = (T) Magics.active().run(name, joined(arguments), body);
        return value;
    }

    /**
     * Evaluates code, magics included, as a cell, and returns the value of its last expression; null for none. Example:
     * {@code eval("1 + 2")}.
     */
    public static Object eval(String code) throws Exception {
        return Magics.active().evaluate(code);
    }

    private static String joined(List<String> arguments) {
        return String.join(" ", arguments.stream().map(word -> word.contains(" ") ? "\"" + word + "\"" : word).toList());
    }
}
