package io.larmor.units;

/**
 * Units as methods: {@code mA(6)} is 0.006, in amperes. Everything inside the library is in SI units, so a unit helper is
 * all that a number needs. They are methods and not constants, so that a notebook variable named {@code ns} shadows
 * nothing. Small units divide by an exact power of ten, so that {@code mA(6) == 6e-3} holds to the last bit.
 */
public final class Units {

    private Units() {
    }

    /** A current given in amperes, in amperes. Example: {@code amperes(0.006)}. */
    public static double amperes(double value) {
        return value;
    }

    /** A current given in milliamperes, in amperes. Example: {@code mA(6)}. */
    public static double mA(double value) {
        return value / 1e3;
    }

    /** A current given in microamperes, in amperes. Example: {@code uA(50)}. */
    public static double uA(double value) {
        return value / 1e6;
    }

    /** A current given in nanoamperes, in amperes. Example: {@code nA(20)}. */
    public static double nA(double value) {
        return value / 1e9;
    }

    /** A time given in seconds, in seconds. Example: {@code seconds(0.5)}. */
    public static double seconds(double value) {
        return value;
    }

    /** A time given in milliseconds, in seconds. Example: {@code ms(3)}. */
    public static double ms(double value) {
        return value / 1e3;
    }

    /** A time given in microseconds, in seconds. Example: {@code us(2)}. */
    public static double us(double value) {
        return value / 1e6;
    }

    /** A time given in nanoseconds, in seconds. Example: {@code ns(100)}. */
    public static double ns(double value) {
        return value / 1e9;
    }

    /** A time given in picoseconds, in seconds. Example: {@code ps(25)}. */
    public static double ps(double value) {
        return value / 1e12;
    }

    /** A frequency given in hertz, in hertz. Example: {@code hertz(50)}. */
    public static double hertz(double value) {
        return value;
    }

    /** A frequency given in kilohertz, in hertz. Example: {@code kHz(44.1)}. */
    public static double kHz(double value) {
        return value * 1e3;
    }

    /** A frequency given in megahertz, in hertz. Example: {@code MHz(300)}. */
    public static double MHz(double value) {
        return value * 1e6;
    }

    /** A frequency given in gigahertz, in hertz. Example: {@code GHz(1.2)}. */
    public static double GHz(double value) {
        return value * 1e9;
    }

    /** A flux density given in tesla, in tesla. Example: {@code tesla(0.43)}. */
    public static double tesla(double value) {
        return value;
    }

    /** A flux density given in millitesla, in tesla. Example: {@code mT(5)}. */
    public static double mT(double value) {
        return value / 1e3;
    }

    /** A flux density given in microtesla, in tesla. Example: {@code uT(50)}. */
    public static double uT(double value) {
        return value / 1e6;
    }

    /** A length given in meters, in meters. Example: {@code meters(0.01)}. */
    public static double meters(double value) {
        return value;
    }

    /** A length given in micrometers, in meters. Example: {@code um(2)}. */
    public static double um(double value) {
        return value / 1e6;
    }

    /** A length given in nanometers, in meters. Example: {@code nm(20)}. */
    public static double nm(double value) {
        return value / 1e9;
    }

    /** A voltage given in volts, in volts. Example: {@code volts(0.8)}. */
    public static double volts(double value) {
        return value;
    }

    /** A voltage given in millivolts, in volts. Example: {@code mV(30)}. */
    public static double mV(double value) {
        return value / 1e3;
    }

    /** A voltage given in microvolts, in volts. Example: {@code uV(5)}. */
    public static double uV(double value) {
        return value / 1e6;
    }

    /** A power given in microwatts, in watts. Example: {@code uW(0.1)}. */
    public static double uW(double value) {
        return value / 1e6;
    }

    /** A temperature given in kelvin, in kelvin. Example: {@code kelvin(300)}. */
    public static double kelvin(double value) {
        return value;
    }

    /** A fraction given in percent: {@code percent(95) == 0.95}. Example: {@code percent(95)}. */
    public static double percent(double value) {
        return value / 100;
    }

    /**
     * A magnetic field strength given in oersted, as the flux density it has in vacuum, in tesla.
     * Example: {@code oersted(50)}.
     */
    public static double oersted(double value) {
        return value / 1e4;
    }

    /**
     * A magnetic field strength given in amperes per meter, as the flux density it has in vacuum, in tesla.
     * Example: {@code amperesPerMeter(1500)}.
     */
    public static double amperesPerMeter(double value) {
        return value * 1.25663706212e-6;
    }

    /** An angle given in degrees, in radians. Example: {@code degrees(45)}. */
    public static double degrees(double value) {
        return Math.toRadians(value);
    }
}
