package io.larmor.physics.ring;

/** How rings are packed: how many neighbors each of them overlaps. */
public enum RingArrangement {

    /** Rows and columns: four neighbors. */
    SQUARE,
    /** Close packed: six neighbors. */
    TRIANGULAR,
    /** A honeycomb, the close-packed lattice with a third of its rings left out: three neighbors. */
    HEXAGONAL,
    /** Corner-sharing triangles, the close-packed lattice with a quarter of its rings left out: four neighbors. */
    KAGOME;

    /** An array of some rows and columns of the lattice, its gaps left out. */
    public RingLayout layout(int rows, int columns) {
        return switch (this) {
            case SQUARE -> RingLayout.square(rows, columns);
            case TRIANGULAR -> RingLayout.triangular(rows, columns);
            case HEXAGONAL -> RingLayout.hexagonal(rows, columns);
            case KAGOME -> RingLayout.kagome(rows, columns);
        };
    }
}
