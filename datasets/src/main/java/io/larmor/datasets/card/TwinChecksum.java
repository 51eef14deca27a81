package io.larmor.datasets.card;

import io.larmor.core.Parallel;
import io.larmor.datasets.card.Verification.Part;
import io.larmor.datasets.card.Verification.State;
import io.larmor.datasets.format.Wav;
import io.larmor.datasets.twin.SpokenTwin;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** The checksum of the twin's standard words: it is generated anew and must come out the same everywhere. */
record TwinChecksum(String hash) implements Checksums {

    private static final int VOICES = 5;
    private static final int TAKES = 10;

    @Override
    public String description() {
        return "SHA-256 of the words that are generated: card().verify()";
    }

    @Override
    public Verification verify(String owner, Path place) {
        var twin = new SpokenTwin();
        List<String> hashes = Parallel.map("checksums", 10 * VOICES * TAKES, i -> Hash.of(Wav.encode(
                twin.word(i / (VOICES * TAKES), i / TAKES % VOICES, i % TAKES), SpokenTwin.RATE)));
        String found = Hash.of(String.join("\n", hashes).getBytes(StandardCharsets.US_ASCII));
        boolean same = found.equals(hash);
        return new Verification(owner, List.of(new Part("5 voices, takes 0-9", same ? State.SAME : State.DIFFERENT,
                same ? "500 words" : "500 words, SHA-256 " + found)));
    }
}
