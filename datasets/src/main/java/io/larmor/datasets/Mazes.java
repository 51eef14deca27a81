package io.larmor.datasets;

import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.maze.Maze;
import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.plot.Plots;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.IntColumn;
import tech.tablesaw.api.StringColumn;
import tech.tablesaw.api.Table;

/**
 * Five mazes of growing size: the description of a set, immutable. They are taken from {@code mazes} in the folder that the
 * environment variable LARMOR_DATA names; where they are not there, generated ones take their place. {@link #origin} says which.
 */
public final class Mazes {

    private static final String WORD = "mazes()";

    private final Place place;
    private final int set;

    Mazes(Place place, int set) {
        this.place = place;
        this.set = set;
    }

    /** The generated twin, even where there are files. */
    public Mazes twin() {
        return twin(0);
    }

    /**
     * Another set of five generated mazes, for choosing settings on.
     *
     * @param set which one, from 0, which is {@link #twin()}
     */
    public Mazes twin(int set) {
        if (set < 0) {
            throw new IllegalArgumentException("mazes().twin(" + set + "): sets are numbered from 0");
        }
        return new Mazes(new Place(place.folder(), true), set);
    }

    /** The mazes in this folder, or in {@code mazes} in it, instead of the folder that LARMOR_DATA names. */
    public Mazes from(Path folder) {
        return new Mazes(new Place(folder, false), set);
    }

    /** As {@link #from(Path)}. */
    public Mazes from(String folder) {
        return from(Path.of(folder));
    }

    /**
     * The mazes, from small to large.
     *
     * @throws BrokenFileException naming the file, the line in it that is wrong and what to do
     */
    public List<Maze> list() {
        return source().read().stream().sorted((a, b) -> Integer.compare(a.cells(), b.cells())).toList();
    }

    /** One of them, counted from 0. */
    public Maze get(int index) {
        List<Maze> all = list();
        if (index < 0 || index >= all.size()) {
            throw new IllegalArgumentException("mazes().get(" + index + "): there are the mazes 0 .. " + (all.size() - 1));
        }
        return all.get(index);
    }

    /** What the mazes are and where they are from, in one line. */
    public String origin() {
        return source().headline() + ", " + list().size() + " mazes";
    }

    /** Source, licence, citation, shape and checksums of the set that is used. */
    public DatasetCard card() {
        return source().card();
    }

    /** One line a maze. */
    public Table table() {
        var name = StringColumn.create("maze");
        var size = StringColumn.create("size");
        var cells = IntColumn.create("free cells");
        var shortest = IntColumn.create("shortest way");
        var random = IntColumn.create("steps by chance");
        for (Maze maze : list()) {
            name.append(maze.name());
            size.append(maze.rows() + " x " + maze.columns());
            cells.append(maze.cells());
            shortest.append(maze.shortest());
            random.append((int) Math.round(maze.randomSteps()));
        }
        return Table.create("", name, size, cells, shortest, random);
    }

    /** All of them side by side. */
    public Picture plot() {
        return Plots.row(list().stream().map(maze -> maze.plot().wide(260)).toArray(Picture[]::new));
    }

    private MazeFiles source() {
        return place.find(WORD, MazeFiles.EXPECTED, MazeFiles::find, reason -> new MazeFiles.Generated(set, reason));
    }

    /** What a notebook shows: the origin, the list, the pictures. */
    public Map<String, Object> mimeBundle() {
        return Page.of(origin()).table(table()).picture(plot()).mimeBundle();
    }

    @Override
    public String toString() {
        return origin() + "\n" + table().print();
    }
}
