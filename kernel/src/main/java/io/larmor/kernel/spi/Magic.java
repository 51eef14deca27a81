package io.larmor.kernel.spi;

/** A command of the notebook: {@code %name arguments}, or {@code %%name arguments} followed by the cell's text. */
public interface Magic {

    /** The name without percent signs. */
    String name();

    /** One line: how to call it, for example {@code %seed [NUMBER]}; shown by {@code %help} and on bad arguments. */
    String usage();

    /** One line: what it does. */
    String help();

    /**
     * Runs the magic and returns the value to show, or null.
     *
     * @param arguments what stands after the name on its line, trimmed
     * @param body the rest of the cell for {@code %%name}, null for {@code %name}
     * @throws IllegalArgumentException for bad arguments; its message is shown with the usage line
     */
    Object run(String arguments, String body) throws Exception;
}
