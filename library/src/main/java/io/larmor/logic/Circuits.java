package io.larmor.logic;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;

/** Circuits that are often needed, made of NOT, AND and OR. */
public final class Circuits {

    public static final Parameter BITS = new Parameter("bits", Quantity.of("bits"), 2, 1000, 8,
            "how many bits a ring holds, one a half cycle of its length");

    private Circuits() {
    }

    /** Exactly one of {@code a} and {@code b}. */
    public static Circuit xor() {
        return Circuit.named("xor").inputs("a", "b").or("any", "a", "b").and("both", "a", "b").not("not both", "both")
                .and("out", "any", "not both").outputs("out").balanced();
    }

    /** {@code a + b} as {@code sum} and {@code carry}. */
    public static Circuit halfAdder() {
        return sumAndCarry().outputs("carry", "sum").balanced();
    }

    private static Circuit sumAndCarry() {
        return Circuit.named("half adder").inputs("a", "b").or("any", "a", "b").and("carry", "a", "b").not("not both", "carry")
                .and("sum", "any", "not both");
    }

    /** {@code a + b + c} as {@code sum} and {@code carry}, of two half adders. */
    public static Circuit fullAdder() {
        return Circuit.named("full adder").inputs("a", "b", "c").part("first", sumAndCarry(), "a", "b").or("any", "first.sum", "c")
                .and("both", "first.sum", "c").not("not both", "both").and("sum", "any", "not both").or("carry", "first.carry", "both")
                .outputs("carry", "sum").balanced();
    }

    /** A ring that keeps as many bits as it has half cycles: what comes in at {@code in} goes round for ever. */
    public static Circuit ring(int bits) {
        BITS.check("shiftRing", bits);
        return Circuit.named("ring of " + bits).inputs("in").or("head", "in", "tail").delay("tail", "head", bits).outputs("tail");
    }
}
