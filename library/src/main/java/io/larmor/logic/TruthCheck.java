package io.larmor.logic;

import io.larmor.plot.Page;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * A circuit compared with its truth table. Made by {@link Circuit#check}.
 *
 * @param circuit its name
 * @param inputs the wires that lead in
 * @param outputs the wires that lead out
 * @param rows one a word of inputs
 * @param latency half cycles from a word to its result
 */
public record TruthCheck(String circuit, List<String> inputs, List<String> outputs, List<Row> rows, int latency) {

    /** The most inputs whose words and pairs of words are all tried. */
    static final int MOST = 8;

    /**
     * One word.
     *
     * @param word of inputs
     * @param expected outputs
     * @param held the outputs when the word stays
     * @param followed how often the outputs were right when it came between others, once after every word
     * @param tries how often it came
     */
    public record Row(String word, String expected, String held, int followed, int tries) {
    }

    static TruthCheck of(Circuit circuit, UnaryOperator<boolean[]> truth) {
        Wiring wiring = circuit.wiring();
        wiring.noLoop("is no function of its inputs");
        int inputs = circuit.inputNames().size();
        int outputs = circuit.outputNames().size();
        if (inputs > MOST) {
            throw new IllegalArgumentException("circuit \"" + circuit.name() + "\" has " + inputs + " inputs; all words are tried for up to "
                    + MOST + ". Check its parts");
        }
        int words = 1 << inputs;
        String[] expected = new String[words];
        for (int w = 0; w < words; w++) {
            boolean[] result = truth.apply(Drives.word(w, inputs));
            if (result == null || result.length != outputs) {
                throw new IllegalArgumentException("truth of \"" + circuit.name() + "\": " + (result == null ? "nothing" : result.length + " bits")
                        + " for " + Drives.text(Drives.word(w, inputs)) + "; it has the outputs " + String.join(", ", circuit.outputNames()));
            }
            expected[w] = Drives.text(result);
        }
        int latency = wiring.latency();
        int[] sequence = pairs(words);
        boolean[][] streamed = outputs(wiring, sequence, inputs, latency);
        int[] right = new int[words];
        int[] tries = new int[words];
        for (int t = 0; t < sequence.length; t++) {
            tries[sequence[t]]++;
            right[sequence[t]] += Drives.text(streamed[t + latency]).equals(expected[sequence[t]]) ? 1 : 0;
        }
        var rows = new ArrayList<Row>();
        for (int w = 0; w < words; w++) {
            int[] still = new int[latency + 1];
            Arrays.fill(still, w);
            boolean[][] held = outputs(wiring, still, inputs, 0);
            rows.add(new Row(Drives.text(Drives.word(w, inputs)), expected[w], Drives.text(held[latency]), right[w], tries[w]));
        }
        return new TruthCheck(circuit.name(), circuit.inputNames(), circuit.outputNames(), List.copyOf(rows), latency);
    }

    /** A sequence in which every word comes right after every word. */
    private static int[] pairs(int words) {
        int[] sequence = new int[2 * words * words];
        int at = 0;
        for (int a = 0; a < words; a++) {
            for (int b = 0; b < words; b++) {
                sequence[at++] = a;
                sequence[at++] = b;
            }
        }
        return sequence;
    }

    private static boolean[][] outputs(Wiring wiring, int[] sequence, int inputs, int after) {
        boolean[][] drive = new boolean[inputs][sequence.length];
        for (int t = 0; t < sequence.length; t++) {
            boolean[] word = Drives.word(sequence[t], inputs);
            for (int i = 0; i < inputs; i++) {
                drive[i][t] = word[i];
            }
        }
        return Simulation.faultless(wiring, drive, sequence.length + after);
    }

    /** Whether every word gives the right outputs, held and among others. */
    public boolean right() {
        return heldRight() == rows.size() && rows.stream().allMatch(row -> row.followed() == row.tries());
    }

    /** How many words give the right outputs when they are held. */
    public int heldRight() {
        return (int) rows.stream().filter(row -> row.held().equals(row.expected())).count();
    }

    /**
     * Returns this check if every word is right.
     *
     * @throws IllegalStateException naming the words that are not
     */
    public TruthCheck requireRight() {
        if (!right()) {
            throw new IllegalStateException(toString());
        }
        return this;
    }

    /** The truth table with what was found. */
    public Table table() {
        var word = StringColumn.create(String.join(" ", inputs));
        var expected = StringColumn.create(String.join(" ", outputs));
        var held = StringColumn.create("held");
        var followed = StringColumn.create("one word a half cycle");
        for (Row row : rows) {
            word.append(spaced(row.word()));
            expected.append(spaced(row.expected()));
            held.append(row.held().equals(row.expected()) ? "right" : "wrong: " + spaced(row.held()));
            followed.append(row.followed() == row.tries() ? "right" : "wrong in " + (row.tries() - row.followed()) + " of " + row.tries());
        }
        return Table.create("", word, expected, held, followed);
    }

    private static String spaced(String bits) {
        return String.join(" ", bits.split(""));
    }

    /** What a notebook shows: the verdict and the table. */
    public Map<String, Object> mimeBundle() {
        return Page.of(toString()).table(table(), (row, column) -> {
            Row one = rows.get(row);
            boolean wrong = column == 2 && !one.held().equals(one.expected()) || column == 3 && one.followed() != one.tries();
            return wrong ? "color:#c4330b;font-weight:bold;" : "";
        }).mimeBundle();
    }

    @Override
    public String toString() {
        String start = circuit + ": ";
        if (right()) {
            return start + "all " + rows.size() + " words right, one a half cycle, " + latency + (latency == 1 ? " half cycle" : " half cycles")
                    + " later";
        }
        if (heldRight() == rows.size()) {
            return start + "all " + rows.size() + " words right when held, but not one a half cycle: walls meet at different times;"
                    + " see balanced()";
        }
        String wrong = String.join(", ", rows.stream().filter(row -> !row.held().equals(row.expected()))
                .map(row -> row.word() + " gives " + row.held() + ", not " + row.expected()).toList());
        return start + (rows.size() - heldRight()) + " of " + rows.size() + " words wrong: " + wrong;
    }
}
