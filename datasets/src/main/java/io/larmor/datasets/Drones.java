package io.larmor.datasets;

import io.larmor.datasets.card.DatasetCard;
import io.larmor.datasets.format.BrokenFileException;
import io.larmor.plot.Page;
import io.larmor.plot.Picture;
import io.larmor.plot.Plot;
import io.larmor.plot.Plots;
import io.larmor.task.VectorTask;
import io.larmor.units.Quantity;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.Table;

/**
 * Ten transmitters of drones and their surroundings as radio spectra of 256 bins (Ross et al., Nat. Nanotechnol. 18, 1273,
 * 2023): the description of a set, immutable; setters return changed copies. Nothing is read until spectra are asked for;
 * what was read is kept while memory allows.
 *
 * <p>Spectra are taken from {@code drone_rf} in the folder that the environment variable LARMOR_DATA names. Where they are
 * not there, generated ones take their place. {@link #origin} always says which.
 */
public final class Drones {

    private static final String WORD = "drones()";

    private final Place place;

    Drones(Place place) {
        this.place = place;
    }

    /** The generated twin, even where there are real spectra: the same ones on every machine. */
    public Drones twin() {
        return new Drones(new Place(place.folder(), true));
    }

    /** The spectra in this folder, or in {@code drone_rf} in it, instead of the folder that LARMOR_DATA names. */
    public Drones from(Path folder) {
        return new Drones(new Place(folder, false));
    }

    /** As {@link #from(Path)}. */
    public Drones from(String folder) {
        return from(Path.of(folder));
    }

    /**
     * Telling the ten transmitters apart: vectors of 256 powers of 0 to 1, split as published, 702 to train and 298 to test
     * (151 where the CSV form is read). {@code validateOn(0.1)} of the task holds some out to choose settings on.
     *
     * @throws IllegalArgumentException if the folder is not there
     * @throws BrokenFileException naming a file, the row or variable that is wrong and what to do
     */
    public VectorTask task() {
        Samples<float[]> samples = samples();
        return samples.task("drones, 256 bins", origin(), DroneSpectra.CLASSES, samples.shape(), samples.values());
    }

    /** What the spectra are and where they are from, in one line; it begins with Real or Generated. */
    public String origin() {
        Samples<float[]> samples = samples();
        return source().headline() + ", " + samples.labels().length + " spectra of " + DroneSpectra.BINS + " bins, 10 classes: "
                + source().split(samples.training(), samples.testing());
    }

    /** Source, licence, citation, shape and checksums of the set that is used. */
    public DatasetCard card() {
        return source().card();
    }

    /** One line a class: training and test spectra. */
    public Table table() {
        return samples().table(DroneSpectra.CLASSES);
    }

    /** The mean training spectrum of each class, five classes a plot, so that their colors differ. */
    public Picture plot() {
        List<String> classes = DroneSpectra.CLASSES;
        return Plots.row(plot(classes.subList(0, 5).toArray(String[]::new)), plot(classes.subList(5, 10).toArray(String[]::new)));
    }

    /**
     * The mean training spectrum of some classes in one plot.
     *
     * @param classes their names: {@code plot("tello", "WiFi")}
     * @throws IllegalArgumentException if there is none, or no class of that name
     */
    public Plot plot(String... classes) {
        double[][] means = means();
        double[] bins = new double[DroneSpectra.BINS];
        Arrays.setAll(bins, b -> b);
        Plot plot = null;
        for (String name : classes) {
            int c = DroneSpectra.CLASSES.indexOf(name);
            if (c < 0) {
                throw new IllegalArgumentException("drones().plot(\"" + name + "\"): there is no such class, there are "
                        + String.join(", ", DroneSpectra.CLASSES));
            }
            plot = plot == null ? Plot.line(Quantity.of("frequency bin"), bins, Quantity.of("mean power (full scale = 1)"), means[c])
                    .named(name) : plot.series(name, bins, means[c]);
        }
        if (plot == null) {
            throw new IllegalArgumentException("drones().plot(): no class is named, there are " + String.join(", ", DroneSpectra.CLASSES));
        }
        // Classes differ by tens of decibels; on a linear axis most of them would lie on the bottom.
        return plot.logY().title("Mean spectra").size(540, 360);
    }

    private double[][] means() {
        Samples<float[]> samples = samples();
        double[][] means = new double[DroneSpectra.CLASSES.size()][DroneSpectra.BINS];
        int[] counts = new int[means.length];
        for (int i = 0; i < samples.training(); i++) {
            int label = samples.labels()[i];
            counts[label]++;
            for (int b = 0; b < DroneSpectra.BINS; b++) {
                means[label][b] += samples.values()[i * DroneSpectra.BINS + b];
            }
        }
        for (int c = 0; c < means.length; c++) {
            for (int b = 0; b < DroneSpectra.BINS; b++) {
                // A class without a spectrum has no mean; 0 / 0 is NaN, which leaves its curve out.
                means[c][b] /= counts[c];
            }
        }
        return means;
    }

    private DroneSpectra source() {
        return place.find(WORD, DroneSpectra.EXPECTED, DroneSpectra::find, DroneSpectra.Generated::new);
    }

    private Samples<float[]> samples() {
        return Samples.of(source());
    }

    /** What a notebook shows: the origin, a table of the classes, the mean spectra, and the card. */
    public Map<String, Object> mimeBundle() {
        return page().mimeBundle();
    }

    @Override
    public String toString() {
        return page().text();
    }

    private Page page() {
        try {
            return card().under(Page.of(origin()).table(table()).picture(plot()));
        } catch (IllegalArgumentException | BrokenFileException e) {
            // A description that cannot be read is still a value that is shown.
            return Page.of(e.getMessage());
        }
    }
}
