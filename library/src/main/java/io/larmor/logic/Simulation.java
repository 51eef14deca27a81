package io.larmor.logic;

import io.larmor.core.Philox;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.physics.WallAutomaton;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** Runs a circuit. */
final class Simulation {

    private final int[] fallible;
    private final double fault;
    private final Philox random;
    private final long[] faults;
    /** How many more places work before the next fault; places are counted over cells, copies and half cycles. */
    private double skip;

    /**
     * Faults in all copies of an automaton: instead of asking every place whether it fails, the number of places until the next
     * fault is drawn, which is geometric.
     */
    Simulation(Wiring wiring, double fault, Seed seed) {
        fallible = wiring.fallible();
        this.fault = fault;
        random = fault == 0 ? null : seed.generator();
        faults = new long[wiring.rules().length];
        skip = fault == 0 ? Double.POSITIVE_INFINITY : draw();
    }

    private double draw() {
        return Math.floor(Math.log(1 - random.nextDouble()) / Math.log1p(-fault));
    }

    /** The faults of the next half cycle. */
    long[] next() {
        Arrays.fill(faults, 0);
        double places = 64.0 * fallible.length;
        while (skip < places) {
            int place = (int) skip;
            faults[fallible[place >> 6]] |= 1L << (place & 63);
            skip += 1 + draw();
        }
        skip -= places;
        return faults;
    }

    /** One run, shown wire by wire. */
    static Waveform run(Circuit circuit, Wiring wiring, boolean[][] drive, int halfCycles) {
        var automaton = wiring.automaton();
        var faults = new Simulation(wiring, circuit.fault(), seed(circuit).child("run"));
        Map<String, boolean[]> wires = new LinkedHashMap<>();
        wiring.makers().keySet().forEach(wire -> wires.put(wire, new boolean[halfCycles]));
        boolean[][] outputs = new boolean[circuit.outputNames().size()][halfCycles];
        long[] inputs = new long[drive.length];
        try (var progress = Progress.of("running " + circuit.name(), halfCycles)) {
            for (int t = 0; t < halfCycles; t++) {
                fill(drive, t, inputs);
                automaton.step(inputs, faults.next());
                for (var wire : wires.entrySet()) {
                    wire.getValue()[t] = (automaton.value(wiring.makers().get(wire.getKey())) & 1) != 0;
                }
                for (int o = 0; o < outputs.length; o++) {
                    // A fork may stand between the wire and the way out, with a fault of its own.
                    outputs[o][t] = (automaton.value(wiring.outputs()[o]) & 1) != 0;
                }
                progress.step();
            }
        }
        for (int o = 0; o < outputs.length; o++) {
            wires.put(circuit.outputNames().get(o), outputs[o]);
        }
        return new Waveform(circuit.name(), circuit.inputNames(), circuit.outputNames(), wires, halfCycles, circuit.field());
    }

    static void fill(boolean[][] drive, int t, long[] inputs) {
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = t < drive[i].length && drive[i][t] ? -1 : 0;
        }
    }

    static Seed seed(Circuit circuit) {
        return Seed.root().child("circuit").child(circuit.name());
    }

    /** What the outputs are without faults when words follow each other: half cycles x outputs. */
    static boolean[][] faultless(Wiring wiring, boolean[][] drive, int halfCycles) {
        WallAutomaton automaton = wiring.automaton();
        long[] none = new long[wiring.rules().length];
        long[] inputs = new long[drive.length];
        boolean[][] outputs = new boolean[halfCycles][wiring.outputs().length];
        for (int t = 0; t < halfCycles; t++) {
            fill(drive, t, inputs);
            automaton.step(inputs, none);
            for (int o = 0; o < outputs[t].length; o++) {
                outputs[t][o] = (automaton.value(wiring.outputs()[o]) & 1) != 0;
            }
        }
        return outputs;
    }
}
