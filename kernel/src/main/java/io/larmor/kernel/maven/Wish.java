package io.larmor.kernel.maven;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Libraries that are wanted.
 *
 * @param coordinates {@code group:artifact:version}, or with a type and a classifier before or after the version
 * @param exclusions {@code group:artifact} of what is to be left out wherever it is needed; a star stands for any name
 * @param repositories further repositories, address by name
 * @param offline whether only what was fetched before is used
 */
public record Wish(List<String> coordinates, List<String> exclusions, Map<String, String> repositories, boolean offline) {

    public Wish {
        coordinates = List.copyOf(coordinates);
        exclusions = List.copyOf(exclusions);
        repositories = Map.copyOf(repositories);
    }

    /**
     * Reads the words after {@code %maven}.
     *
     * @throws IllegalArgumentException when one is no coordinate
     */
    public static Wish of(List<String> words, Map<String, String> repositories) {
        var coordinates = new ArrayList<String>();
        var exclusions = new ArrayList<String>();
        boolean offline = false;
        for (int i = 0; i < words.size(); i++) {
            String word = words.get(i);
            switch (word) {
                case "-o", "--offline" -> offline = true;
                case "-x", "--exclude" -> {
                    if (++i == words.size() || words.get(i).split(":", -1).length != 2) {
                        throw new IllegalArgumentException(word + " needs the group:artifact to leave out");
                    }
                    exclusions.add(words.get(i));
                }
                default -> coordinates.add(checked(word));
            }
        }
        if (coordinates.isEmpty()) {
            throw new IllegalArgumentException("%maven needs the coordinates of a library");
        }
        return new Wish(coordinates, exclusions, repositories, offline);
    }

    /** The coordinate in the resolver's order, the version last; Maven's own commands put it third. */
    private static String checked(String word) {
        String[] parts = word.split(":", -1);
        boolean blank = List.of(parts).stream().anyMatch(String::isBlank);
        if (parts.length == 2 && !blank) {
            throw new IllegalArgumentException(word + " has no version: write group:artifact:version, for example "
                    + word + ":1.0, or " + word + ":RELEASE for the newest");
        }
        if (parts.length < 3 || parts.length > 5 || blank) {
            throw new IllegalArgumentException(word + " is not group:artifact:version");
        }
        if (parts.length == 3 || !Character.isDigit(parts[2].charAt(0))) {
            return word;
        }
        return parts[0] + ":" + parts[1] + ":" + parts[3] + (parts.length > 4 ? ":" + parts[4] : "") + ":" + parts[2];
    }
}
