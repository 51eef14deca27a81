package io.larmor.datasets.card;

import io.larmor.datasets.twin.DigitTwin;
import io.larmor.datasets.twin.RadioTwin;
import java.nio.ByteBuffer;

/** The cards of the sets of labeled vectors: spectra and images. */
final class VectorCards {

    private VectorCards() {
    }

    static DatasetCard drones() {
        return new DatasetCard("drones", "Radio spectra of drones",
                "A. Ross and others, Zenodo record 7646236, also github.com/neurophysics-cnrsthales/rf_spintronic_nn"
                        + " (datasets/RadioSpin_D62_RF_fingerprinting.h5), made after S. Basak and others, COMSNETS 2021; copy it to"
                        + " drone_rf",
                "CC BY 4.0: free for all uses, name the authors",
                "A. Ross and others, Nat. Nanotechnol. 18, 1273 (2023)",
                """
                @article{ross2023,
                  author  = {Andrew Ross and others},
                  title   = {Multilayer spintronic neural networks with radiofrequency connections},
                  journal = {Nature Nanotechnology},
                  volume  = {18},
                  pages   = {1273},
                  year    = {2023}
                }""",
                "10 transmitters x 100 spectra of 256 bins, power of 0 .. 1; HDF5 with X_train, Y_train, X_test, Y_test, or"
                        + " CSV (train.csv.gz, test_a.csv.gz: label, p0 .. p255)",
                "702 to train and 298 to test, as published; the CSV form has 151 of the 298",
                "drones().twin(): ten invented transmitters heard through a fading channel; it shows that a notebook works, not"
                        + " how well a device tells drones apart",
                FileChecksums.of("RadioSpin_D62_RF_fingerprinting.h5",
                        "a9fc628d25a836f26f8ac9934f8bd1de8858306f11622a8b95b54ea4029a79d6",
                        "train.csv", "f3f24b78b2e4ff7b9f9fc9ea3abb67b782cc11fe915e9d93349b0c2f5b832554",
                        "test_a.csv", "9a5993d941cbb484c73419d73ef878a363166b393734545f61be60ec63c7785c"), null);
    }

    static DatasetCard dronesTwin() {
        return new DatasetCard("drones_twin", "Generated twin of the radio spectra",
                "Larmor's own transmitters and channel, seed " + RadioTwin.STANDARD + "; nothing to fetch",
                "Apache-2.0, as Larmor",
                "none; say that generated spectra were used",
                """
                @misc{larmordrones,
                  title = {Generated radio spectra of ten transmitters},
                  note  = {Larmor, drones().twin()}
                }""",
                "10 kinds of transmitters x 100 spectra of 256 bins, power of 0 .. 1",
                "702 to train and 298 to test",
                "it is the twin: hopping and spread carriers that differ in number, width and place, with echoes, distance and"
                        + " noise that differ from spectrum to spectrum",
                new TwinChecksum("e854d79e1faa8b4f0760dadabe8f6db749cd7cd83a317042c07ee29acda8e324", "100 spectra of each kind",
                        1000, "spectra", i -> bytes(new RadioTwin().spectrum(i % 10, i / 10))),
                null);
    }

    static DatasetCard mnist() {
        return new DatasetCard("mnist", "MNIST, handwritten digits",
                "Y. LeCun, C. Cortes and C. Burges, yann.lecun.com/exdb/mnist and its mirrors; copy the four files to mnist",
                "none stated by its authors; usually taken to be CC BY-SA 3.0",
                "Y. LeCun, L. Bottou, Y. Bengio and P. Haffner, Proc. IEEE 86, 2278 (1998)",
                """
                @article{lecun1998,
                  author  = {Yann LeCun and L{\\'e}on Bottou and Yoshua Bengio and Patrick Haffner},
                  title   = {Gradient-based learning applied to document recognition},
                  journal = {Proceedings of the IEEE},
                  volume  = {86},
                  pages   = {2278--2324},
                  year    = {1998}
                }""",
                "70,000 images of 28 x 28 gray pixels, here 0 (paper) .. 1 (ink), of ten digits; IDX, gzipped or not:"
                        + " train-images-idx3-ubyte, train-labels-idx1-ubyte, t10k-images-idx3-ubyte, t10k-labels-idx1-ubyte",
                "60,000 to train and 10,000 to test, as published",
                "mnist().twin(): strokes drawn by a program; it shows that a notebook works, not how well a device reads",
                FileChecksums.of("train-images-idx3-ubyte", "ba891046e6505d7aadcbbe25680a0738ad16aec93bde7f9b65e87a2fc25776db",
                        "train-labels-idx1-ubyte", "65a50cbbf4e906d70832878ad85ccda5333a97f0f4c3dd2ef09a8a9eef7101c5",
                        "t10k-images-idx3-ubyte", "0fa7898d509279e482958e8ce81c8e77db3f2f8254e26661ceb7762c4d494ce7",
                        "t10k-labels-idx1-ubyte", "ff7bcfd416de33731a308c3f266cc351222c34898ecbeaf847f06e48f7ec33f2"), null);
    }

    static DatasetCard mnistTwin() {
        return new DatasetCard("mnist_twin", "Generated twin of the handwritten digits",
                "Larmor's own strokes and pen, seed " + DigitTwin.STANDARD + "; nothing to fetch",
                "Apache-2.0, as Larmor",
                "none; say that generated digits were used",
                """
                @misc{larmordigits,
                  title = {Generated handwritten digits},
                  note  = {Larmor, mnist().twin()}
                }""",
                "7,000 (up to 70,000) images of 28 x 28 gray pixels, 0 (paper) .. 1 (ink), of ten digits",
                "6,000 (up to 60,000) to train and 1,000 (up to 10,000) to test",
                "it is the twin: two or three ways to write each digit, with strokes that wobble and differ in slant, size, place"
                        + " and thickness",
                new TwinChecksum("b399bd876507e241bc581d8c651faf9c7189094db9c95156f9b4c4f52a2ffe24", 
                        "100 training images of each digit", 1000, "images", i -> new DigitTwin().image("train", i % 10, i / 10)), null);
    }

    private static byte[] bytes(double[] values) {
        var bytes = ByteBuffer.allocate(Double.BYTES * values.length);
        bytes.asDoubleBuffer().put(values);
        return bytes.array();
    }
}
