package io.larmor.pbit;

import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.physics.pbit.DensePbits;
import io.larmor.physics.pbit.Pbits;
import io.larmor.physics.pbit.SparsePbits;
import io.larmor.plot.Picture;
import io.larmor.units.Quantity;
import java.util.Arrays;

/**
 * Any problem of pairs: {@code E = E0 − Σ_i h_i m_i − Σ_{i<j} J_ij m_i m_j} with m = ±1. Couplings may be dense or sparse; the
 * faster form is chosen when it starts. Immutable.
 */
public final class IsingProblem implements Problem {

    public static final Parameter PBITS = new Parameter("ising", Quantity.of("p-bits"), 1, 100_000, 8, "the number of p-bits, at least one");

    /** Up to so many p-bits a whole row is added as fast as a few neighbors. */
    private static final int ALWAYS_DENSE = 32;
    private static final double DENSE_SHARE = 0.2;
    /** A dense matrix of more p-bits takes more memory than it is worth. */
    private static final int MOST_DENSE = 4000;

    private final String name;
    private final int[] starts;
    private final int[] neighbors;
    private final double[] couplings;
    private final double[] fields;
    private final double constant;

    private IsingProblem(String name, int[] starts, int[] neighbors, double[] couplings, double[] fields, double constant) {
        this.name = name;
        this.starts = starts;
        this.neighbors = neighbors;
        this.couplings = couplings;
        this.fields = fields;
        this.constant = constant;
    }

