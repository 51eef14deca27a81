package io.larmor.logic;

import io.larmor.logic.Element.Kind;
import io.larmor.physics.WallAutomaton.Rule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Makes cells of a circuit's elements, with the forks that add themselves, and refuses circuits that cannot be run. */
final class Cells {

    final List<Rule> rules = new ArrayList<>();
    final List<Integer> first = new ArrayList<>();
    final List<Integer> second = new ArrayList<>();
    final List<String> wires = new ArrayList<>();
    final Map<String, Integer> makers = new LinkedHashMap<>();
    int[] outputs;
    int forks;

    private Cells() {
    }

    static Cells of(Circuit circuit) {
        check(circuit);
        var cells = new Cells();
        for (String input : circuit.inputNames()) {
            cells.makers.put(input, cells.add(Rule.SOURCE, cells.makers.size(), input));
        }
        for (Element element : circuit.elements()) {
            cells.make(element);
        }
        cells.join(circuit);
        return cells;
    }

    private int add(Rule rule, int reads, String wire) {
        rules.add(rule);
        first.add(reads);
        second.add(-1);
        wires.add(wire);
        return rules.size() - 1;
    }

    /** The element's cells; what the first of them read is joined when all are there. */
    private void make(Element element) {
        List<String> outs = element.outputs();
        switch (element.kind()) {
            case NOT -> makers.put(outs.get(0), add(Rule.NOT, -1, outs.get(0)));
            case AND -> makers.put(outs.get(0), add(Rule.AND, -1, outs.get(0)));
            case OR -> makers.put(outs.get(0), add(Rule.OR, -1, outs.get(0)));
            case FAN_OUT -> {
                int cell = add(Rule.PASS, -1, outs.get(0));
                outs.forEach(out -> makers.put(out, cell));
            }
            case CROSSING -> outs.forEach(out -> makers.put(out, add(Rule.PASS, -1, out)));
            case DELAY -> {
                int cell = add(Rule.DELAY, -1, outs.get(0));
                for (int i = 1; i < element.halfCycles(); i++) {
                    cell = add(Rule.DELAY, cell, outs.get(0));
                }
                makers.put(outs.get(0), cell);
            }
        }
    }

    /** Joins the wires; one that is read often gets a fork for every reader but the last. */
    private void join(Circuit circuit) {
        var left = new HashMap<>(Wiring.readers(circuit));
        var ends = new HashMap<>(makers);
        int cell = circuit.inputNames().size();
        for (Element element : circuit.elements()) {
            List<String> ins = element.inputs();
            if (element.kind() == Kind.CROSSING) {
                first.set(cell, next(ins.get(0), left, ends));
                first.set(cell + 1, next(ins.get(1), left, ends));
            } else {
                first.set(cell, next(ins.get(0), left, ends));
                if (ins.size() == 2) {
                    second.set(cell, next(ins.get(1), left, ends));
                }
            }
            cell += element.kind() == Kind.CROSSING ? 2 : Math.max(1, element.halfCycles());
        }
        outputs = circuit.outputNames().stream().mapToInt(out -> next(out, left, ends)).toArray();
    }

    private int next(String wire, Map<String, Integer> left, Map<String, Integer> ends) {
        int readers = left.merge(wire, -1, Integer::sum) + 1;
        if (readers > 1) {
            ends.put(wire, add(Rule.PASS, ends.get(wire), wire));
            forks++;
        }
        return ends.get(wire);
    }

    /** An order in which cells without a delay come after those that they read. */
    int[] order(Circuit circuit) {
        int n = rules.size();
        int[] state = new int[n];
        var order = new ArrayList<Integer>();
        for (int c = 0; c < n; c++) {
            visit(circuit, c, state, order, new ArrayList<>());
        }
        return order.stream().mapToInt(c -> c).toArray();
    }

    private void visit(Circuit circuit, int cell, int[] state, List<Integer> order, List<Integer> way) {
        if (state[cell] == 2) {
            return;
        }
        way.add(cell);
        if (state[cell] == 1) {
            String loop = way.subList(way.indexOf(cell), way.size()).stream().map(wires::get).distinct()
                    .collect(Collectors.collectingAndThen(Collectors.toList(), list -> {
                        java.util.Collections.reverse(list);
                        list.add(list.get(0));
                        return String.join(" > ", list);
                    }));
            throw new IllegalArgumentException("circuit \"" + circuit.name() + "\": the loop " + loop + " has no delay: a wall would run"
                    + " round it within one half cycle. Put a delay(..) or a not(..) into it");
        }
        state[cell] = 1;
        if (rules.get(cell) != Rule.SOURCE && !rules.get(cell).delays()) {
            visit(circuit, first.get(cell), state, order, way);
            if (second.get(cell) >= 0) {
                visit(circuit, second.get(cell), state, order, way);
            }
        }
        state[cell] = 2;
        way.remove(way.size() - 1);
        order.add(cell);
    }

    private static void check(Circuit circuit) {
        String owner = "circuit \"" + circuit.name() + "\": ";
        if (circuit.outputNames().isEmpty()) {
            throw new IllegalArgumentException(owner + "no wire leads out; name one with .outputs(..)");
        }
        var made = new LinkedHashMap<String, String>();
        for (String input : circuit.inputNames()) {
            once(owner, made, input, "an input");
        }
        for (Element element : circuit.elements()) {
            element.outputs().forEach(out -> once(owner, made, out, element.toString()));
        }
        for (Element element : circuit.elements()) {
            for (String in : element.inputs()) {
                if (in.isBlank()) {
                    throw new IllegalArgumentException(owner + "an input of " + element + " is not connected; name the wire that leads there");
                }
                if (!made.containsKey(in)) {
                    throw Names.unknown(circuit, element + " reads", in, made.keySet());
                }
            }
        }
        for (String out : circuit.outputNames()) {
            if (!made.containsKey(out)) {
                throw Names.unknown(circuit, "the output is", out, made.keySet());
            }
        }
        Map<String, Integer> readers = Wiring.readers(circuit);
        String[] loose = made.keySet().stream().filter(wire -> !readers.containsKey(wire)).toArray(String[]::new);
        if (loose.length > 0) {
            boolean input = circuit.inputNames().contains(loose[0]);
            throw new IllegalArgumentException(owner + (input ? "the input \"" + loose[0] + "\" is not connected to anything"
                    : "the wire \"" + loose[0] + "\" leads nowhere") + (loose.length > 1 ? ", nor are " + String.join(", ",
                    Arrays.copyOfRange(loose, 1, loose.length)) : "") + "; let an element read it, or name it with .outputs(..)");
        }
    }

    private static void once(String owner, Map<String, String> made, String wire, String maker) {
        if (wire.isBlank()) {
            throw new IllegalArgumentException(owner + maker + " has a wire without a name");
        }
        String before = made.put(wire, maker);
        if (before != null) {
            throw new IllegalArgumentException(owner + "the wire \"" + wire + "\" is made twice, by " + before + " and by " + maker
                    + "; two wires only meet in and(..) or or(..)");
        }
    }
}
