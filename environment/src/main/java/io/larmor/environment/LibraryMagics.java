package io.larmor.environment;

import io.larmor.cite.Citations;
import io.larmor.core.Seed;
import io.larmor.datasets.Data;
import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.kernel.spi.KernelContext;
import io.larmor.kernel.spi.Magic;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.plot.Tables;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/** The magics that know the library: its seed, the papers it rests on, the data it finds. */
final class LibraryMagics {

    private LibraryMagics() {
    }

    static void addTo(KernelContext context) {
        context.magic(new Command("seed", "%seed [NUMBER]", "shows the seed of everything random, or sets it", List.of(),
                LibraryMagics::seed));
        context.magic(new Command("cite", "%cite [> FILE.bib]",
                "lists the papers and data sets that this notebook has made use of, as BibTeX, or writes them to a file",
                List.of(), LibraryMagics::cite));
        context.magic(new Command("data", "%data [SET]", "says which data sets are here, from where, under which licence, "
                + "and how to get those that are not; or shows the card of one",
                Cards.all().stream().map(DatasetCard::id).toList(), LibraryMagics::data));
    }

    @FunctionalInterface
    private interface Action {
        Object run(String arguments) throws IOException;
    }

    private record Command(String name, String usage, String help, List<String> words, Action action) implements Magic {

        @Override
        public List<String> complete(String arguments) {
            return words;
        }

        @Override
        public Object run(String arguments, String body) throws IOException {
            if (body != null && !body.isBlank()) {
                throw new IllegalArgumentException("%" + name + " stands on a line of its own, without text below it");
            }
            return action.run(arguments);
        }
    }

    private static Object seed(String arguments) {
        if (!arguments.isEmpty()) {
            try {
                Seed.session(Long.parseLong(arguments.replace("_", "")));
            } catch (NumberFormatException e) {
                throw new IllegalArgumentException("\"" + arguments + "\" is not a whole number that fits in 64 bits", e);
            }
        }
        return MimeBundle.text("seed " + Seed.sessionNumber());
    }

    private static Object cite(String arguments) throws IOException {
        List<Citations.Cited> used = Citations.used();
        String bibtex = used.stream().map(Citations.Cited::bibtex).collect(Collectors.joining("\n\n"));
        String file = arguments.replaceFirst("^>\\s*", "");
        if (!file.isEmpty()) {
            if (!file.endsWith(".bib")) {
                throw new IllegalArgumentException("\"" + file + "\" does not end with .bib");
            }
            Files.writeString(Path.of(file), bibtex + "\n", StandardCharsets.UTF_8);
            return MimeBundle.text(used.size() + (used.size() == 1 ? " entry" : " entries") + " written to " + file);
        }
        if (used.isEmpty()) {
            return MimeBundle.text("nothing that rests on a paper was used until now");
        }
        var table = Table.create("", StringColumn.create("used", used.stream()
                .map(cited -> String.join(", ", cited.features())).toList()),
                StringColumn.create("cite", used.stream().map(Citations.Cited::text).toList()));
        String html = Tables.html(table) + "<pre style=\"font-size:12px;\">" + escaped(bibtex) + "</pre>";
        return MimeBundle.html(html, bibtex);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static Object data(String arguments) {
        if (!arguments.isEmpty()) {
            return Data.dataset(arguments);
        }
        Table sets = Data.datasets();
        String named = System.getenv("LARMOR_DATA");
        String first = named == null || named.isBlank() ? "LARMOR_DATA is not set: generated twins stand in for recordings. Set "
                + "it to the folder with your data sets before the kernel starts." : "LARMOR_DATA = " + named;
        Map<String, Object> forms = Tables.mimeBundle(sets);
        var cards = new StringBuilder(first);
        for (int row = 0; row < sets.rowCount(); row++) {
            cards.append("\n\n").append(sets.getString(row, "set")).append(": ").append(sets.getString(row, "name"));
            for (String column : List.of("kind", "here", "where", "size", "licence", "cite")) {
                String value = sets.getString(row, column);
                cards.append(value.isEmpty() ? "" : "\n    " + column + ": " + value);
            }
            if (sets.getString(row, "here").equals("no")) {
                cards.append("\n    to get it: ").append(sets.getString(row, "source"));
            }
        }
        return MimeBundle.html("<p>" + escaped(first) + "</p>" + forms.get("text/html"), cards.toString());
    }
}
