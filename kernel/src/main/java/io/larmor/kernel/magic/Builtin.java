package io.larmor.kernel.magic;

import io.larmor.kernel.spi.Magic;

/** A magic made of its descriptions and a body. */
record Builtin(String name, String usage, String help, Body body) implements Magic {

    /** What the magic does; see {@link Magic#run}. */
    @FunctionalInterface
    interface Body {
        Object run(String arguments, String body) throws Exception;
    }

    @Override
    public Object run(String arguments, String text) throws Exception {
        return body.run(arguments, text);
    }
}
