package io.larmor.physics.rf;

/**
 * The order in which Hilbert's curve visits the pixels of an image (Hilbert, Math. Ann. 38, 459, 1891). Lines of resonance
 * overlap, so that tones next to each other in frequency get similar weights; along the curve they are pixels next to each
 * other in both directions, and not half a row of them.
 */
public final class PixelCurve {

    private PixelCurve() {
    }

    /**
     * The place of every pixel on the curve: of the curve through the smallest square of 2, 4, 8, ... pixels a side that holds
     * the image in its middle, what lies outside of the image being passed over.
     *
     * @param rows of the image, at least 1
     * @param columns of the image, at least 1
     * @return for every pixel, row after row, a place of 0 to rows·columns−1, each once
     */
    public static int[] places(int rows, int columns) {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException("pixelCurve: an image of " + rows + " x " + columns + " has no pixels");
        }
        int side = 1;
        while (side < Math.max(rows, columns)) {
            side *= 2;
        }
        int[] places = new int[rows * columns];
        int place = 0;
        for (long step = 0; step < (long) side * side; step++) {
            long at = visited(step, side);
            int row = (int) (at / side) - (side - rows) / 2;
            int column = (int) (at % side) - (side - columns) / 2;
            if (row >= 0 && row < rows && column >= 0 && column < columns) {
                places[row * columns + column] = place++;
            }
        }
        return places;
    }

    /** The pixel of the square that a step of the curve visits: its row times the side plus its column. */
    private static long visited(long step, int side) {
        long x = 0;
        long y = 0;
        long rest = step;
        // From the smallest quarters up: each is turned so that it begins where the one before it ends.
        for (long half = 1; half < side; half *= 2) {
            long right = 1 & (rest / 2);
            long up = 1 & (rest ^ right);
            if (up == 0) {
                long turned = right == 1 ? half - 1 - y : y;
                y = right == 1 ? half - 1 - x : x;
                x = turned;
            }
            x += half * right;
            y += half * up;
            rest /= 4;
        }
        return y * side + x;
    }
}
