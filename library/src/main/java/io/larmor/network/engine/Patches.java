package io.larmor.network.engine;

/**
 * How a convolution cuts an image: squares of some size that lie inside it, some pixels apart from the first corner on. Images
 * are rows x columns x channels, the channel fastest.
 *
 * @param rows of the image
 * @param columns of the image
 * @param channels of a pixel
 * @param size the side of a patch
 * @param stride the pixels from a patch to the next
 */
public record Patches(int rows, int columns, int channels, int size, int stride) {

    /** The numbers of a patch. */
    public int width() {
        return size * size * channels;
    }

    /** The numbers of an image. */
    public int inputs() {
        return rows * columns * channels;
    }

    /** Rows of places. */
    public int placeRows() {
        return (rows - size) / stride + 1;
    }

    /** Columns of places. */
    public int placeColumns() {
        return (columns - size) / stride + 1;
    }

    /** The patches of an image. */
    public int places() {
        return placeRows() * placeColumns();
    }

    /** Where in the image a line of a patch starts; a line is {@code size * channels} numbers. */
    int start(int place, int line) {
        int row = place / placeColumns() * stride + line;
        return (row * columns + place % placeColumns() * stride) * channels;
    }

    /** Copies the patches of one image. */
    void gather(float[] image, int at, float[] into, int to) {
        int line = size * channels;
        for (int p = 0; p < places(); p++) {
            for (int r = 0; r < size; r++, to += line) {
                System.arraycopy(image, at + start(p, r), into, to, line);
            }
        }
    }

    /** Adds the patches back to where they came from. */
    void scatter(float[] patches, int from, float[] image, int at) {
        int line = size * channels;
        for (int p = 0; p < places(); p++) {
            for (int r = 0; r < size; r++, from += line) {
                int to = at + start(p, r);
                for (int i = 0; i < line; i++) {
                    image[to + i] += patches[from + i];
                }
            }
        }
    }
}
