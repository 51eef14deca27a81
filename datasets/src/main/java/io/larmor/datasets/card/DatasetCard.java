package io.larmor.datasets.card;

import io.larmor.plot.Page;
import io.larmor.plot.Tables;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * What one must know of a data set before using it.
 *
 * @param id short name, as folders and methods use it: {@code fsdd}
 * @param name full name
 * @param source who made it and where it is to be had
 * @param licence what may be done with it
 * @param citation how to cite it in a sentence
 * @param bibtex the same as a BibTeX entry
 * @param shape how much of what, in which format
 * @param split the split that its authors or the literature use
 * @param twin what stands in for it when it is not there
 * @param checksums how its files are checked
 * @param place where it was found; null while it was not looked for
 */
public record DatasetCard(String id, String name, String source, String licence, String citation, String bibtex,
        String shape, String split, String twin, Checksums checksums, Path place) {

    /** The same card for the files in a folder. */
    public DatasetCard at(Path folder) {
        return new DatasetCard(id, name, source, licence, citation, bibtex, shape, split, twin, checksums, folder);
    }

    /**
     * Compares the files with the checksums that are known; reads all of them.
     *
     * @throws IllegalStateException if the set was not looked for in a folder
     */
    public Verification verify() {
        return checksums.verify(id, place);
    }

    /** The facts in the order of the table, without the BibTeX entry. */
    public Map<String, String> facts() {
        var facts = new LinkedHashMap<String, String>();
        facts.put("source", source);
        facts.put("licence", licence);
        facts.put("cite", citation);
        facts.put("shape", shape);
        facts.put("split", split);
        facts.put("twin", twin);
        facts.put("checksums", checksums.description());
        return facts;
    }

    /** The facts as a table of two columns. */
    public Table table() {
        List<String> values = new ArrayList<>(facts().values());
        return Table.create(name, StringColumn.create("card", List.copyOf(facts().keySet())),
                StringColumn.create("", values));
    }

    /** A page with the facts folded away under it; as text, the licence and how to cite. */
    public Page under(Page page) {
        return page.block("<details><summary>" + name + ": licence, citation ...</summary>" + Tables.html(table().setName(""))
                + "</details>", name + ". Licence: " + licence + ". Cite: " + citation);
    }

    /** What a notebook shows. */
    public Map<String, Object> mimeBundle() {
        return page().mimeBundle();
    }

    @Override
    public String toString() {
        return page().text();
    }

    private Page page() {
        String where = place == null ? "" : ", in " + place;
        return Page.of(name + where).table(table().setName(""))
                .block("<pre style=\"font-size:12px;\">" + bibtex + "</pre>", bibtex);
    }
}
