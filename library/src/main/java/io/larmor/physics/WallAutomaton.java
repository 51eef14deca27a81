package io.larmor.physics;

/**
 * Domain walls in clocked nanowires as a cellular automaton: in each half cycle of the rotating field a cell holds a wall or
 * none. An inverter and a delay give, in one half cycle, what they read in the last; junctions and forks give it at once. 64
 * copies of the circuit run side by side in the bits of a {@code long}, each with faults of its own; a copy's bit does not
 * depend on its neighbors. Allwood et al., Science 309, 1688 (2005).
 */
public final class WallAutomaton {

    /** What a cell makes of the cells that it reads. */
    public enum Rule {
        /** What it is given from outside. */
        SOURCE,
        /** The opposite of what it read in the last half cycle. */
        NOT,
        /** What it read in the last half cycle. */
        DELAY,
        /** Walls on both wires. */
        AND,
        /** A wall on one wire or on both. */
        OR,
        /** What it reads. */
        PASS;

        /** Whether a wall needs a half cycle to get through. */
        public boolean delays() {
            return this == NOT || this == DELAY;
        }
    }

    private final Rule[] rules;
    private final int[] first;
    private final int[] second;
    private final long[] values;
    private final long[] held;

    /**
     * An automaton whose wires are empty.
     *
     * @param rules of the cells; a cell without a delay stands behind those without a delay that it reads
     * @param first the cell that each one reads; for a source the number of its input
     * @param second the second cell that a junction reads
     */
    public WallAutomaton(Rule[] rules, int[] first, int[] second) {
        this.rules = rules.clone();
        this.first = first.clone();
        this.second = second.clone();
        this.values = new long[rules.length];
        this.held = new long[rules.length];
    }

    /** The number of cells. */
    public int cells() {
        return rules.length;
    }

    /** What a cell holds in this half cycle, one bit a copy. */
    public long value(int cell) {
        return values[cell];
    }

    /**
     * One half cycle.
     *
     * @param inputs one bit a copy for each source
     * @param faults one bit a copy for each cell: where set, the cell gives the wrong value
     */
    public void step(long[] inputs, long[] faults) {
        for (int c = 0; c < rules.length; c++) {
            held[c] = rules[c] == Rule.NOT ? ~values[first[c]] : rules[c] == Rule.DELAY ? values[first[c]] : 0;
        }
        for (int c = 0; c < rules.length; c++) {
            if (rules[c].delays()) {
                values[c] = held[c] ^ faults[c];
            }
        }
        settle(inputs, faults);
    }

    private void settle(long[] inputs, long[] faults) {
        for (int c = 0; c < rules.length; c++) {
            switch (rules[c]) {
                case SOURCE -> values[c] = inputs[first[c]];
                case AND -> values[c] = values[first[c]] & values[second[c]] ^ faults[c];
                case OR -> values[c] = (values[first[c]] | values[second[c]]) ^ faults[c];
                case PASS -> values[c] = values[first[c]] ^ faults[c];
                default -> { }
            }
        }
    }

    /**
     * The value of one cell of one copy after its input was held for ever, by recursion from the end to the sources; for circuits
     * without loops. It is the plain form that {@link #step} is compared with.
     */
    public static boolean settled(Rule[] rules, int[] first, int[] second, boolean[] inputs, boolean[] faults, int cell) {
        boolean right = switch (rules[cell]) {
            case SOURCE -> inputs[first[cell]];
            case NOT -> !settled(rules, first, second, inputs, faults, first[cell]);
            case DELAY, PASS -> settled(rules, first, second, inputs, faults, first[cell]);
            case AND -> settled(rules, first, second, inputs, faults, first[cell])
                    & settled(rules, first, second, inputs, faults, second[cell]);
            case OR -> settled(rules, first, second, inputs, faults, first[cell])
                    | settled(rules, first, second, inputs, faults, second[cell]);
        };
        return right ^ faults[cell];
    }
}
