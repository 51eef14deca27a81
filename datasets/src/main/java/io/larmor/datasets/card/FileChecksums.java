package io.larmor.datasets.card;

import io.larmor.core.Parallel;
import io.larmor.datasets.card.Verification.Part;
import io.larmor.datasets.card.Verification.State;
import io.larmor.datasets.format.Bytes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The checksums of published files by name. A file may lie there gzipped, as {@code name.gz}: what is compared is its
 * content, so that it does not matter who packed it.
 */
record FileChecksums(Map<String, String> hashes) implements Checksums {

    /** Names and SHA-256 sums in turn. */
    static FileChecksums of(String... namesAndHashes) {
        var hashes = new LinkedHashMap<String, String>();
        for (int i = 0; i < namesAndHashes.length; i += 2) {
            hashes.put(namesAndHashes[i], namesAndHashes[i + 1]);
        }
        return new FileChecksums(hashes);
    }

    @Override
    public String description() {
        return "SHA-256 of the content of " + String.join(", ", hashes.keySet()) + ": card().verify()";
    }

    @Override
    public Verification verify(String owner, Path place) {
        if (place == null) {
            throw new IllegalStateException(owner + ": there are no files to verify, the card was not made from a folder."
                    + " Use " + owner + "().from(folder).card().verify()");
        }
        List<String> names = new ArrayList<>(hashes.keySet());
        return new Verification(owner, Parallel.map("checksums", names.size(), i -> compare(names.get(i), place)));
    }

    private Part compare(String name, Path place) {
        for (Path file : List.of(place.resolve(name), place.resolve(name + ".gz"))) {
            if (Files.isRegularFile(file)) {
                boolean same = Hash.of(Bytes.unpacked(file)).equals(hashes.get(name));
                return new Part(name, same ? State.SAME : State.DIFFERENT, file.getFileName().toString());
            }
        }
        return new Part(name, State.INCOMPLETE, "is not here");
    }
}
