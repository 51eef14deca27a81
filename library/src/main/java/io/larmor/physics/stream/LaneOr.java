package io.larmor.physics.stream;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** The sums of OR gates on the JDK's Vector API: four, or two, vectors of outputs at a time, all inputs through. */
final class LaneOr implements OrKernel {

    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;
    private static final int WIDTH = FLOATS.length();
    private static final float[] ONES = new float[WIDTH];
    private static final float[] ZEROS = new float[WIDTH];

    static {
        Arrays.fill(ONES, 1);
    }

    private final PlainOr plain = new PlainOr();

    @Override
    public void zeros(float[] values, int[] rows, int used, float[] w, float[] zero, int outputs) {
        if (outputs < 4 * WIDTH) {
            plain.zeros(values, rows, used, w, zero, outputs);
            return;
        }
        // The last tile may overlap the one before: it computes the same numbers again.
        for (int j = 0; j < outputs; j += 4 * WIDTH) {
            four(values, rows, used, w, Math.min(j, outputs - 4 * WIDTH), zero);
        }
    }

    private static void four(float[] values, int[] rows, int used, float[] w, int j, float[] zero) {
        var one = FloatVector.broadcast(FLOATS, 1);
        var a = FloatVector.fromArray(FLOATS, ONES, 0);
        var b = FloatVector.fromArray(FLOATS, ONES, 0);
        var c = FloatVector.fromArray(FLOATS, ONES, 0);
        var d = FloatVector.fromArray(FLOATS, ONES, 0);
        for (int k = 0; k < used; k++) {
            var minus = FloatVector.broadcast(FLOATS, -values[k]);
            int at = rows[k] + j;
            a = a.mul(FloatVector.fromArray(FLOATS, w, at).fma(minus, one));
            b = b.mul(FloatVector.fromArray(FLOATS, w, at + WIDTH).fma(minus, one));
            c = c.mul(FloatVector.fromArray(FLOATS, w, at + 2 * WIDTH).fma(minus, one));
            d = d.mul(FloatVector.fromArray(FLOATS, w, at + 3 * WIDTH).fma(minus, one));
        }
        a.intoArray(zero, j);
        b.intoArray(zero, j + WIDTH);
        c.intoArray(zero, j + 2 * WIDTH);
        d.intoArray(zero, j + 3 * WIDTH);
    }

    @Override
    public void gradient(float[] values, int[] rows, int used, float[] g, float[] w, int row, float[] dw, int outputs) {
        if (outputs < 2 * WIDTH) {
            plain.gradient(values, rows, used, g, w, row, dw, outputs);
            return;
        }
        for (int j = 0; j < outputs; j += 2 * WIDTH) {
            two(values, rows, used, g, w, row, dw, Math.min(j, outputs - 2 * WIDTH));
        }
    }

    private static void two(float[] values, int[] rows, int used, float[] g, float[] w, int row, float[] dw, int j) {
        var one = FloatVector.broadcast(FLOATS, 1);
        var wa = FloatVector.fromArray(FLOATS, w, row + j);
        var wb = FloatVector.fromArray(FLOATS, w, row + j + WIDTH);
        var a = FloatVector.fromArray(FLOATS, ZEROS, 0);
        var b = FloatVector.fromArray(FLOATS, ZEROS, 0);
        for (int k = 0; k < used; k++) {
            var value = FloatVector.broadcast(FLOATS, values[k]);
            var minus = FloatVector.broadcast(FLOATS, -values[k] * BELOW_ONE);
            int at = rows[k] + j;
            a = value.fma(FloatVector.fromArray(FLOATS, g, at).div(wa.fma(minus, one)), a);
            b = value.fma(FloatVector.fromArray(FLOATS, g, at + WIDTH).div(wb.fma(minus, one)), b);
        }
        a.intoArray(dw, row + j);
        b.intoArray(dw, row + j + WIDTH);
    }
}
