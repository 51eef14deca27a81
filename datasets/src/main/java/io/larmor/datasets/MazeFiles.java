package io.larmor.datasets;

import io.larmor.datasets.card.Cards;
import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.datasets.twin.MazeTwin;
import io.larmor.maze.Maze;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where mazes are from: text files, or the generator. */
interface MazeFiles extends Found {

    String EXPECTED = "mazes/*.txt (text grids of # wall, . free, S start, G goal)";
    /** Rooms a side of the five mazes. */
    List<Integer> ROOMS = List.of(3, 4, 5, 6, 8);

    /** The mazes, all checked. */
    List<Maze> read();

    /** Looks in the set's own folder, then in the folder itself. */
    static Optional<MazeFiles> find(Path root) {
        for (String place : List.of("mazes", "")) {
            Path folder = root.resolve(place);
            List<Path> files = DataFolder.list(folder).stream().filter(f -> f.getFileName().toString().matches("maze.*\\.txt")).toList();
            if (!files.isEmpty()) {
                return Optional.of(new Texts(folder, files));
            }
        }
        return Optional.empty();
    }

    /** Text files, and index.csv with what others found in them. */
    record Texts(Path folder, List<Path> files) implements MazeFiles {

        @Override
        public List<Maze> read() {
            var mazes = new ArrayList<Maze>();
            for (Path file : files) {
                Maze maze;
                try {
                    maze = Maze.read(file);
                } catch (IllegalArgumentException e) {
                    throw new BrokenFileException(file, "is no maze (" + e.getMessage() + ")", "correct it or take it out");
                }
                check(file, maze);
                mazes.add(Maze.of(maze.name().replaceFirst("\\.txt$", ""), maze.lines()));
            }
            return mazes;
        }

        private void check(Path file, Maze maze) {
            Path index = folder.resolve("index.csv");
            if (!Files.isRegularFile(index)) {
                return;
            }
            try {
                for (String line : Files.readAllLines(index)) {
                    String[] cells = line.split(",");
                    if (cells.length == 5 && cells[0].equals(maze.name()) && !cells[4].strip().equals(String.valueOf(maze.shortest()))) {
                        throw new BrokenFileException(file, "has a shortest way of " + maze.shortest() + " steps, index.csv says " + cells[4],
                                "fetch both again");
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(index + " cannot be read", e);
            }
        }

        @Override
        public String headline() {
            return "Mazes in " + DataFolder.shown(folder);
        }

        @Override
        public DatasetCard card() {
            return Cards.mazes().at(folder);
        }
    }

    /** The generated stand-in. */
    record Generated(int set, String reason) implements MazeFiles {

        @Override
        public List<Maze> read() {
            var twin = new MazeTwin();
            return ROOMS.stream().map(rooms -> Maze.of("twin_" + rooms + "x" + rooms + (set == 0 ? "" : "_" + set), twin.maze(rooms, set))).toList();
        }

        @Override
        public String headline() {
            return "Generated twin (" + reason + ")";
        }

        @Override
        public DatasetCard card() {
            return Cards.mazesTwin();
        }

        @Override
        public List<Path> files() {
            return List.of();
        }
    }
}
