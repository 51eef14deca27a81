package io.larmor.datasets.card;

import io.larmor.datasets.format.Wav;
import io.larmor.datasets.twin.SpokenTwin;
import java.util.List;

/** The cards of all data sets that can be loaded. */
public final class Cards {

    private static final String TWIN =
            "spokenDigits().twin(): digits of a formant synthesizer, 8 kHz; it shows that a notebook works, not how well"
            + " a device hears people";

    private Cards() {
    }

    /** All cards, the default set first. */
    public static List<DatasetCard> all() {
        return List.of(fsdd(), ti46(), ti46Synthetic(), twin(), drones(), dronesTwin(), mnist(), mnistTwin(), mazes(), mazesTwin(),
                ninapro(), ninaproShaped(), myo8(), armband22(), gesturesTwin());
    }

    /** The Free Spoken Digit Dataset. */
    public static DatasetCard fsdd() {
        return new DatasetCard("fsdd", "Free Spoken Digit Dataset (FSDD)",
                "Zohar Jackson and others, github.com/Jakobovski/free-spoken-digit-dataset; copy its recordings to"
                        + " fsdd/recordings",
                "CC BY-SA 4.0: free for all uses, name the authors, pass changes on under the same licence",
                "Z. Jackson and others, Free Spoken Digit Dataset, 2016",
                """
                @online{fsdd,
                  author = {Zohar Jackson and others},
                  title  = {Free Spoken Digit Dataset},
                  year   = {2016},
                  url    = {https://github.com/Jakobovski/free-spoken-digit-dataset}
                }""",
                "6 men x 10 digits x 50 takes = 3,000 trimmed words of 0.14 .. 2.3 s; WAVE, 16 bits, one channel, 8 kHz;"
                        + " files {digit}_{speaker}_{take}.wav",
                "its authors test on takes 0-4; here takes 0-9 are used, one take at a time held out, as in the papers"
                        + " on TI-46",
                TWIN, new BlockChecksums("fsdd.sha256"), null);
    }

    /** TI-46. */
    public static DatasetCard ti46() {
        return new DatasetCard("ti46", "TI 46-Word",
                "Texas Instruments, distributed by the Linguistic Data Consortium as LDC93S9 (catalog.ldc.upenn.edu);"
                        + " copy it to ti46",
                "LDC user agreement, for a fee: research only, no passing on",
                "M. Liberman and others, TI 46-Word, LDC93S9, Linguistic Data Consortium, Philadelphia 1993",
                """
                @misc{ti46,
                  author       = {Mark Liberman and others},
                  title        = {{TI} 46-Word},
                  howpublished = {LDC93S9, Linguistic Data Consortium, Philadelphia},
                  year         = {1993}
                }""",
                "8 women (f1-f8), 8 men (m1-m8) x 46 words x 26 utterances, of which the ten digits are read; NIST SPHERE,"
                        + " 16 bits, one channel, 12.5 kHz; files 00f1set0.wav: word, speaker, session, token",
                "session se (takes 0-9 here) trains, s1-s8 (takes 10-25) test; the papers use 5 women x 10 digits x the 10"
                        + " utterances of se",
                TWIN, new SumsFile(), null);
    }

    /** Synthetic speech in the layout of TI-46. */
    public static DatasetCard ti46Synthetic() {
        return new DatasetCard("ti46_synth", "SYNTHETIC digits in the layout of TI-46",
                "made with free speech synthesizers (flite, festival, espeak-ng) in a folder ti46_synth; not TI-46, no"
                        + " human voice",
                "free",
                "none; say that synthetic speech was used",
                """
                @misc{ti46synth,
                  title = {Synthetic spoken digits in the layout of {TI}-46},
                  note  = {flite, festival and espeak-ng; no human voice}
                }""",
                "5 voices (f1-f5) x 10 digits x 10 takes = 500 words; NIST SPHERE, 16 bits, one channel, 12.5 kHz",
                "one take at a time held out",
                TWIN, new SumsFile(), null);
    }

    /** The generated twin of the spoken digits. */
    public static DatasetCard twin() {
        return new DatasetCard("twin", "Generated twin of the spoken digits",
                "Larmor's own formant synthesizer, seed " + SpokenTwin.STANDARD + "; nothing to fetch",
                "Apache-2.0, as Larmor",
                "none; say that generated speech was used. Method: D. H. Klatt, J. Acoust. Soc. Am. 67, 971 (1980)",
                """
                @article{klatt1980,
                  author  = {Dennis H. Klatt},
                  title   = {Software for a cascade/parallel formant synthesizer},
                  journal = {The Journal of the Acoustical Society of America},
                  volume  = {67},
                  pages   = {971--995},
                  year    = {1980}
                }""",
                "5 voices (up to 40) x 10 digits x 10 takes (up to 100) = 500 words of about 0.44 s; 16 bits, one channel,"
                        + " 8 kHz",
                "one take at a time held out",
                "it is the twin: low and high voices in turn that differ in vocal tract, accent, tempo and noise, takes that"
                        + " differ in tempo, melody and articulation",
                new TwinChecksum("98940ad091d4451bda94b3d464fd945bb21cf8afb7073bf8e50a2219ec9487e9", "5 voices, takes 0-9",
                        500, "words", i -> Wav.encode(new SpokenTwin().word(i / 50, i / 10 % 5, i % 10), SpokenTwin.RATE)),
                null);
    }

    /** The radio spectra of drones of Ross and others. */
    public static DatasetCard drones() {
        return VectorCards.drones();
    }

    /** The generated twin of the radio spectra. */
    public static DatasetCard dronesTwin() {
        return VectorCards.dronesTwin();
    }

    /** MNIST. */
    public static DatasetCard mnist() {
        return VectorCards.mnist();
    }

    /** The generated twin of the handwritten digits. */
    public static DatasetCard mnistTwin() {
        return VectorCards.mnistTwin();
    }

    /** The mazes. */
    public static DatasetCard mazes() {
        return MazeCards.mazes();
    }

    /** The generated twin of the mazes. */
    public static DatasetCard mazesTwin() {
        return MazeCards.mazesTwin();
    }

    /** Ninapro DB1, exercise B. */
    public static DatasetCard ninapro() {
        return GestureCards.ninapro();
    }

    /** A sample of the format of Ninapro DB1. */
    public static DatasetCard ninaproShaped() {
        return GestureCards.ninaproShaped();
    }

    /** Eight gestures under a Myo armband. */
    public static DatasetCard myo8() {
        return GestureCards.myo8();
    }

    /** 22 motions under an armband. */
    public static DatasetCard armband22() {
        return GestureCards.armband22();
    }

    /** The generated twin of the gestures. */
    public static DatasetCard gesturesTwin() {
        return GestureCards.twin();
    }
}
