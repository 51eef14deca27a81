package io.larmor.physics.oscillator;

/** What every network refuses. */
final class Checks {

    private Checks() {
    }

    /** Refuses a wrong number of values, or one that is not finite. */
    static void nodes(String owner, int nodes, String what, double[] values) {
        if (values.length != nodes) {
            throw new IllegalArgumentException(owner + ": " + values.length + " " + what + " for a coupling of " + nodes
                    + " nodes; one a node is needed");
        }
        for (int i = 0; i < nodes; i++) {
            if (!Double.isFinite(values[i])) {
                throw new IllegalArgumentException(owner + ": value " + i + " of the " + what + " is " + values[i]
                        + "; it must be finite");
            }
        }
    }

    /** Refuses a number that is not finite. */
    static double finite(String owner, String what, double value) {
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException(owner + "." + what + " = " + value + " must be finite");
        }
        return value;
    }
}
