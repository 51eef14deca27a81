package io.larmor.logic;

import io.larmor.logic.Element.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts delays where walls of one word would meet at different times. */
final class Balance {

    private final Circuit circuit;
    private final Map<String, Integer> times = new HashMap<>();
    private final List<Element> balanced = new ArrayList<>();
    private int added;

    private Balance(Circuit circuit) {
        this.circuit = circuit;
    }

    static Circuit of(Circuit circuit) {
        circuit.wiring().noLoop("cannot be balanced");
        return new Balance(circuit).run();
    }

    private Circuit run() {
        circuit.inputNames().forEach(input -> times.put(input, 0));
        var left = new ArrayList<>(circuit.elements());
        while (!left.isEmpty()) {
            Element next = left.stream().filter(e -> times.keySet().containsAll(e.inputs())).findFirst().orElseThrow();
            left.remove(next);
            add(next);
        }
        int last = circuit.outputNames().stream().mapToInt(times::get).max().orElse(0);
        for (String out : circuit.outputNames()) {
            int early = last - times.get(out);
            if (early > 0 && circuit.inputNames().contains(out)) {
                throw new IllegalArgumentException("circuit \"" + circuit.name() + "\": \"" + out + "\" is an input and an output; give the"
                        + " output a wire of its own, for example delay(\"late " + out + "\", \"" + out + "\")");
            }
            if (early > 0) {
                // The wire that leads out keeps its name; what comes to the new delay and to all others gets another one.
                String inner = out + "'";
                balanced.replaceAll(e -> new Element(e.kind(), renamed(e.outputs(), out, inner), renamed(e.inputs(), out, inner),
                        e.halfCycles()));
                balanced.add(new Element(Kind.DELAY, List.of(out), List.of(inner), early));
            }
        }
        return circuit.with(balanced);
    }

    private void add(Element element) {
        List<String> inputs = new ArrayList<>(element.inputs());
        int latest = inputs.stream().mapToInt(times::get).max().orElse(0);
        boolean meet = element.kind() == Kind.AND || element.kind() == Kind.OR;
        for (int i = 0; i < inputs.size() && meet; i++) {
            int early = latest - times.get(inputs.get(i));
            if (early > 0) {
                String late = inputs.get(i) + " +" + early + (times.containsKey(inputs.get(i) + " +" + early) ? "." + ++added : "");
                balanced.add(new Element(Kind.DELAY, List.of(late), List.of(inputs.get(i)), early));
                times.put(late, latest);
                inputs.set(i, late);
            }
        }
        balanced.add(new Element(element.kind(), element.outputs(), inputs, element.halfCycles()));
        for (int i = 0; i < element.outputs().size(); i++) {
            int from = element.kind() == Kind.CROSSING ? times.get(inputs.get(i)) : latest;
            times.put(element.outputs().get(i), from + element.halfCycles());
        }
    }

    private static List<String> renamed(List<String> wires, String from, String to) {
        return wires.stream().map(wire -> wire.equals(from) ? to : wire).toList();
    }
}
