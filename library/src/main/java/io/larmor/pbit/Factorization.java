package io.larmor.pbit;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.core.Seed;
import io.larmor.physics.pbit.Pbits;
import io.larmor.physics.pbit.ProductPbits;
import io.larmor.plot.Picture;
import io.larmor.plot.Plot;
import io.larmor.plot.Plots;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.Arrays;

/**
 * An odd number to be split into two factors, {@code E = (X Y − N)²}, with {@code X = 1 + Σ 2^i x_i} and Y likewise, i from 1:
 * the lowest digit of an odd number is known (Borders et al., Nature 573, 390, 2019). The digits of X come first. Immutable.
 *
 * @param number N, odd
 * @param xBits the p-bits of X
 * @param yBits the p-bits of Y
 */
public record Factorization(long number, int xBits, int yBits) implements Problem {

    public static final Parameter NUMBER = new Parameter("factor", Quantity.of("number to be factored"), 9, 1e12, 945,
            "an odd number; of an even one divide by 2 first");
    public static final Parameter BITS = new Parameter("bits", Quantity.of("p-bits of a factor"), 1, 24, 4,
            "the digits of a factor without the lowest, which is always 1");

    /** The strength over N^(−3/2): what keeps the three numbers of Borders et al. about equally warm. */
    private static final double WARMTH = 5.2;

    public Factorization {
        NUMBER.check("pbits", (double) number);
        BITS.check("factor", xBits);
        BITS.check("factor", yBits);
        if ((number & 1) == 0) {
            throw new IllegalArgumentException("factor(" + number + "): the number is even, and the factors here are odd. Divide by 2 first: factor("
                    + odd(number) + ")");
        }
        if (most(xBits) * most(yBits) < number) {
            throw new IllegalArgumentException("factor(" + number + ").bits(" + xBits + ", " + yBits + "): with so few p-bits X is at most " + most(xBits)
                    + " and Y at most " + most(yBits) + ", so that their product cannot reach " + number + ". Give more, for example bits("
                    + standardX(number) + ", " + standardY(number) + ")");
        }
    }

    private static long most(int bits) {
        return (2L << bits) - 1;
    }

    private static long odd(long number) {
        return number >> Long.numberOfTrailingZeros(number);
    }

    /**
     * A number with the p-bits of Borders et al. where it is one of theirs: 35 has 2 + 2, 161 has 4 + 2, 945 has 5 + 3. Others
     * get as many as the largest factors need, since nobody knows them: Y those of the root, X those of a third.
     */
    public static Factorization of(long number) {
        NUMBER.check("pbits", (double) number);
        return new Factorization(number, standardX(number), standardY(number));
    }

    private static int standardX(long number) {
        return number == 35 ? 2 : number == 161 ? 4 : number == 945 ? 5 : digits(number / 3);
    }

    private static int standardY(long number) {
        return number == 35 || number == 161 ? 2 : number == 945 ? 3 : digits((long) Math.sqrt(number));
    }

    private static int digits(long largest) {
        return Math.max(1, 63 - Long.numberOfLeadingZeros(largest));
    }

    /**
     * The same with other p-bits.
     *
     * @param x those of X, which reaches 2^(x+1) − 1
     * @param y those of Y
     */
    public Factorization bits(int x, int y) {
        return new Factorization(number, x, y);
    }

    /** The factor X of a state. */
    public long x(boolean[] up) {
        return factor(up, 0, xBits);
    }

    /** The factor Y of a state. */
    public long y(boolean[] up) {
        return factor(up, xBits, yBits);
    }

    private static long factor(boolean[] up, int from, int bits) {
        long factor = 1;
        for (int i = 0; i < bits; i++) {
            factor += up[from + i] ? 2L << i : 0;
        }
        return factor;
    }

    @Override
    public String name() {
        return "factors of " + number;
    }

    @Override
    public int pbits() {
        return xBits + yBits;
    }

    @Override
    public double energy(boolean[] up) {
        double off = (double) x(up) * y(up) - number;
        return off * off;
    }

    /** Zero, if the number has factors for these p-bits. */
    @Override
    public double least() {
        return 0;
    }

    /** 5.2 N^(−3/2), which comes near to what suits the three numbers of Borders et al. */
    @Override
    public double strength() {
        return WARMTH / Math.pow(number, 1.5);
    }

    @Override
    public String label(boolean[] up) {
        return x(up) + " x " + y(up);
    }

    @Override
    public Pbits start(boolean[] start, double[] gains, Seed seed) {
        Citations.use(Papers.BORDERS_2019, "factor");
        return new ProductPbits(number, xBits, start, free(), gains, seed);
    }

    /** The shares over both factors as a map, and the most frequent pairs as bars. */
    @Override
    public Picture picture(double[] shares, double[] exact) {
        double[] xs = odds(xBits);
        double[] ys = odds(yBits);
        double[][] map = new double[ys.length][xs.length];
        for (int s = 0; s < shares.length; s++) {
            map[s >>> xBits][s & (1 << xBits) - 1] = 100 * shares[s];
        }
        var plane = Plot.heatMap(Quantity.of("X"), xs, Quantity.of("Y"), ys, Quantity.of("share of time", Unit.PERCENT), map)
                .title("X Y = " + number).size(400, 320);
        return Plots.row(plane, StateBars.of(this, shares, exact).size(560, 320));
    }

    private static double[] odds(int bits) {
        double[] odds = new double[1 << bits];
        Arrays.setAll(odds, i -> 2 * i + 1);
        return odds;
    }

    @Override
    public String toString() {
        return name() + " with " + xBits + " + " + yBits + " p-bits";
    }
}
