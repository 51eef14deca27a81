package io.larmor.physics.ring;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * Where the rings of an array are and which ones overlap. Every ring has sites at equal angles, counted counterclockwise from
 * +x, {@link #SPACING} segments of its circumference apart; at a site it either overlaps a neighbor, which makes a junction, or
 * is free, as at the perimeter. Lengths are in diameters between the centers of two overlapping rings.
 */
public final class RingLayout {

    /** The segments from one site of a ring to the next; a wall's place is a whole number of segments. */
    public static final int SPACING = 16;

    /** Places are compared in thousandths of a diameter. */
    private static final int GRID = 1000;
    private static final double ROW = Math.sqrt(3) / 2;

    private final String name;
    private final double[] x;
    private final double[] y;
    private final int sites;
    private final int[] neighbor;
    private final int[] junction;
    private final int junctions;
    private final int[] begin;

    private RingLayout(String name, List<double[]> centers, int sites) {
        this.name = name;
        this.sites = sites;
        this.x = centers.stream().mapToDouble(c -> c[0]).toArray();
        this.y = centers.stream().mapToDouble(c -> c[1]).toArray();
        this.neighbor = new int[x.length * sites];
        this.junction = new int[x.length * sites];
        this.begin = new int[sites / 2 + 1];
        Arrays.fill(neighbor, -1);
        Arrays.fill(junction, -1);
        this.junctions = join();
    }

    /** Numbers the junctions, those of one direction after those of another. */
    private int join() {
        var places = new HashMap<Long, Integer>();
        for (int i = 0; i < x.length; i++) {
            places.put(key(x[i], y[i]), i);
        }
        int count = 0;
        for (int site = 0; site < sites / 2; site++) {
            double angle = 2 * Math.PI * site / sites;
            begin[site] = count;
            for (int i = 0; i < x.length; i++) {
                var other = places.get(key(x[i] + Math.cos(angle), y[i] + Math.sin(angle)));
                if (other != null) {
                    neighbor[i * sites + site] = other;
                    neighbor[other * sites + site + sites / 2] = i;
                    junction[i * sites + site] = count;
                    junction[other * sites + site + sites / 2] = count;
                    count++;
                }
            }
        }
        begin[sites / 2] = count;
        return count;
    }

    private static long key(double x, double y) {
        return Math.round(x * GRID) << 32 ^ (Math.round(y * GRID) & 0xFFFFFFFFL);
    }

    /** Rows and columns of a square lattice: up to four neighbors a ring. */
    public static RingLayout square(int rows, int columns) {
        var centers = new ArrayList<double[]>();
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                centers.add(new double[] {k, i});
            }
        }
        return new RingLayout("square", centers, 4);
    }

    /** Rows of a close-packed lattice, every second one shifted by half a ring: up to six neighbors a ring. */
    public static RingLayout triangular(int rows, int columns) {
        return new RingLayout("triangular", packed(rows, columns), 6);
    }

    /** The close-packed lattice without the middle of every hexagon: up to three neighbors a ring. */
    public static RingLayout hexagonal(int rows, int columns) {
        var centers = packed(rows, columns);
        centers.removeIf(c -> Math.floorMod(column(c) - row(c), 3) == 0);
        return new RingLayout("hexagonal", whole(centers), 6);
    }

    /** The close-packed lattice without every second ring of every second row: up to four neighbors a ring. */
    public static RingLayout kagome(int rows, int columns) {
        var centers = packed(rows, columns);
        centers.removeIf(c -> (column(c) & 1) == 1 && (row(c) & 1) == 1);
        return new RingLayout("kagome", whole(centers), 6);
    }

    /** One ring alone stays where a lattice's gap would leave nothing. */
    private static List<double[]> whole(List<double[]> centers) {
        return centers.isEmpty() ? new ArrayList<>(List.of(new double[] {0, 0})) : centers;
    }

    private static List<double[]> packed(int rows, int columns) {
        var centers = new ArrayList<double[]>();
        for (int i = 0; i < rows; i++) {
            for (int k = 0; k < columns; k++) {
                centers.add(new double[] {k + 0.5 * (i & 1), i * ROW});
            }
        }
        return centers;
    }

    private static int row(double[] center) {
        return (int) Math.round(center[1] / ROW);
    }

    /** The lattice coordinate along x where the other one runs at 60°. */
    private static int column(double[] center) {
        return (int) Math.round(center[0] - 0.5 * row(center));
    }

    /** The arrangement's name: {@code square}. */
    public String name() {
        return name;
    }

    /** The number of rings. */
    public int rings() {
        return x.length;
    }

    /** The sites of a ring: 4, or 6. */
    public int sites() {
        return sites;
    }

    /** The segments of a ring, which are the ticks of a turn of the field as well: 64, or 96. */
    public int segments() {
        return sites * SPACING;
    }

    /** The number of junctions. */
    public int junctions() {
        return junctions;
    }

    /** The middle of a ring along x. */
    public double x(int ring) {
        return x[ring];
    }

    /** The middle of a ring along y. */
    public double y(int ring) {
        return y[ring];
    }

    /** The ring that a ring overlaps at a site; -1 for none. */
    public int neighbor(int ring, int site) {
        return neighbor[ring * sites + site];
    }

    /** The junction of a ring at a site; -1 for none. */
    public int junction(int ring, int site) {
        return junction[ring * sites + site];
    }

    /** The first junction of those between site {@code direction} and the opposite one; one past the last for sites / 2. */
    public int begin(int direction) {
        return begin[direction];
    }

    int[] neighbors() {
        return neighbor;
    }

    int[] junctionTable() {
        return junction;
    }
}
