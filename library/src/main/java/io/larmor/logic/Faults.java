package io.larmor.logic;

import io.larmor.core.Parallel;
import io.larmor.core.Progress;
import io.larmor.core.Seed;
import io.larmor.core.Sweep;
import io.larmor.physics.WallAutomaton;
import io.larmor.physics.WallAutomaton.Rule;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.stream.IntStream;

/** How often words come out wrong when elements fail: by running, and exactly. */
final class Faults {

    /** The most places whose patterns of faults are all counted: 2 to this power. */
    static final int MOST = 24;

    private static final Quantity WRONG = new Quantity("wrong words", "", Unit.PERCENT);
    private static final Quantity RIGHT = new Quantity("runs with right outputs", "", Unit.PERCENT);
    /** In lane i the bits of the number i: which of the first six places fail. */
    private static final long[] LANES = {0xAAAAAAAAAAAAAAAAL, 0xCCCCCCCCCCCCCCCCL, 0xF0F0F0F0F0F0F0F0L, 0xFF00FF00FF00FF00L,
        0xFFFF0000FFFF0000L, 0xFFFFFFFF00000000L};

    private Faults() {
    }

    static Sweep simulated(Circuit circuit, double[] faults, int runs) {
        Wiring wiring = circuit.wiring();
        wiring.mustBeBalanced("a wrong word");
        int inputs = circuit.inputNames().size();
        int latency = wiring.latency();
        int words = (runs + 63) / 64;
        boolean[][] drive = new boolean[inputs][words];
        for (int t = 0; t < words; t++) {
            boolean[] word = Drives.word(t % (1 << inputs), inputs);
            for (int i = 0; i < inputs; i++) {
                drive[i][t] = word[i];
            }
        }
        boolean[][] right = Simulation.faultless(wiring, drive, words + latency);
        var shares = new double[faults.length];
        var errors = new double[faults.length];
        Parallel.forEach("wrong words of " + circuit.name(), faults.length, i -> {
            Circuit.FAULT.check("errorRates", faults[i]);
            var random = new Simulation(wiring, faults[i], Simulation.seed(circuit).child("errorRates").child(i));
            shares[i] = (double) wrong(wiring, random, drive, right, latency) / (64.0 * words);
            errors[i] = 100 * Math.sqrt(shares[i] * (1 - shares[i]) / (64.0 * words));
            shares[i] *= 100;
        });
        return new Sweep("simulated", Circuit.FAULT.quantity(), faults.clone(), WRONG, shares, errors);
    }

    private static long wrong(Wiring wiring, Simulation random, boolean[][] drive, boolean[][] right, int latency) {
        WallAutomaton automaton = wiring.automaton();
        long[] inputs = new long[drive.length];
        long count = 0;
        try (var progress = Progress.of("words", right.length)) {
            for (int t = 0; t < right.length; t++) {
                Simulation.fill(drive, t, inputs);
                automaton.step(inputs, random.next());
                count += t < latency ? 0 : Long.bitCount(differing(wiring, automaton, right[t]));
                progress.step();
            }
        }
        return count;
    }

    private static long differing(Wiring wiring, WallAutomaton automaton, boolean[] right) {
        long wrong = 0;
        for (int o = 0; o < right.length; o++) {
            wrong |= automaton.value(wiring.outputs()[o]) ^ (right[o] ? -1 : 0);
        }
        return wrong;
    }

    static Sweep exact(Circuit circuit, double[] faults) {
        double[] patterns = patterns(circuit);
        int places = patterns.length - 1;
        return Sweep.over("exact", Circuit.FAULT.quantity(), faults, WRONG, fault -> {
            Circuit.FAULT.check("exactErrorRates", fault);
            double sum = 0;
            for (int m = 0; m <= places; m++) {
                sum += patterns[m] * Math.pow(fault, m) * Math.pow(1 - fault, places - m);
            }
            return 100 * sum;
        });
    }

    /** How many patterns of m faults make a word wrong, as a mean over the words. */
    static double[] patterns(Circuit circuit) {
        Wiring wiring = circuit.wiring();
        wiring.mustBeBalanced("a wrong word");
        int places = wiring.places();
        int inputs = circuit.inputNames().size();
        if (places > MOST || places + inputs > MOST + 8) {
            throw new IllegalArgumentException("circuit \"" + circuit.name() + "\" has " + places + " places that can fail; all patterns of"
                    + " faults are counted for up to " + MOST + ". Use errorRates(faults, runs)");
        }
        double[] counts = new double[places + 1];
        int words = 1 << inputs;
        int blocks = 1 << Math.max(0, places - 6);
        try (var progress = Progress.of("patterns of faults in " + circuit.name(), (long) words * blocks)) {
            for (int word = 0; word < words; word++) {
                var evaluation = new Evaluation(wiring, Drives.word(word, inputs));
                for (int block = 0; block < blocks; block++) {
                    long wrong = evaluation.wrong(block);
                    for (int lane = 0; wrong != 0 && lane < 64; lane++) {
                        if ((wrong >>> lane & 1) != 0) {
                            counts[Integer.bitCount(block) + Integer.bitCount(lane)] += 1.0 / words;
                        }
                    }
                    progress.step();
                }
            }
        }
        return counts;
    }

