package io.larmor.environment.setup;

import java.util.Locale;

/**
 * One line of the doctor's.
 *
 * @param name what was looked at
 * @param state how it is
 * @param found what was found
 * @param remedy what to do; empty when there is nothing to do
 */
public record Check(String name, State state, String found, String remedy) {

    /** How a thing is: in order; usable but not as it should be; not there. */
    public enum State {
        /** In order. */
        OK,
        /** Usable, but not as it should be. */
        WARN,
        /** Not there. */
        MISSING;

        /** The word for it in lower case. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static Check ok(String name, String found) {
        return new Check(name, State.OK, found, "");
    }

    static Check warn(String name, String found, String remedy) {
        return new Check(name, State.WARN, found, remedy);
    }

    static Check missing(String name, String found, String remedy) {
        return new Check(name, State.MISSING, found, remedy);
    }
}
