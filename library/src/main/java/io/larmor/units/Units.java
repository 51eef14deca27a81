package io.larmor.units;

/**
 * Units as methods: {@code mA(6)} is 0.006, in amperes. Everything inside the library is in SI units, so a unit helper is
 * all that a number needs. They are methods and not constants, so that a notebook variable named {@code ns} shadows
 * nothing. Small units divide by an exact power of ten, so that {@code mA(6) == 6e-3} holds to the last bit.
 */
public final class Units {

    private Units() {
    }

    /** A current given in amperes, in amperes. */
    public static double amperes(double value) {
        return value;
    }

    /** A current given in milliamperes, in amperes. */
    public static double mA(double value) {
        return value / 1e3;
    }

    /** A current given in microamperes, in amperes. */
    public static double uA(double value) {
        return value / 1e6;
    }

    /** A current given in nanoamperes, in amperes. */
    public static double nA(double value) {
        return value / 1e9;
    }

    /** A time given in seconds, in seconds. */
    public static double seconds(double value) {
        return value;
    }

    /** A time given in milliseconds, in seconds. */
    public static double ms(double value) {
        return value / 1e3;
    }

    /** A time given in microseconds, in seconds. */
    public static double us(double value) {
        return value / 1e6;
    }

    /** A time given in nanoseconds, in seconds. */
    public static double ns(double value) {
        return value / 1e9;
    }

    /** A time given in picoseconds, in seconds. */
    public static double ps(double value) {
        return value / 1e12;
    }

    /** A frequency given in hertz, in hertz. */
    public static double hertz(double value) {
        return value;
    }

    /** A frequency given in kilohertz, in hertz. */
    public static double kHz(double value) {
        return value * 1e3;
    }

    /** A frequency given in megahertz, in hertz. */
    public static double MHz(double value) {
        return value * 1e6;
    }

    /** A frequency given in gigahertz, in hertz. */
    public static double GHz(double value) {
        return value * 1e9;
    }

    /** A flux density given in tesla, in tesla. */
    public static double tesla(double value) {
        return value;
    }

    /** A flux density given in millitesla, in tesla. */
    public static double mT(double value) {
        return value / 1e3;
    }

    /** A flux density given in microtesla, in tesla. */
    public static double uT(double value) {
        return value / 1e6;
    }

    /** A length given in meters, in meters. */
    public static double meters(double value) {
        return value;
    }

    /** A length given in micrometers, in meters. */
    public static double um(double value) {
        return value / 1e6;
    }

    /** A length given in nanometers, in meters. */
    public static double nm(double value) {
        return value / 1e9;
    }

    /** A voltage given in volts, in volts. */
    public static double volts(double value) {
        return value;
    }

    /** A voltage given in millivolts, in volts. */
    public static double mV(double value) {
        return value / 1e3;
    }

    /** A voltage given in microvolts, in volts. */
    public static double uV(double value) {
        return value / 1e6;
    }

    /** A temperature given in kelvin, in kelvin. */
    public static double kelvin(double value) {
        return value;
    }

    /** A fraction given in percent: {@code percent(95) == 0.95}. */
    public static double percent(double value) {
        return value / 100;
    }

    /** A magnetic field strength given in oersted, as the flux density it has in vacuum, in tesla. */
    public static double oersted(double value) {
        return value / 1e4;
    }

    /** An angle given in degrees, in radians. */
    public static double degrees(double value) {
        return Math.toRadians(value);
    }
}