    /** One word through the circuit with 64 patterns of faults at once; time does not matter, since walls always meet. */
    private static final class Evaluation {
        private final Wiring wiring;
        private final int[] order;
        private final int[] fallible;
        private final boolean[] word;
        private final boolean[] right;
        private final long[] values;
        private final long[] faults;
        private final long lanes;

        Evaluation(Wiring wiring, boolean[] word) {
            this.wiring = wiring;
            this.word = word;
            order = order(wiring);
            fallible = wiring.fallible();
            values = new long[wiring.rules().length];
            faults = new long[values.length];
            lanes = fallible.length >= 6 ? -1L : (1L << (1 << fallible.length)) - 1;
            settle();
            right = new boolean[wiring.outputs().length];
            for (int o = 0; o < right.length; o++) {
                right[o] = (values[wiring.outputs()[o]] & 1) != 0;
            }
        }

        long wrong(int block) {
            for (int i = 0; i < fallible.length; i++) {
                faults[fallible[i]] = i < 6 ? LANES[i] : (block >> i - 6 & 1) != 0 ? -1 : 0;
            }
            settle();
            long wrong = 0;
            for (int o = 0; o < right.length; o++) {
                wrong |= values[wiring.outputs()[o]] ^ (right[o] ? -1 : 0);
            }
            return wrong & lanes;
        }

        private void settle() {
            int[] first = wiring.first();
            int[] second = wiring.second();
            for (int c : order) {
                values[c] = faults[c] ^ switch (wiring.rules()[c]) {
                    case SOURCE -> word[first[c]] ? -1L : 0;
                    case NOT -> ~values[first[c]];
                    case DELAY, PASS -> values[first[c]];
                    case AND -> values[first[c]] & values[second[c]];
                    case OR -> values[first[c]] | values[second[c]];
                };
            }
        }

        /** Every cell after those that it reads, delays or not. */
        private static int[] order(Wiring wiring) {
            int n = wiring.rules().length;
            boolean[] done = new boolean[n];
            int[] order = new int[n];
            for (int count = 0; count < n;) {
                for (int c = 0; c < n; c++) {
                    boolean ready = wiring.rules()[c] == Rule.SOURCE
                            || done[wiring.first()[c]] && (wiring.second()[c] < 0 || done[wiring.second()[c]]);
                    if (!done[c] && ready) {
                        done[c] = true;
                        order[count++] = c;
                    }
                }
            }
            return order;
        }
    }

    static Sweep survival(Circuit circuit, int runs, int halfCycles, boolean[][] drive) {
        Wiring wiring = circuit.wiring();
        boolean[][] right = Simulation.faultless(wiring, drive, halfCycles);
        int blocks = (runs + 63) / 64;
        Seed seed = Simulation.seed(circuit).child("survival");
        int[][] counts = Parallel.map("runs of " + circuit.name(), blocks, b -> {
            int[] agreeing = new int[halfCycles];
            WallAutomaton automaton = wiring.automaton();
            var random = new Simulation(wiring, circuit.fault(), seed.child(b));
            long[] inputs = new long[drive.length];
            for (int t = 0; t < halfCycles; t++) {
                Simulation.fill(drive, t, inputs);
                automaton.step(inputs, random.next());
                agreeing[t] = 64 - Long.bitCount(differing(wiring, automaton, right[t]));
            }
            return agreeing;
        }).toArray(int[][]::new);
        double n = 64.0 * blocks;
        double[] share = IntStream.range(0, halfCycles).mapToDouble(t -> {
            long sum = 0;
            for (int[] block : counts) {
                sum += block[t];
            }
            return sum / n;
        }).toArray();
        double[] xs = IntStream.range(0, halfCycles).mapToDouble(t -> t).toArray();
        double[] errors = IntStream.range(0, halfCycles).mapToDouble(t -> 100 * Math.sqrt(share[t] * (1 - share[t]) / n)).toArray();
        return new Sweep("simulated", Quantity.of("half cycle"), xs, RIGHT, IntStream.range(0, halfCycles).mapToDouble(t -> 100 * share[t]).toArray(),
                errors);
    }
}
