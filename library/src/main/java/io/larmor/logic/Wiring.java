package io.larmor.logic;

import io.larmor.logic.Element.Kind;
import io.larmor.physics.WallAutomaton;
import io.larmor.physics.WallAutomaton.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A circuit that has been checked, as the cells of an automaton in an order in which they can be computed. */
final class Wiring {

    private final Circuit circuit;
    private final Rule[] rules;
    private final int[] first;
    private final int[] second;
    /** The cell that makes a wire. */
    private final Map<String, Integer> makers;
    private final int[] outputs;
    /** Half cycles from the inputs to each cell by the longest and by the shortest way; null where there is a loop. */
    private final int[] longest;
    private final int[] shortest;
    private final int forks;

    private Wiring(Circuit circuit, Cells cells) {
        this.circuit = circuit;
        int[] order = cells.order(circuit);
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        rules = Arrays.stream(order).mapToObj(cells.rules::get).toArray(Rule[]::new);
        first = Arrays.stream(order).map(c -> cells.rules.get(c) == Rule.SOURCE ? cells.first.get(c) : place[cells.first.get(c)]).toArray();
        second = Arrays.stream(order).map(c -> cells.second.get(c) < 0 ? -1 : place[cells.second.get(c)]).toArray();
        makers = new LinkedHashMap<>();
        cells.makers.forEach((wire, cell) -> makers.put(wire, place[cell]));
        outputs = Arrays.stream(cells.outputs).map(c -> place[c]).toArray();
        forks = cells.forks;
        longest = new int[rules.length];
        shortest = new int[rules.length];
        loops = !ways();
    }

    private final boolean loops;

    static Wiring of(Circuit circuit) {
        return new Wiring(circuit, Cells.of(circuit));
    }

    /** Measures the ways from the inputs; false if some cell is on a loop. */
    private boolean ways() {
        boolean[] known = new boolean[rules.length];
        int left = rules.length;
        for (boolean moved = true; moved && left > 0;) {
            moved = false;
            for (int c = 0; c < rules.length; c++) {
                boolean ready = rules[c] == Rule.SOURCE || known[first[c]] && (second[c] < 0 || known[second[c]]);
                if (!known[c] && ready) {
                    if (rules[c] != Rule.SOURCE) {
                        int other = second[c] < 0 ? first[c] : second[c];
                        int own = rules[c].delays() ? 1 : 0;
                        longest[c] = own + Math.max(longest[first[c]], longest[other]);
                        shortest[c] = own + Math.min(shortest[first[c]], shortest[other]);
                    }
                    known[c] = true;
                    moved = true;
                    left--;
                }
            }
        }
        return left == 0;
    }

    WallAutomaton automaton() {
        return new WallAutomaton(rules, first, second);
    }

    Rule[] rules() {
        return rules;
    }

    int[] first() {
        return first;
    }

    int[] second() {
        return second;
    }

    int[] outputs() {
        return outputs;
    }

    Map<String, Integer> makers() {
        return makers;
    }

    boolean loops() {
        return loops;
    }

    /** The cells that can fail. */
    int[] fallible() {
        return java.util.stream.IntStream.range(0, rules.length).filter(c -> rules[c] != Rule.SOURCE).toArray();
    }

    int places() {
        return fallible().length;
    }

    int latency() {
        noLoop("has no latency");
        return Arrays.stream(outputs).map(c -> longest[c]).max().orElse(0);
    }

    int latency(String wire) {
        return longest[makers.get(wire)];
    }

    /** Whether walls that belong to one word always meet. */
    boolean balanced() {
        boolean met = Arrays.stream(outputs).allMatch(c -> longest[c] == latency());
        for (int c = 0; c < rules.length; c++) {
            met &= longest[c] == shortest[c];
        }
        return met;
    }

    void noLoop(String consequence) {
        if (loops) {
            throw new IllegalArgumentException("circuit \"" + circuit.name() + "\" has a loop, so that it remembers and " + consequence
                    + "; look at it with simulate(halfCycles, ..) or survival(..)");
        }
    }

    void mustBeBalanced(String purpose) {
        noLoop("is no function of its inputs");
        if (!balanced()) {
            throw new IllegalArgumentException("circuit \"" + circuit.name() + "\": walls of one word meet at different times, so that "
                    + purpose + " cannot be told from words before and after; take its .balanced() form");
        }
    }

    String summary() {
        var counts = new LinkedHashMap<Kind, Integer>();
        circuit.elements().forEach(e -> counts.merge(e.kind(), e.kind() == Kind.DELAY ? e.halfCycles() : 1, Integer::sum));
        if (forks > 0) {
            counts.merge(Kind.FAN_OUT, forks, Integer::sum);
        }
        var parts = new ArrayList<String>();
        counts.forEach((kind, count) -> parts.add(count + " " + kind));
        String time = loops ? "with a loop" : "latency " + latency() + (latency() == 1 ? " half cycle" : " half cycles")
                + (balanced() ? "" : ", walls meet at different times");
        return circuit.name() + ": " + String.join(", ", circuit.inputNames()) + " > " + String.join(", ", circuit.outputNames()) + "; "
                + String.join(", ", parts) + "; " + time;
    }

    /** Counts how many elements and outputs a wire leads to. */
    static Map<String, Integer> readers(Circuit circuit) {
        var readers = new HashMap<String, Integer>();
        List<String> all = new ArrayList<>(circuit.outputNames());
        circuit.elements().forEach(e -> all.addAll(e.inputs()));
        all.forEach(wire -> readers.merge(wire, 1, Integer::sum));
        return readers;
    }
}
