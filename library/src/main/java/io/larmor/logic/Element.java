package io.larmor.logic;

import java.util.List;

/**
 * One piece of nanowire that does something.
 *
 * @param kind what it does
 * @param outputs the names of the wires that leave it
 * @param inputs the names of the wires that lead to it
 * @param halfCycles how many half cycles of the field a wall needs to get through
 */
public record Element(Kind kind, List<String> outputs, List<String> inputs, int halfCycles) {

    /** What an element does. */
    public enum Kind {
        /** A cusp, in which the field turns a wall's meaning round in half a cycle. */
        NOT("NOT"),
        /** Two wires that meet in a third, biased so that only two walls together get through. */
        AND("AND"),
        /** Two wires that meet in a third, biased so that one wall is enough. */
        OR("OR"),
        /** A wire that forks. */
        FAN_OUT("fork"),
        /** Two wires that cross without disturbing each other. */
        CROSSING("cross"),
        /** Bends that take a wall a half cycle each. */
        DELAY("delay");

        private final String label;

        Kind(String label) {
            this.label = label;
        }

        @Override
        public String toString() {
            return label;
        }
    }

    public Element {
        outputs = List.copyOf(outputs);
        inputs = List.copyOf(inputs);
    }

    /** As people write it: {@code x = AND(a, b)}. */
    @Override
    public String toString() {
        return String.join(", ", outputs) + " = " + kind + (kind == Kind.DELAY ? " " + halfCycles : "") + "("
                + String.join(", ", inputs) + ")";
    }
}
