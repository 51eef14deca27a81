package io.larmor.dsl;

import io.larmor.device.wall.DwOscillator;
import io.larmor.device.wall.WallMaterial;
import io.larmor.encoding.Mask;
import io.larmor.encoding.Modulation;
import io.larmor.measure.Reading;
import io.larmor.task.Planar;
import io.larmor.task.SequenceTask;
import io.larmor.task.SineSquare;

/** The words for a domain wall between anti-notches. */
public final class DomainWalls {

    private DomainWalls() {
    }

    /**
     * One domain wall between two anti-notches, shaken by an alternating field: a Duffing oscillator (Ababei et al., Sci. Rep.
     * 11, 15587, 2021). Setters: {@code field}, {@code frequency}, {@code material}, {@code strip}, {@code step};
     * {@code wells}, {@code mobility}, {@code bifurcation} and {@code portrait} compute. Example:
     * {@code reservoir(dwOscillator().field(amperesPerMeter(2000))).encode(modulation(8).every(ns(2))).measure(rmsPosition())}.
     */
    public static DwOscillator dwOscillator() {
        return DwOscillator.standard();
    }

    /** Nickel with the anti-notches of Ababei et al. (2021). Example: {@code dwOscillator().material(nickel())}. */
    public static WallMaterial nickel() {
        return WallMaterial.NICKEL;
    }

    /** Permalloy with anti-notches, a potential of the eighth order. Example: {@code dwOscillator().material(permalloy()).wells()}. */
    public static WallMaterial permalloy() {
        return WallMaterial.PERMALLOY;
    }

    /** Cobalt without anti-notches: a free wall. Example: {@code dwOscillator().material(cobalt()).mobility(mT(1))}. */
    public static WallMaterial cobalt() {
        return WallMaterial.COBALT;
    }

    /**
     * Time multiplexing that does not center the data: each node's input is the bias plus or minus drive times data. Setters:
     * {@code every} (the slot), {@code drive}, {@code draw} (another mask). Example: {@code modulation(8).every(ns(2)).drive(amperesPerMeter(950))}.
     *
     * @param nodes {@link Mask#NODES}
     */
    public static Modulation modulation(int nodes) {
        return new Modulation(nodes, Mask.EVERY.standard(), Double.NaN, Modulation.OFFSET, 0);
    }

    /** The root mean square of a wall's position over a slot, in nanometers. Example: {@code reservoir(dwOscillator()).measure(rmsPosition())}. */
    public static Reading rmsPosition() {
        return new Reading(DwOscillator.RMS);
    }

    /**
     * Telling sine from square at every sample: 16 samples a period, the first half of the periods trains, the second half tests
     * (Ababei et al., 2021). Example: {@code sineSquareSamples(80).validateOn(0.3)}.
     *
     * @param periods how many
     */
    public static SequenceTask sineSquareSamples(int periods) {
        return SineSquare.perSample(periods, (int) SineSquare.SAMPLES_A_PERIOD.standard());
    }

    /** Two half moons of points in a plane, 400 of them. Example: {@code reservoir(dwOscillator()).encode(modulation(16)).score(moons())}. */
    public static SequenceTask moons() {
        return Planar.moons((int) Planar.POINTS.standard(), Planar.NOISE.standard());
    }

    /** A circle of points within another, 400 of them. Example: {@code reservoir(wire()).rawInput().score(circles())}. */
    public static SequenceTask circles() {
        return Planar.circles((int) Planar.POINTS.standard(), 0.1);
    }

    /** Two spirals of points wound into each other, 400 of them. Example: {@code reservoir(wire()).rawInput().score(spirals())}. */
    public static SequenceTask spirals() {
        return Planar.spirals((int) Planar.POINTS.standard(), 0.03);
    }
}
