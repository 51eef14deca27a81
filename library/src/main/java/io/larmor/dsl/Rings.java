package io.larmor.dsl;

import io.larmor.device.Nanorings;
import io.larmor.encoding.RotatingField;
import io.larmor.measure.Reading;

/** The words for arrays of magnetic nanorings in turning fields, and for machines made of them. */
public final class Rings {

    private Rings() {
    }

    /**
     * An array of overlapping nanorings in a turning field (Dawidek et al., Adv. Funct. Mater. 31, 2008389, 2021). Setters:
     * {@code field} (the amplitude at rest, default 2.7 mT), {@code frequency} (37 Hz), {@code arrangement}, {@code path},
     * {@code temperature} (293 K), {@code law}, {@code sample}. {@code film(2)} shows it move, {@code against(fields, 20, 10)}
     * gives moment and walls against field. Example: {@code reservoir(nanorings(10, 10).field(mT(2.7))).encode(rotatingField())}.
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
}
