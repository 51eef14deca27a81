package io.larmor.logic;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** Bits as people write them. */
final class Drives {

    private Drives() {
    }

    /** The bits of each input, in the circuit's order. */
    static boolean[][] of(Circuit circuit, String... texts) {
        boolean[][] drive = new boolean[circuit.inputNames().size()][];
        for (String text : texts) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new IllegalArgumentException("circuit \"" + circuit.name() + "\": \"" + text
                        + "\" does not say which input it is for; write \"a = 0101\"");
            }
            String input = text.substring(0, equals).strip();
            int index = circuit.inputNames().indexOf(input);
            if (index < 0) {
                throw new IllegalArgumentException("circuit \"" + circuit.name() + "\" has no input \"" + input + "\"; its inputs are "
                        + String.join(", ", circuit.inputNames()));
            }
            if (drive[index] != null) {
                throw new IllegalArgumentException("circuit \"" + circuit.name() + "\": the input \"" + input + "\" was given bits twice");
            }
            drive[index] = bits("circuit \"" + circuit.name() + "\", input \"" + input + "\"", text.substring(equals + 1));
        }
        for (int i = 0; i < drive.length; i++) {
            if (drive[i] == null) {
                String input = circuit.inputNames().get(i);
                throw new IllegalArgumentException("circuit \"" + circuit.name() + "\": the input \"" + input
                        + "\" is not driven; give it bits, for example \"" + input + " = 0101\"");
            }
        }
        return drive;
    }

    static boolean[] bits(String owner, String text) {
        String packed = text.replaceAll("\\s+", "");
        boolean[] bits = new boolean[packed.length()];
        for (int i = 0; i < bits.length; i++) {
            char c = packed.charAt(i);
            if (c != '0' && c != '1') {
                throw new IllegalArgumentException(owner + ": '" + c + "' at place " + (i + 1) + " of \"" + text.strip()
                        + "\" is no bit; a wall is 1, none is 0");
            }
            bits[i] = c == '1';
        }
        return bits;
    }

    static String text(boolean[] bits) {
        var text = new StringBuilder();
        for (boolean bit : bits) {
            text.append(bit ? '1' : '0');
        }
        return text.toString();
    }

    /** The bits of a word, the first input being the highest. */
    static boolean[] word(int value, int count) {
        boolean[] bits = new boolean[count];
        for (int i = 0; i < count; i++) {
            bits[i] = (value >> count - 1 - i & 1) != 0;
        }
        return bits;
    }

    /** A truth table as a function. */
    static UnaryOperator<boolean[]> table(Circuit circuit, String text) {
        int inputs = circuit.inputNames().size();
        int outputs = circuit.outputNames().size();
        Map<String, boolean[]> rows = new HashMap<>();
        for (String row : text.split("[,\n]")) {
            if (row.isBlank()) {
                continue;
            }
            String[] sides = row.split(">");
            boolean[] in = bits("truth table of \"" + circuit.name() + "\"", sides[0]);
            boolean[] out = sides.length == 2 ? bits("truth table of \"" + circuit.name() + "\"", sides[1]) : new boolean[0];
            if (sides.length != 2 || in.length != inputs || out.length != outputs) {
                throw new IllegalArgumentException("truth table of \"" + circuit.name() + "\": the row \"" + row.strip() + "\" must be "
                        + inputs + " bits, >, " + outputs + " bits: inputs " + String.join(", ", circuit.inputNames()) + ", outputs "
                        + String.join(", ", circuit.outputNames()));
            }
            if (rows.put(text(in), out) != null) {
                throw new IllegalArgumentException("truth table of \"" + circuit.name() + "\": the row " + text(in) + " is there twice");
            }
        }
        if (rows.size() != 1 << inputs) {
            String missing = java.util.stream.IntStream.range(0, 1 << inputs).mapToObj(v -> text(word(v, inputs)))
                    .filter(w -> !rows.containsKey(w)).limit(8).collect(Collectors.joining(", "));
            throw new IllegalArgumentException("truth table of \"" + circuit.name() + "\": no row for " + missing);
        }
        return in -> Arrays.copyOf(rows.get(text(in)), outputs);
    }
}
