package io.larmor.measure;

import io.larmor.core.Observable;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/** What devices can be read for; shared, so that a measure fits every device that offers its observable. */
public final class Measures {

    /** The amplitude of an oscillation, the square root of its power; a diode's voltage is proportional to it. */
    public static final Observable AMPLITUDE = new Observable("amplitude", Quantity.of("amplitude √p"));

    /** The dimensionless power of an oscillation. */
    public static final Observable POWER = new Observable("power", new Quantity("power", "p", Unit.NONE));

    /** The frequency of an oscillation. */
    public static final Observable FREQUENCY = new Observable("frequency", new Quantity("frequency", "f", Unit.HERTZ));

    /** The device's own input, as it arrives. */
    public static final Observable INPUT = new Observable("input", Quantity.of("input"));

    /** The magnetization along x, as a part of the saturated one. */
    public static final Observable MX = new Observable("mx", new Quantity("magnetization", "m_x", Unit.NONE));

    /** The magnetization along y. */
    public static final Observable MY = new Observable("my", new Quantity("magnetization", "m_y", Unit.NONE));

    /** The magnetization along z. */
    public static final Observable MZ = new Observable("mz", new Quantity("magnetization", "m_z", Unit.NONE));

    /** The resistance of a junction. */
    public static final Observable RESISTANCE = new Observable("resistance", new Quantity("resistance", "R", Unit.OHM));

    /** The state of a junction with two: 0 parallel, 1 antiparallel. */
    public static final Observable STATE = new Observable("state", Quantity.of("state, 1 antiparallel"));

    /** The voltage across a junction. */
    public static final Observable VOLTAGE = new Observable("voltage", new Quantity("voltage", "V", Unit.VOLT));

    private Measures() {
    }
}
