package io.larmor.logic;

import java.util.Collection;

/** Errors about names of wires, with the name that was probably meant. */
final class Names {

    private Names() {
    }

    static IllegalArgumentException unknown(Circuit circuit, String what, String name, Collection<String> known) {
        String nearest = known.stream().min((a, b) -> Integer.compare(distance(a, name), distance(b, name))).orElse("");
        boolean close = !nearest.isEmpty() && distance(nearest, name) <= Math.max(1, name.length() / 3);
        return new IllegalArgumentException("circuit \"" + circuit.name() + "\": " + what + " \"" + name + "\", which nothing makes. "
                + (close ? "Did you mean \"" + nearest + "\"?" : "There " + (known.size() == 1 ? "is " : "are ")
                + (known.isEmpty() ? "no wires yet" : String.join(", ", known)) + "."));
    }

    /** How many letters must be changed, put in or left out to get from one word to the other. */
    static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j < row.length; j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int here = Math.min(Math.min(row[j], row[j - 1]) + 1, diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1));
                diagonal = row[j];
                row[j] = here;
            }
        }
        return row[b.length()];
    }
}
