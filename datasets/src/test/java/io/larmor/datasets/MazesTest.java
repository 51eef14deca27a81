package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MazesTest {

    @Test
    void cardsAreCompleteAndListed() {
        for (DatasetCard card : List.of(Cards.mazes(), Cards.mazesTwin())) {
            card.facts().forEach((fact, text) -> assertTrue(text.length() > 3, fact + " of " + card.id() + ": " + text));
            assertTrue(card.bibtex().matches("(?s)@\\w+\\{\\w+,.*title.*}"), card.bibtex());
            assertTrue(Data.datasets().stringColumn("set").asList().contains(card.id()));
        }
        assertTrue(Cards.mazesTwin().verify().ok(), Cards.mazesTwin().verify().toString());
    }

    @Test
    void twinsAreFiveMazesOfGrowingSize() {
        var mazes = Data.mazes().twin().list();
        assertEquals(5, mazes.size());
        for (int i = 0; i < 5; i++) {
            int side = 2 * MazeFiles.ROOMS.get(i) + 1;
            assertEquals(side, mazes.get(i).rows());
            assertEquals(side, mazes.get(i).columns());
            assertNotEquals(mazes.get(i).lines(), Data.mazes().twin(1).get(i).lines());
        }
        assertTrue(Data.mazes().twin().origin().startsWith("Generated twin"), Data.mazes().twin().origin());
    }

    @Test
    void filesThatAreNoMazesAreNamed(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("maze_a.txt"), "S..\n..G\n");
        assertEquals(3, Data.mazes().from(folder).get(0).shortest());
        Files.writeString(folder.resolve("index.csv"), "file,rows,cols,free_cells,shortest_path_steps\nmaze_a.txt,2,3,6,4\n");
        var differs = assertThrows(BrokenFileException.class, () -> Data.mazes().from(folder).list());
        assertTrue(differs.getMessage().contains("3 steps, index.csv says 4"), differs.getMessage());
        Files.writeString(folder.resolve("maze_b.txt"), "S..\n..\n");
        Files.delete(folder.resolve("index.csv"));
        var ragged = assertThrows(BrokenFileException.class, () -> Data.mazes().from(folder).list());
        assertTrue(ragged.getMessage().contains("line 2: 2 cells"), ragged.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Data.mazes().from(folder.resolve("nowhere")).list());
    }

    @Test
    void filesAtHandHaveTheWaysThatTheirIndexSays() {
        var found = DataFolder.root().flatMap(MazeFiles::find);
        assumeTrue(found.isPresent(), "LARMOR_DATA holds no mazes");
        assertEquals(5, found.get().read().size());
        assertTrue(found.get().card().verify().ok(), found.get().card().verify().toString());
    }
}
