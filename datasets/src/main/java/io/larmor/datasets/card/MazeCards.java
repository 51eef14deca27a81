package io.larmor.datasets.card;

import io.larmor.datasets.twin.MazeTwin;
import java.nio.charset.StandardCharsets;

/** The cards of the mazes. */
final class MazeCards {

    private static final int[] ROOMS = {3, 4, 5, 6, 8};

    private MazeCards() {
    }

    static DatasetCard mazes() {
        return new DatasetCard("mazes", "Five mazes",
                "text files of your own, or mazes().twin(); copy them to mazes as maze*.txt, with an index.csv of their shortest ways if you"
                        + " like",
                "those of whoever made them; the five that the project reports on are generated and free",
                "none; say which mazes were used",
                """
                @misc{larmormazefiles,
                  title = {Mazes as text files},
                  note  = {Larmor, mazes()}
                }""",
                "text grids: # wall, . free, S start, G goal; index.csv: file, rows, cols, free_cells, shortest_path_steps",
                "none: each maze is learned by itself; settings are chosen on generated ones",
                "mazes().twin(): five mazes of the same sizes, carved depth first with 15 % of the walls between rooms opened",
                new SumsFile(), null);
    }

    static DatasetCard mazesTwin() {
        return new DatasetCard("mazes_twin", "Generated twin of the mazes",
                "Larmor's own, seed " + MazeTwin.STANDARD + "; nothing to fetch",
                "Apache-2.0, as Larmor",
                "none; say that generated mazes were used",
                """
                @misc{larmormazes,
                  title = {Generated mazes},
                  note  = {Larmor, mazes().twin()}
                }""",
                "mazes of 3, 4, 5, 6 and 8 rooms a side, 7 x 7 to 17 x 17 cells",
                "none; mazes().twin(1), .twin(2) and so on are more of them, to choose settings on",
                "it is the twin: rooms joined depth first, 15 % of the walls between them opened",
                new TwinChecksum("6d965cbda6a584099b445a6e40e63c84d0772da4476ef7582788e11000051c8a", "the five mazes", ROOMS.length, "mazes",
                        i -> String.join("\n", new MazeTwin().maze(ROOMS[i], 0)).getBytes(StandardCharsets.US_ASCII)),
                null);
    }
}
