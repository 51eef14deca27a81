package io.larmor.datasets;

import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.task.VectorTask;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * The handwritten digits of MNIST (LeCun et al., Proc. IEEE 86, 2278, 1998): the description of a set, immutable; setters
 * return changed copies. Nothing is read until images are asked for; what was read is kept while memory allows.
 *
 * <p>Images are taken from {@code mnist} in the folder that the environment variable LARMOR_DATA names. Where they are not
 * there, generated ones take their place. {@link #origin} always says which. Any set in the same four files can be read
 * with {@link #from(Path)}.
 */
public final class Mnist {

    static final int TRAINING = 6000;
    static final int TESTING = 1000;
    private static final int MOST_TRAINING = 60_000;
    private static final int MOST_TESTING = 10_000;
    private static final int SHOWN = 12;
    private static final String WORD = "mnist()";

    private final Place place;
    private final int training;
    private final int testing;
    private final int side;

    /** @param side rows and columns that images are averaged to; 0 for as they are */
    Mnist(Place place, int training, int testing, int side) {
        this.place = place;
        this.training = training;
        this.testing = testing;
        this.side = side;
    }

    /** The generated twin, even where there are real images: 6000 to train and 1000 to test, the same on every machine. */
    public Mnist twin() {
        return twin(TRAINING, TESTING);
    }

    /**
     * The generated twin with a number of images. An image does not depend on how many there are.
     *
     * @param training images to train on, 10 .. 60000; default 6000
     * @param testing images to test on, 10 .. 10000; default 1000
     * @throws IllegalArgumentException if a number is outside its range
     */
    public Mnist twin(int training, int testing) {
        if (training < 10 || training > MOST_TRAINING || testing < 10 || testing > MOST_TESTING) {
            throw new IllegalArgumentException("mnist().twin(" + training + ", " + testing + "): 10 .. " + MOST_TRAINING
                    + " training and 10 .. " + MOST_TESTING + " test images are possible; mnist().twin() has " + TRAINING + " and "
                    + TESTING);
        }
        return new Mnist(new Place(place.folder(), true), training, testing, side);
    }

    /** The images in this folder, or in {@code mnist} in it, instead of the folder that LARMOR_DATA names. */
    public Mnist from(Path folder) {
        return new Mnist(new Place(folder, false), training, testing, side);
    }

    /** As {@link #from(Path)}. */
    public Mnist from(String folder) {
        return from(Path.of(folder));
    }

    /**
     * Smaller images: each pixel is the mean of the area that it covers. {@code downsampled(8)} makes 8 x 8 pixels of 28 x 28.
     *
     * @param side rows and columns, 1 .. 28; default: as in the files
     * @throws IllegalArgumentException if the side is less than 1, or (when the images are read) greater than theirs
     */
    public Mnist downsampled(int side) {
        if (side < 1) {
            throw new IllegalArgumentException("mnist().downsampled(" + side + "): the side of an image is 1 .. 28 pixels,"
                    + " for example downsampled(8)");
        }
        return new Mnist(place, training, testing, side);
    }

    /**
     * Telling the ten digits apart: images of 28 x 28 (or {@link #downsampled}) values of 0 (paper) to 1 (ink), split as
     * published, 60000 to train and 10000 to test. {@code atMost(6000, 1000)} of the task takes a part of them;
     * {@code validateOn(0.1)} holds some out to choose settings on.
     *
     * @throws IllegalArgumentException if the folder is not there
     * @throws BrokenFileException naming a file, the place in it that is wrong and what to do
     */
    public VectorTask task() {
        Samples<byte[]> samples = samples();
        int[] size = size(samples);
        var values = new float[samples.labels().length * size[0] * size[1]];
        for (int i = 0; i < samples.labels().length; i++) {
            image(samples, i, size, values, i * size[0] * size[1]);
        }
        return samples.task("handwritten digits, " + size[0] + " x " + size[1], origin(), SpokenDigits.DIGITS, size, values);
    }

    /** What the images are and where they are from, in one line; it begins with Real or Generated. */
    public String origin() {
        Samples<byte[]> samples = samples();
        int[] size = size(samples);
        boolean averaged = side > 0 && side < samples.shape()[0];
        return source().headline() + ", " + samples.labels().length + " images of " + size[0] + " x " + size[1] + " pixels"
                + (averaged ? " (means of " + samples.shape()[0] + " x " + samples.shape()[1] + ")" : "") + ", 10 digits: "
                + samples.training() + " training, " + samples.testing() + " test";
    }

    /** Source, licence, citation, shape and checksums of the set that is used. */
    public DatasetCard card() {
        return source().card();
    }

    /** One line a digit: training and test images. */
    public Table table() {
        return samples().table(SpokenDigits.DIGITS);
    }

    /** The first twelve training images of each digit, one row for each. */
    public Picture plot() {
        Samples<byte[]> samples = samples();
        int[] size = size(samples);
        var found = new ArrayList<List<float[]>>();
        for (int c = 0; c < DigitImages.CLASSES; c++) {
            found.add(new ArrayList<>());
        }
        for (int i = 0; i < samples.training(); i++) {
            List<float[]> own = found.get(samples.labels()[i]);
            if (own.size() < SHOWN) {
                var values = new float[size[0] * size[1]];
                image(samples, i, size, values, 0);
                own.add(values);
            }
        }
        float[][][] images = found.stream().map(own -> own.toArray(float[][]::new)).toArray(float[][][]::new);
        return new DigitSheet(size[0], size[1], images, "handwritten digits, " + size[0] + " x " + size[1] + " pixels");
    }

    private DigitImages source() {
        return place.find(WORD, DigitImages.EXPECTED, DigitImages::find,
                reason -> new DigitImages.Generated(training, testing, reason));
    }

    private Samples<byte[]> samples() {
        return Samples.of(source());
    }

    private int[] size(Samples<byte[]> samples) {
        int[] shape = samples.shape();
        if (side > Math.min(shape[0], shape[1])) {
            throw new IllegalArgumentException("mnist().downsampled(" + side + "): the images have " + shape[0] + " x " + shape[1]
                    + " pixels and can only be made smaller, for example downsampled(8)");
        }
        return side == 0 ? shape.clone() : new int[] {side, side};
    }

    /** Writes one image of the wanted size. */
    private static void image(Samples<byte[]> samples, int index, int[] size, float[] out, int at) {
        int rows = samples.shape()[0];
        int columns = samples.shape()[1];
        int from = index * rows * columns;
        byte[] pixels = samples.values();
        if (size[0] == rows && size[1] == columns) {
            for (int p = 0; p < rows * columns; p++) {
                out[at + p] = (pixels[from + p] & 0xff) / 255f;
            }
            return;
        }
        double[] sums = new double[size[0] * size[1]];
        for (int r = 0; r < rows; r++) {
            for (int c = 0; c < columns; c++) {
                int pixel = pixels[from + r * columns + c] & 0xff;
                if (pixel != 0) {
                    spread(pixel, (double) r * size[0] / rows, (double) (r + 1) * size[0] / rows, (double) c * size[1] / columns,
                            (double) (c + 1) * size[1] / columns, size, sums);
                }
            }
        }
        for (int p = 0; p < sums.length; p++) {
            out[at + p] = (float) Math.min(1, sums[p] / 255);
        }
    }

    /** Shares a pixel among the larger ones that it overlaps, by area in units of a larger one. */
    private static void spread(int pixel, double top, double bottom, double left, double right, int[] size, double[] sums) {
        for (int r = (int) top; r < size[0] && r < bottom; r++) {
            double high = Math.min(bottom, r + 1) - Math.max(top, r);
            for (int c = (int) left; c < size[1] && c < right; c++) {
                double wide = Math.min(right, c + 1) - Math.max(left, c);
                sums[r * size[1] + c] += pixel * high * wide;
            }
        }
    }

    /** What a notebook shows: the origin, a table of the digits, some images of each, and the card. */
    public Map<String, Object> mimeBundle() {
        return page().mimeBundle();
    }

    @Override
    public String toString() {
        return page().text();
    }

    private Page page() {
        try {
            return card().under(Page.of(origin()).picture(plot()).table(table()));
        } catch (IllegalArgumentException | BrokenFileException e) {
            // A description that cannot be read is still a value that is shown.
            return Page.of(e.getMessage());
        }
    }
}