    /**
     * A problem of a whole matrix.
     *
     * @param couplings J, symmetric, zeros on the diagonal
     * @param fields h, one a p-bit
     * @throws IllegalArgumentException if the matrix is empty, not square, not symmetric, or has a number that is not finite
     */
    public static IsingProblem of(double[][] couplings, double[] fields) {
        int n = size(fields.length);
        if (couplings.length != n) {
            throw new IllegalArgumentException("ising: " + couplings.length + " rows of couplings for " + n
                    + " fields; there must be one of each a p-bit");
        }
        int links = 0;
        for (int i = 0; i < n; i++) {
            if (couplings[i].length != n) {
                throw new IllegalArgumentException("ising: row " + i + " has " + couplings[i].length + " couplings for " + n
                        + " p-bits; the matrix must be square");
            }
            for (int j = 0; j <= i; j++) {
                check(couplings, i, j);
                links += couplings[i][j] != 0 ? 1 : 0;
            }
        }
        int[][] pairs = new int[links][];
        double[] values = new double[links];
        int k = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                if (couplings[i][j] != 0) {
                    pairs[k] = new int[] {i, j};
                    values[k++] = couplings[i][j];
                }
            }
        }
        return of(fields, pairs, values);
    }

    private static void check(double[][] couplings, int i, int j) {
        double a = couplings[i][j];
        double b = couplings[j][i];
        if (!Double.isFinite(a) || !Double.isFinite(b)) {
            throw new IllegalArgumentException("ising: the coupling of p-bits " + i + " and " + j + " is " + (Double.isFinite(a) ? b : a)
                    + "; couplings must be finite");
        }
        if (i == j && a != 0) {
            throw new IllegalArgumentException("ising: p-bit " + i + " acts on itself (" + a
                    + "); the diagonal must be zero. A preference for one state is a field");
        }
        if (a != b) {
            throw new IllegalArgumentException("ising: the couplings are not symmetric: J[" + i + "][" + j + "] = " + a + ", J[" + j
                    + "][" + i + "] = " + b + ". Only symmetric ones have an energy; take half of the sum of both");
        }
    }

    /**
     * A problem of single pairs, for sparse ones.
     *
     * @param fields h, one a p-bit
     * @param pairs two different p-bits each, none twice
     * @param couplings J, one a pair
     */
    public static IsingProblem of(double[] fields, int[][] pairs, double[] couplings) {
        int n = size(fields.length);
        if (pairs.length != couplings.length) {
            throw new IllegalArgumentException("ising: " + couplings.length + " couplings for " + pairs.length + " pairs; give one a pair");
        }
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(fields[i])) {
                throw new IllegalArgumentException("ising: the field of p-bit " + i + " is " + fields[i] + "; fields must be finite");
            }
        }
        int[] starts = new int[n + 1];
        for (int k = 0; k < pairs.length; k++) {
            int[] pair = pairs[k];
            if (pair.length != 2 || pair[0] == pair[1] || Math.min(pair[0], pair[1]) < 0 || Math.max(pair[0], pair[1]) >= n) {
                throw new IllegalArgumentException("ising: pair " + k + " is " + Arrays.toString(pair)
                        + "; a pair is two different p-bits of 0 .. " + (n - 1));
            }
            if (!Double.isFinite(couplings[k])) {
                throw new IllegalArgumentException("ising: the coupling of p-bits " + pair[0] + " and " + pair[1] + " is " + couplings[k]
                        + "; couplings must be finite");
            }
            starts[pair[0] + 1]++;
            starts[pair[1] + 1]++;
        }
        for (int i = 0; i < n; i++) {
            starts[i + 1] += starts[i];
        }
        int[] next = starts.clone();
        int[] neighbors = new int[2 * pairs.length];
        double[] values = new double[2 * pairs.length];
        for (int k = 0; k < pairs.length; k++) {
            for (int side = 0; side < 2; side++) {
                int at = next[pairs[k][side]]++;
                neighbors[at] = pairs[k][1 - side];
                values[at] = couplings[k];
            }
        }
        once(starts, neighbors);
        return new IsingProblem("ising problem of " + n + " p-bits", starts, neighbors, values, fields.clone(), 0);
    }

    private static void once(int[] starts, int[] neighbors) {
        for (int i = 0; i + 1 < starts.length; i++) {
            int[] of = Arrays.copyOfRange(neighbors, starts[i], starts[i + 1]);
            Arrays.sort(of);
            for (int k = 1; k < of.length; k++) {
                if (of[k] == of[k - 1]) {
                    throw new IllegalArgumentException("ising: p-bits " + i + " and " + of[k] + " are coupled twice; add the couplings up");
                }
            }
        }
    }

    private static int size(int pbits) {
        if (pbits == 0) {
            throw new IllegalArgumentException("ising: an empty network has nothing to find; give at least one p-bit, "
                    + "for example ising(new double[][] {{0, 1}, {1, 0}})");
        }
        return PBITS.check("pbits", pbits);
    }

    /**
     * A problem whose energy is a sum of squares of linear forms in bits of 0 and 1, {@code Σ_r (c_r0 + Σ_i c_ri b_i)²}: zero
     * exactly where every form is.
     *
     * @param pbits how many
     * @param forms each the coefficients of all bits and, at the end, the constant
     */
    static IsingProblem ofSquares(int pbits, double[]... forms) {
        double[][] couplings = new double[pbits][pbits];
        double[] fields = new double[pbits];
        double constant = 0;
        for (double[] form : forms) {
            // b = (1 + m) / 2
            double mean = form[pbits];
            for (int i = 0; i < pbits; i++) {
                mean += form[i] / 2;
            }
            constant += mean * mean;
            for (int i = 0; i < pbits; i++) {
                constant += form[i] * form[i] / 4;
                fields[i] -= mean * form[i];
                for (int j = 0; j < pbits; j++) {
                    couplings[i][j] -= i == j ? 0 : form[i] * form[j] / 2;
                }
            }
        }
        var of = of(couplings, fields);
        return new IsingProblem(of.name, of.starts, of.neighbors, of.couplings, of.fields, constant);
    }

    /** The same under another name. */
    public IsingProblem named(String name) {
        return new IsingProblem(name, starts, neighbors, couplings, fields, constant);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public int pbits() {
        return fields.length;
    }

    /** The number of coupled pairs. */
    public int pairs() {
        return neighbors.length / 2;
    }

    /** Whether so large a part of all pairs is coupled that whole rows are kept. */
    public boolean isDense() {
        int n = pbits();
        return n <= ALWAYS_DENSE || n <= MOST_DENSE && neighbors.length > DENSE_SHARE * n * (n - 1.0);
    }

    @Override
    public double energy(boolean[] up) {
        double sum = 0;
        for (int i = 0; i < fields.length; i++) {
            double field = 0;
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                field += up[neighbors[k]] ? couplings[k] : -couplings[k];
            }
            sum += (up[i] ? 1 : -1) * (fields[i] + field / 2);
        }
        return constant - sum;
    }

    /** Not known beforehand. */
    @Override
    public double least() {
        return Double.NaN;
    }

    /** Two over the root mean square of the fields that p-bits feel: cold enough for order, warm enough to move. */
    @Override
    public double strength() {
        double squares = 0;
        for (double c : couplings) {
            squares += c * c;
        }
        for (double h : fields) {
            squares += h * h;
        }
        return squares == 0 ? 1 : 2 * Math.sqrt(fields.length / squares);
    }

    /** Zeros and ones, the first p-bit first; of more than 24 the first ones. */
    @Override
    public String label(boolean[] up) {
        var text = new StringBuilder();
        for (int i = 0; i < Math.min(up.length, 24); i++) {
            text.append(up[i] ? '1' : '0');
        }
        return up.length > 24 ? text + "..." : text.toString();
    }

    @Override
    public Pbits start(boolean[] start, double[] gains, Seed seed) {
        return start(start, free(), gains, seed);
    }

    Pbits start(boolean[] start, boolean[] free, double[] gains, Seed seed) {
        if (!isDense()) {
            return new SparsePbits(starts, neighbors, couplings, fields, constant, start, free, gains, seed);
        }
        int n = pbits();
        double[] matrix = new double[n * n];
        for (int i = 0; i < n; i++) {
            for (int k = starts[i]; k < starts[i + 1]; k++) {
                matrix[i * n + neighbors[k]] = couplings[k];
            }
        }
        return new DensePbits(matrix, fields, constant, start, free, gains, seed);
    }

    @Override
    public Picture picture(double[] shares, double[] exact) {
        return StateBars.of(this, shares, exact);
    }

    @Override
    public String toString() {
        return name + ", " + pairs() + " couplings, " + (isDense() ? "dense" : "sparse");
    }
}
