package io.larmor.cite;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What a session has made use of and should cite. A feature with a source says so where it does its work, not where it is
 * merely described: a device when it is simulated, a readout when it is trained, a data set when it is read. Safe for use
 * by several threads; a use that is known costs a look into a map.
 */
public final class Citations {

    private static final Map<String, Cited> CITED = new ConcurrentHashMap<>();

    private Citations() {
    }

    /**
     * A source that was used.
     *
     * @param key how BibTeX names it
     * @param text how a sentence names it
     * @param bibtex the entry
     * @param features what of the library rests on it, in alphabetical order
     */
    public record Cited(String key, String text, String bibtex, List<String> features) {

        private Cited and(String feature) {
            var more = new TreeSet<>(features);
            more.add(feature);
            return new Cited(key, text, bibtex, List.copyOf(more));
        }
    }

    /** Notes that a feature which rests on a paper was used. */
    public static void use(Paper paper, String feature) {
        Cited known = CITED.get(paper.key());
        if (known == null || !known.features().contains(feature)) {
            use(paper.key(), paper.text(), paper.bibtex(), feature);
        }
    }

    /** Notes that something was used which brings its own citation, such as a data set. */
    public static void use(String key, String text, String bibtex, String feature) {
        CITED.compute(key, (k, known) -> (known == null ? new Cited(key, text, bibtex, List.of()) : known).and(feature));
    }

    /** All that was used until now, by key. */
    public static List<Cited> used() {
        return new ArrayList<>(new TreeMap<>(CITED).values());
    }

    /** Forgets all, as at the start of a session. */
    public static void clear() {
        CITED.clear();
    }
}
