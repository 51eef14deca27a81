package io.larmor.datasets.card;

import io.larmor.core.Parallel;
import io.larmor.datasets.card.Verification.Part;
import io.larmor.datasets.card.Verification.State;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;

/**
 * The checksum of a twin's standard samples: they are generated anew and must come out the same everywhere.
 *
 * @param hash of the list of the samples' hashes
 * @param part which samples: {@code 5 voices, takes 0-9}
 * @param count how many they are
 * @param what they are: {@code words}
 * @param sample makes one, as bytes
 */
record TwinChecksum(String hash, String part, int count, String what, IntFunction<byte[]> sample) implements Checksums {

    @Override
    public String description() {
        return "SHA-256 of the " + what + " that are generated: card().verify()";
    }

    @Override
    public Verification verify(String owner, Path place) {
        List<String> hashes = Parallel.map("checksums", count, i -> Hash.of(sample.apply(i)));
        String found = Hash.of(String.join("\n", hashes).getBytes(StandardCharsets.US_ASCII));
        boolean same = found.equals(hash);
        return new Verification(owner, List.of(new Part(part, same ? State.SAME : State.DIFFERENT,
                count + " " + what + (same ? "" : ", SHA-256 " + found))));
    }
}
