package io.larmor.kernel.magic;

import io.larmor.kernel.spi.Magic;
import java.util.List;
import java.util.function.Function;

/** A magic made of its descriptions and a body. */
record Builtin(String name, String usage, String help, Function<String, List<String>> completions, Body body)
        implements Magic {

    /** What the magic does; see {@link Magic#run}. */
    @FunctionalInterface
    interface Body {
        Object run(String arguments, String body) throws Exception;
    }

    /** One whose arguments complete as Java. */
    Builtin(String name, String usage, String help, Body body) {
        this(name, usage, help, typed -> List.of(), body);
    }

    /** The same under another name. */
    Builtin alias(String other) {
        return new Builtin(other, usage.replaceAll("(%+)" + name + "\\b", "$1" + other), "as %" + name, completions, body);
    }

    @Override
    public List<String> complete(String arguments) {
        return completions.apply(arguments);
    }

    @Override
    public Object run(String arguments, String text) throws Exception {
        return body.run(arguments, text);
    }

    /** Refuses arguments. */
    static void none(String magic, String arguments) {
        if (!arguments.isEmpty()) {
            throw new IllegalArgumentException(magic + " takes no arguments, but got \"" + arguments + "\"");
        }
    }
}
