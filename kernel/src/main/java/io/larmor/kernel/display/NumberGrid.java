package io.larmor.kernel.display;

import java.lang.reflect.Array;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Numbers in rows and columns, and deeper: type and shape in a first line, then the corners of what is too large. */
final class NumberGrid {

    private static final int WHOLE = 10;
    private static final int EDGE = 4;
    private static final MathContext DIGITS = new MathContext(5);

    private final long[] shape;
    private final Function<long[], String> cell;
    private final int width;

    private NumberGrid(long[] shape, Function<long[], String> cell) {
        this.shape = shape;
        this.cell = cell;
        width = widest(0, new long[shape.length]);
    }

    /**
     * The text of a grid.
     *
     * @param type what to call it, with its shape
     * @param cell the text of a number by its indices
     */
    static String text(String type, long[] shape, Function<long[], String> cell) {
        var grid = new NumberGrid(shape, cell);
        return type + "\n" + grid.block(0, new long[shape.length]);
    }

    /** The text of an array of at least two dimensions of numbers, all of its rows equally long; null for any other. */
    static String of(Object array) {
        Class<?> element = array.getClass();
        var lengths = new ArrayList<Long>();
        Object at = array;
        while (element.isArray()) {
            element = element.getComponentType();
            int length = at == null ? 0 : Array.getLength(at);
            lengths.add((long) length);
            at = length == 0 || !element.isArray() ? null : Array.get(at, 0);
        }
        long[] shape = lengths.stream().mapToLong(Long::longValue).toArray();
        boolean numbers = element.isPrimitive() && element != char.class && element != boolean.class;
        if (!numbers || shape.length < 2 || lengths.contains(0L) || !isRegular(array, shape, 0)) {
            return null;
        }
        var type = new StringBuilder(element.getName());
        lengths.forEach(length -> type.append('[').append(length).append(']'));
        return text(type.toString(), shape, index -> {
            Object value = array;
            for (long i : index) {
                value = Array.get(value, (int) i);
            }
            return value instanceof Double || value instanceof Float ? number(((Number) value).doubleValue())
                    : String.valueOf(value);
        });
    }

    private static boolean isRegular(Object array, long[] shape, int depth) {
        if (array == null || Array.getLength(array) != shape[depth]) {
            return false;
        }
        for (int i = 0; depth + 1 < shape.length && i < shape[depth]; i++) {
            if (!isRegular(Array.get(array, i), shape, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** Five digits of a number, as Java writes them. */
    static String number(double value) {
        return Double.isFinite(value) ? String.valueOf(new BigDecimal(value).round(DIGITS).doubleValue())
                : String.valueOf(value);
    }

    /** The indices of a dimension that are shown; -1 stands for those left out. */
    private List<Long> shown(int dimension) {
        var shown = new ArrayList<Long>();
        long size = shape[dimension];
        for (long i = 0; i < size; i++) {
            if (size > WHOLE && i == EDGE) {
                shown.add(-1L);
                i = size - EDGE;
            }
            shown.add(i);
        }
        return shown;
    }

    private int widest(int dimension, long[] index) {
        if (dimension == shape.length) {
            return cell.apply(index).length();
        }
        int widest = 0;
        for (long i : shown(dimension)) {
            if (i >= 0) {
                index[dimension] = i;
                widest = Math.max(widest, widest(dimension + 1, index));
            }
        }
        return widest;
    }

    private String block(int dimension, long[] index) {
        if (dimension == shape.length) {
            String text = cell.apply(index);
            return " ".repeat(width - text.length()) + text;
        }
        boolean row = dimension == shape.length - 1;
        var text = new StringBuilder("[");
        String separator = "";
        for (long i : shown(dimension)) {
            text.append(separator);
            index[dimension] = Math.max(i, 0);
            text.append(i < 0 ? "..." : block(dimension + 1, index));
            separator = row ? ", " : "," + "\n".repeat(shape.length - 1 - dimension) + " ".repeat(dimension + 1);
        }
        return text.append(']').toString();
    }
}
