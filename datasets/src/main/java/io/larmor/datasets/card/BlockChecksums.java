package io.larmor.datasets.card;

import io.larmor.core.Parallel;
import io.larmor.datasets.card.Verification.Part;
import io.larmor.datasets.card.Verification.State;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Checksums of recordings named {digit}_{speaker}_{take}.wav in blocks of one speaker, ten digits and some takes. Lines of
 * the resource are {@code hash speaker first-take last-take}; the hash is that of the list of the block's hashes by digit,
 * then take.
 */
record BlockChecksums(String resource) implements Checksums {

    private record Block(String hash, String speaker, int first, int last) {

        String name() {
            return speaker + ", takes " + first + "-" + last;
        }

        List<String> files() {
            var files = new ArrayList<String>();
            for (int digit = 0; digit < 10; digit++) {
                for (int take = first; take <= last; take++) {
                    files.add(digit + "_" + speaker + "_" + take + ".wav");
                }
            }
            return files;
        }
    }

    @Override
    public String description() {
        return "SHA-256 of " + blocks().size() + " blocks of one speaker and ten takes: card().verify()";
    }

    @Override
    public Verification verify(String owner, Path place) {
        if (place == null) {
            throw new IllegalStateException(owner + ": there are no files to verify, the card was not made from a folder."
                    + " Use spokenDigits().from(folder).card().verify()");
        }
        List<Block> blocks = blocks();
        return new Verification(owner, Parallel.map("checksums", blocks.size(), i -> compare(blocks.get(i), place)));
    }

    private static Part compare(Block block, Path place) {
        List<String> files = block.files();
        long there = files.stream().filter(name -> Files.isRegularFile(place.resolve(name))).count();
        if (there < files.size()) {
            return new Part(block.name(), State.INCOMPLETE, there + " of " + files.size() + " files are here");
        }
        boolean same = Hash.ofAll(place, files).equals(block.hash());
        return new Part(block.name(), same ? State.SAME : State.DIFFERENT, files.size() + " files");
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        try (var in = new BufferedReader(new InputStreamReader(
                BlockChecksums.class.getResourceAsStream(resource), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                String[] parts = line.split(" ");
                blocks.add(new Block(parts[0], parts[1], Integer.parseInt(parts[2]), Integer.parseInt(parts[3])));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(resource + " cannot be read", e);
        }
        return blocks;
    }
}
