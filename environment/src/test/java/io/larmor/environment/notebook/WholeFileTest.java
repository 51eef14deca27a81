package io.larmor.environment.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFileIsReplacedAndNothingElseIsLeft() throws IOException {
        Path file = folder.resolve("a.txt");
        WholeFile.write(file, "first, which is longer");
        WholeFile.write(file, "second µ");
        assertEquals("second µ", Files.readString(file));
        assertEquals(List.of("a.txt"), names());
    }

    @Test
    void missingFoldersAreMade() throws IOException {
        WholeFile.write(folder.resolve("x/y/a.txt"), "1");
        assertEquals("1", Files.readString(folder.resolve("x/y/a.txt")));
    }

    @Test
    void aFailureLeavesWhatWasThere() throws IOException {
        Path taken = Files.createDirectories(folder.resolve("taken/full"));
        assertThrows(IOException.class, () -> WholeFile.write(taken.getParent(), "text"));
        assertEquals(List.of("taken"), names());
    }
}
