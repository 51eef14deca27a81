package io.larmor.kernel.spi;

import java.util.List;

/** A command of the notebook: {@code %name arguments}, or {@code %%name arguments} followed by the cell's text. */
public interface Magic {

    /** The name without percent signs. */
    String name();

    /** One line: how to call it, for example {@code %seed [NUMBER]}; shown by {@code %help} and on bad arguments. */
    String usage();

    /** One line: what it does. */
    String help();

    /**
     * What the last word of the arguments could become, each as the whole word; those that do not begin with what is typed
     * of it are left out by the caller. Called while the user types, so it must be quick. None by default, and then the
     * arguments complete as Java.
     *
     * @param arguments what stands after the name on its line, up to the cursor
     */
    default List<String> complete(String arguments) {
        return List.of();
    }

    /**
     * Runs the magic and returns the value to show, or null.
     *
     * @param arguments what stands after the name on its line, trimmed
     * @param body the rest of the cell for {@code %%name}, null for {@code %name}
     * @throws IllegalArgumentException for bad arguments; its message is shown with the usage line
     */
    Object run(String arguments, String body) throws Exception;
}
