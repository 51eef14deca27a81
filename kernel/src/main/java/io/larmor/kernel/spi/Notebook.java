package io.larmor.kernel.spi;

import io.larmor.kernel.comm.Comms;
import io.larmor.kernel.display.DisplayHub;
import io.larmor.kernel.display.Input;
import io.larmor.kernel.display.Renderers;
import io.larmor.kernel.display.Scope;
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
     * end, close a device. It may take half a second. It is forgotten when the cell is over.
     */
    public static void onInterrupt(Runnable hook) {
        Scope.current().onInterrupt(hook);
    }
}
