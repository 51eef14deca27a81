package io.larmor.datasets.card;

import io.larmor.datasets.twin.EmgTwin;
import java.nio.ByteBuffer;

/** The cards of the sets of gestures. */
final class GestureCards {

    private static final String TWIN = "gestures().twin(): patterns of activity drawn by a program; it shows that a notebook works, not"
            + " how well a device tells gestures apart";

    private GestureCards() {
    }

    static DatasetCard ninapro() {
        return new DatasetCard("ninapro_db1", "Ninapro DB1, exercise B",
                "M. Atzori and others, ninapro.hevs.ch, after free registration; copy S1_A1_E2.mat .. S27_A1_E2.mat to ninapro_db1",
                "as the registration says: research, cite the authors, no passing on",
                "M. Atzori and others, Sci. Data 1, 140053 (2014)",
                """
                @article{atzori2014,
                  author  = {Manfredo Atzori and Arjan Gijsberts and Claudio Castellini and Barbara Caputo and Anne-Gabrielle Mittaz Hager and
                             Simone Elsig and Giorgio Giatsidis and Franco Bassetto and Henning M{\\"u}ller},
                  title   = {Electromyography data for non-invasive naturally-controlled robotic hand prostheses},
                  journal = {Scientific Data},
                  volume  = {1},
                  pages   = {140053},
                  year    = {2014}
                }""",
                "27 people x 17 gestures x 10 repetitions, envelopes of 10 channels at 100 Hz in volts; MATLAB level 5 with emg,"
                        + " restimulus, rerepetition",
                "repetitions 2, 5 and 7 test, the others train (M. Atzori and others, Front. Neurorobot. 10, 9, 2016)",
                TWIN, new SumsFile(), null);
    }

    static DatasetCard ninaproShaped() {
        return new DatasetCard("ninapro_shaped", "FORMAT SAMPLE in the layout of Ninapro DB1",
                "two people of the Myo armband set below, brought to envelopes at 100 Hz and written in DB1's layout, in a folder"
                        + " ninapro_shaped; not Ninapro, two of ten channels are constant",
                "MIT, as the Myo armband set",
                "none; say that a format sample was used",
                """
                @misc{ninaproshaped,
                  title = {A sample of the format of {Ninapro} {DB1}},
                  note  = {signals of a Myo armband, not Ninapro}
                }""",
                "2 people x 7 gestures x 6 repetitions, envelopes of 10 channels at 100 Hz; MATLAB level 5",
                "repetitions 2 and 5 test, the others train",
                TWIN, new SumsFile(), null);
    }

    static DatasetCard myo8() {
        return new DatasetCard("emg_myo8", "Myo armband, eight gestures",
                "github user aljazfrancic, github.com/aljazfrancic/myo-readings-dataset, right hands, first sessions, one zip file a person;"
                        + " copy them to emg_myo8",
                "MIT licence: free for all uses, keep its notice",
                "aljazfrancic, myo-readings-dataset, 2021",
                """
                @online{myo8,
                  author = {aljazfrancic},
                  title  = {myo-readings-dataset},
                  year   = {2021},
                  url    = {https://github.com/aljazfrancic/myo-readings-dataset}
                }""",
                "27 people x 8 gestures x 6 holds of 5 s, raw counts of 8 channels at about 200 Hz; zip files of 0.txt .. 7.txt",
                "a third of the repetitions held out after another within a person, or a third of the people",
                TWIN, new SumsFile(), null);
    }

    static DatasetCard armband22() {
        return new DatasetCard("emg_armband22", "Armband, 22 motions on several days",
                "github.com/Suguru55/Wearable_Sensor_Long-term_sEMG_Dataset, subjects 1-4 and days 1-3, one zip file a person and day;"
                        + " copy them to emg_armband22",
                "Apache-2.0",
                "Suguru55, Wearable Sensor Long-term sEMG Dataset",
                """
                @online{armband22,
                  author = {Suguru55},
                  title  = {Wearable Sensor Long-term {sEMG} Dataset},
                  url    = {https://github.com/Suguru55/Wearable_Sensor_Long-term_sEMG_Dataset}
                }""",
                "4 people x 3 days x 22 motions x 4 trials of 1.5 s, 8 channels at 200 Hz; zip files of D1M1T1.csv .. D3M22T4.csv",
                "one trial held out after another within a day, or one person",
                TWIN, new SumsFile(), null);
    }

    static DatasetCard twin() {
        return new DatasetCard("gestures_twin", "Generated twin of the gestures",
                "Larmor's own patterns of activity, seed " + EmgTwin.STANDARD + "; nothing to fetch",
                "Apache-2.0, as Larmor",
                "none; say that generated signals were used",
                """
                @misc{larmorgestures,
                  title = {Generated muscles' signals of 17 gestures},
                  note  = {Larmor, gestures().twin()}
                }""",
                "27 (up to 100) people x 17 gestures x 10 repetitions of 2 s, envelopes of 10 channels at 100 Hz",
                "repetitions 2, 5 and 7 test, the others train",
                "it is the twin: a pattern over the channels for each gesture, people who differ in habit, gain and electrodes' places,"
                        + " repetitions that differ in strength, and gamma noise",
                new TwinChecksum("72ef42d63b103364eb751e63595dc9610b2547c6446221a2078bab17f7e1a14d", "2 people", 2 * EmgTwin.GESTURES * EmgTwin.REPETITIONS, "holds",
                        i -> bytes(new EmgTwin().hold(i / (EmgTwin.GESTURES * EmgTwin.REPETITIONS),
                                i / EmgTwin.REPETITIONS % EmgTwin.GESTURES, i % EmgTwin.REPETITIONS))),
                null);
    }

    private static byte[] bytes(float[] values) {
        var bytes = ByteBuffer.allocate(Float.BYTES * values.length);
        bytes.asFloatBuffer().put(values);
        return bytes.array();
    }
}
