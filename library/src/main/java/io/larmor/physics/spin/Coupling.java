package io.larmor.physics.spin;

import io.larmor.core.Parameter;
import io.larmor.physics.Constants;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.ArrayList;
import java.util.List;

/**
 * How spins of a set feel each other: by exchange between pairs and by their dipole fields. Immutable; each method returns
 * a longer one.
 *
 * @param exchanges pairs with their exchange energy
 * @param positions where the spins are, in meters, x, y, z each; empty for no dipole fields
 */
public record Coupling(List<Exchange> exchanges, List<double[]> positions) {

    /** The exchange energy of a pair. */
    public static final Parameter ENERGY = new Parameter("exchange", new Quantity("exchange energy", "J", Unit.JOULE),
            -1e-15, 1e-15, 1e-20, "the energy by which a parallel pair lies lower, J in E = −J m₁·m₂");

    /** No coupling. */
    public static final Coupling NONE = new Coupling(List.of(), List.of());

    /**
     * An exchange coupling, of the energy −J m₁·m₂.
     *
     * @param first the number of the one spin, from 0
     * @param second the number of the other
     * @param energy J, in joules; positive aligns the pair. An interlayer coupling per area is multiplied by the area
     */
    public record Exchange(int first, int second, double energy) {

        public Exchange {
            ENERGY.check("coupling", energy);
            if (first < 0 || second < 0 || first == second) {
                throw new IllegalArgumentException("exchange(" + first + ", " + second + ", ...): a pair is two different "
                        + "spins, counted from 0");
            }
        }
    }

    public Coupling {
        exchanges = List.copyOf(exchanges);
        positions = List.copyOf(positions);
    }

    /** The same with an exchange between two spins. */
    public Coupling exchange(int first, int second, double energy) {
        var more = new ArrayList<>(exchanges);
        more.add(new Exchange(first, second, energy));
        return new Coupling(more, positions);
    }

    /** The same with dipole fields between spins at the positions, in meters. */
    public Coupling dipoles(double[]... positions) {
        return new Coupling(exchanges, List.of(positions));
    }

    /**
     * The coupling as {@link Llgs} takes it; null where spins do not feel each other.
     *
     * @throws IllegalArgumentException if a pair or the positions do not fit the spins
     */
    double[] matrix(List<Magnet> magnets) {
        int n = magnets.size();
        double[] matrix = new double[9 * n * n];
        for (Exchange pair : exchanges) {
            if (pair.first() >= n || pair.second() >= n) {
                throw new IllegalArgumentException("exchange(" + pair.first() + ", " + pair.second() + ", ...): there are "
                        + n + " spins, numbered from 0");
            }
            for (int axis = 0; axis < 3; axis++) {
                matrix[at(n, pair.first(), axis, pair.second(), axis)] += pair.energy() / magnets.get(pair.first()).moment();
                matrix[at(n, pair.second(), axis, pair.first(), axis)] += pair.energy() / magnets.get(pair.second()).moment();
            }
        }
        if (!positions.isEmpty()) {
            addDipoles(magnets, matrix);
        }
        return exchanges.isEmpty() && positions.isEmpty() ? null : matrix;
    }

    private void addDipoles(List<Magnet> magnets, double[] matrix) {
        int n = magnets.size();
        if (positions.size() != n) {
            throw new IllegalArgumentException("dipoles: " + positions.size() + " positions for " + n
                    + " spins; give one {x, y, z} a spin, in meters");
        }
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                if (i != j) {
                    addDipole(i, j, magnets.get(j).moment(), matrix, n);
                }
            }
        }
    }

    private void addDipole(int i, int j, double moment, double[] matrix, int n) {
        double[] a = positions.get(i);
        double[] b = positions.get(j);
        double[] r = {a[0] - b[0], a[1] - b[1], a[2] - b[2]};
        double distance = Math.sqrt(r[0] * r[0] + r[1] * r[1] + r[2] * r[2]);
        if (!(distance > 1e-10)) {
            throw new IllegalArgumentException("dipoles: the spins " + i + " and " + j + " are "
                    + Unit.METER.format(distance) + " apart. Positions are in meters, for example nm(50).");
        }
        double strength = Constants.MU0 * moment / (4 * Math.PI * distance * distance * distance);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                double along = 3 * r[row] * r[column] / (distance * distance);
                matrix[at(n, i, row, j, column)] += strength * (row == column ? along - 1 : along);
            }
        }
    }

    private static int at(int n, int i, int row, int j, int column) {
        return (3 * i + row) * 3 * n + 3 * j + column;
    }
}
