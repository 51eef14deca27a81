package io.larmor.physics;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * How a magnetic tunnel junction conducts: {@code G = (G_P + G_AP)/2 + (G_P − G_AP)/2 · c} with c the cosine between the
 * layers (Slonczewski, Phys. Rev. B 39, 6995, 1989), {@code G_AP = G_P / (1 + TMR(V))} and
 * {@code TMR(V) = TMR0 / (1 + (V / V_h)²)}.
 *
 * @param parallel the resistance R_P of parallel layers, in ohms
 * @param ratio the tunnel magnetoresistance TMR0 at small voltage, (R_AP − R_P) / R_P
 * @param half the voltage V_h at which the ratio has fallen to half, in volts
 */
public record Tunneling(double parallel, double ratio, double half) {

    public static final Parameter PARALLEL = new Parameter("parallel",
            new Quantity("parallel resistance", "R_P", Unit.OHM), 1, 1e9, 5e3, "the resistance of parallel layers");
    public static final Parameter RATIO = new Parameter("tmr", new Quantity("magnetoresistance", "TMR", Unit.NONE),
            0, 10, 1, "how much larger the antiparallel resistance is, 1 for twice as large");
    public static final Parameter HALF = new Parameter("halfVoltage", new Quantity("half voltage", "V_h", Unit.VOLT),
            0.01, 100, 0.5, "the voltage at which the magnetoresistance has fallen to half");

    private static final int MOST_ITERATIONS = 200;

    public Tunneling {
        PARALLEL.check("mtj", parallel);
        RATIO.check("mtj", ratio);
        HALF.check("mtj", half);
    }

    /** The magnetoresistance at a voltage. */
    public double ratio(double voltage) {
        return ratio / (1 + voltage / half * (voltage / half));
    }

    /** The mean of the parallel and the antiparallel conductance at a voltage, in siemens. */
    public double meanConductance(double voltage) {
        return (1 + 1 / (1 + ratio(voltage))) / (2 * parallel);
    }

    /**
     * The resistance at a voltage, in ohms.
     *
     * @param cosine of the angle between the layers
     */
    public double resistance(double cosine, double voltage) {
        double antiparallel = 1 / (1 + ratio(voltage));
        return 2 * parallel / (1 + antiparallel + (1 - antiparallel) * cosine);
    }

    /** The voltage at a current, in volts: the V of V = I R(V), by bisection, for the two sides grow unequally. */
    public double voltage(double cosine, double current) {
        if (current == 0) {
            return 0;
        }
        double size = Math.abs(current);
        double low = size * parallel * 0.999;
        double high = size * parallel * (1 + ratio) * 1.001;
        for (int i = 0; i < MOST_ITERATIONS && high - low > 1e-14 * high; i++) {
            double middle = (low + high) / 2;
            if (middle < size * resistance(cosine, middle)) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return Math.copySign((low + high) / 2, current);
    }
}
