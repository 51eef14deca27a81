package io.larmor.dsl;

import io.larmor.core.Readout;
import io.larmor.core.Scores;
import io.larmor.device.Nanorings;
import io.larmor.encoding.RotatingField;
import io.larmor.learn.Logistic;
import io.larmor.learn.Online;
import io.larmor.machine.ArrayNetwork;
import io.larmor.machine.Readouts;
import io.larmor.machine.Reservoir;
import io.larmor.measure.Reading;
import io.larmor.task.SequenceTask;
import io.larmor.task.SeriesTask;
import io.larmor.task.SignalTransformation;

/** The words for arrays of magnetic nanorings in turning fields, and for machines made of them. */
public final class Rings {

    private Rings() {
    }

    /**
     * An array of overlapping nanorings in a turning field (Dawidek et al., Adv. Funct. Mater. 31, 2008389, 2021). Setters:
     * {@code field} (the amplitude at rest, default 3 mT), {@code frequency} (37 Hz), {@code arrangement}, {@code path},
     * {@code temperature} (293 K), {@code law}, {@code sample}. {@code film(2)} shows it move, {@code against(fields, 20, 10)}
     * gives moment and walls against field. Example: {@code reservoir(nanorings(10, 10).field(mT(3))).encode(rotatingField())}.
     *
     * @param rows {@link Nanorings#ROWS}
     * @param columns {@link Nanorings#COLUMNS}
     */
    public static Nanorings nanorings(int rows, int columns) {
        return Nanorings.of(rows, columns);
    }

    /**
     * Data as the amplitude of a turning field (Vidamour et al., Commun. Phys. 6, 230, 2023): each value for a whole turn, read 32
     * times. Setters: {@code mask} (how many values a random mask makes of a frame), {@code turns}, {@code samples}, {@code swing}, {@code frequency}. Example:
     * {@code rotatingField().mask(20).swing(mT(0.5))}.
     */
    public static RotatingField rotatingField() {
        return RotatingField.standard();
    }

    /** Reads the anisotropic magnetoresistance of an array at the end of each slot. Example: {@code reservoir(nanorings(10, 10)).encode(rotatingField()).measure(amr())}. */
    public static Reading amr() {
        return new Reading(Nanorings.AMR);
    }

    /** Reads the wall population of an array, as a part of two a ring. Example: {@code reservoir(nanorings(10, 10)).encode(rotatingField()).measure(walls())}. */
    public static Reading walls() {
        return new Reading(Nanorings.WALLS);
    }

    /**
     * A readout trained offline by logistic regression on whole sequences. Setters: {@code penalty} (default 0.001),
     * {@code steps} (300). Example: {@code reservoir(nanorings(10, 10)).encode(rotatingField()).readout(logistic())}.
     */
    public static Logistic logistic() {
        return Logistic.standard();
    }

    /**
     * A readout trained while data comes in: one step along the gradient after each sequence, or each frame of a series. Setters:
     * {@code rate} (default 0.02), {@code passes} (20). Example:
     * {@code reservoir(nanorings(10, 10)).encode(rotatingField()).readout(online())}.
     */
    public static Online online() {
        return Online.standard();
    }

    /**
     * A network whose nodes are reservoirs, here a layer of copies of one, each an array of its own. Further layers hear trained
     * sums of the layer before. Setters: {@code layer(node, count)}, {@code connection}, {@code readout}; {@code score(task)} trains
     * it layer by layer. Example:
     * {@code arrayNetwork(reservoir(nanorings(5, 5)).encode(rotatingField().mask(5)), 4).layer(reservoir(nanorings(5, 5)).encode(rotatingField()), 2)}.
     *
     * @param count the nodes of the layer, at least one
     */
    public static ArrayNetwork arrayNetwork(Reservoir node, int count) {
        return ArrayNetwork.of(node, count);
    }

    /**
     * Turning a sine of 20 steps a period into another waveform (Vidamour et al., Commun. Phys. 6, 230, 2023). Example:
     * {@code reservoir(nanorings(10, 10)).encode(rotatingField()).score(signalTransformation("sawtooth"))}.
     *
     * @param wave square, sawtooth, cosine or double
     */
    public static SeriesTask signalTransformation(String wave) {
        return SignalTransformation.task(wave, (int) SignalTransformation.PERIOD.standard());
    }

    /**
     * Scores several readouts of one machine, which is played once for all of them. Example:
     * {@code compareReadouts(reservoir(nanorings(6, 6)).encode(rotatingField().mask(16)), spokenDigits().cochleagram(40), ridge(), logistic(), online())}.
     */
    public static Scores compareReadouts(Reservoir machine, SequenceTask task, Readout... readouts) {
        return Readouts.compare(machine, task, readouts);
    }
}
