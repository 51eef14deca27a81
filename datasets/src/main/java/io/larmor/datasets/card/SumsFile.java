package io.larmor.datasets.card;

import io.larmor.core.Parallel;
import io.larmor.datasets.card.Verification.Part;
import io.larmor.datasets.card.Verification.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The checksums that come with the files: a list called SHA256SUMS beside or above them. */
record SumsFile() implements Checksums {

    private static final String NAME = "SHA256SUMS";
    private static final int LEVELS = 4;

    @Override
    public String description() {
        return "a SHA256SUMS beside the files, if there is one: card().verify()";
    }

    @Override
    public Verification verify(String owner, Path place) {
        Path folder = place == null ? null : place.toAbsolutePath();
        for (int level = 0; level < LEVELS && folder != null; level++, folder = folder.getParent()) {
            if (Files.isRegularFile(folder.resolve(NAME))) {
                return compareAll(owner, folder);
            }
        }
        throw new IllegalStateException(owner + ": there is no " + NAME + " at or above "
                + (place == null ? "its folder (not looked for)" : place)
                + "; make one of files that you trust with: find . -type f | xargs sha256sum > SHA256SUMS");
    }

    private static Verification compareAll(String owner, Path folder) {
        List<String> lines;
        try {
            lines = Files.readAllLines(folder.resolve(NAME)).stream().filter(line -> line.length() > 66).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(folder.resolve(NAME) + " cannot be read", e);
        }
        return new Verification(owner, Parallel.map("checksums", lines.size(), i -> compare(lines.get(i), folder)));
    }

    private static Part compare(String line, Path folder) {
        String name = line.substring(66);
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file)) {
            return new Part(name, State.INCOMPLETE, "is not here");
        }
        return new Part(name, Hash.of(file).equals(line.substring(0, 64)) ? State.SAME : State.DIFFERENT, "");
    }
}
