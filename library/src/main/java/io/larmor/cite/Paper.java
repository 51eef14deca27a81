package io.larmor.cite;

import java.util.ArrayList;
import java.util.List;

/**
 * A published work, typed once and shown wherever it is cited.
 *
 * @param key how a BibTeX file names it: first author and year
 * @param authors given names before family names, all of them
 * @param title as printed
 * @param place the journal; for a chapter or a talk the book
 * @param volume of the journal; empty for a book
 * @param pages first and last, or the article number
 * @param year of publication
 * @param doi the digital object identifier, without address; empty for none
 */
public record Paper(String key, List<String> authors, String title, String place, String volume, String pages, int year,
        String doi) {

    private static final int NAMED = 3;

    public Paper {
        authors = List.copyOf(authors);
        if (authors.isEmpty()) {
            throw new IllegalArgumentException("paper " + key + " has no authors");
        }
    }

    /** The way a paper is named in a sentence: authors (of more than three the first), title, journal, year. */
    public String text() {
        String who = authors.size() > NAMED ? authors.get(0) + " et al." : String.join(", ", authors);
        String where = place + (volume.isEmpty() ? "" : " " + volume) + (pages.isEmpty() ? "" : ", " + pages);
        return who + ", " + title + ", " + where + " (" + year + ")";
    }

    /** The BibTeX entry. */
    public String bibtex() {
        boolean article = !volume.isEmpty();
        var lines = new ArrayList<String>();
        lines.add(field("author", String.join(" and ", authors)));
        lines.add(field("title", "{" + title + "}"));
        lines.add(field(article ? "journal" : "booktitle", place));
        if (article) {
            lines.add(field("volume", volume));
        }
        if (!pages.isEmpty()) {
            lines.add(field("pages", pages.replace("-", "--")));
        }
        lines.add(field("year", String.valueOf(year)));
        if (!doi.isEmpty()) {
            lines.add(field("doi", doi));
        }
        return (article ? "@article{" : place.startsWith("Proceedings") ? "@inproceedings{" : "@incollection{") + key + ",\n" + String.join(",\n", lines) + "\n}";
    }

    private static String field(String name, String value) {
        return "  " + name + " ".repeat(Math.max(0, 9 - name.length())) + " = {" + value + "}";
    }
}
