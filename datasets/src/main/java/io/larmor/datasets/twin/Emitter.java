package io.larmor.datasets.twin;

import java.util.List;

/**
 * A kind of transmitter that {@link RadioTwin} makes spectra of. Places and widths are in bins of the spectrum.
 *
 * @param first middle of the lowest channel that it hops over
 * @param spacing from channel to channel
 * @param channels how many it hops over
 * @param fewest hops that fall into a spectrum, at least
 * @param most hops that fall into a spectrum, at most
 * @param width standard deviation of a hop's power around its channel
 * @param spread width of a carrier that is flat over its band; 0 for none
 * @param notch depth of the notch in the middle of that band, 0 .. 1
 * @param bands middles of the bands, of which one is taken
 */
record Emitter(double first, double spacing, int channels, int fewest, int most, double width, double spread, double notch,
        double... bands) {

    /**
     * Ten kinds in pairs that differ in little: how many hops there are, how wide they are, where a band ends. They carry the
     * names of the published set's classes and model none of them.
     */
    static final List<Emitter> KINDS = List.of(
            new Emitter(14, 10, 23, 9, 12, 1.6, 0, 0),
            new Emitter(14, 10, 23, 14, 18, 2.8, 0, 0),
            new Emitter(20, 13.5, 16, 9, 13, 1.6, 0, 0),
            new Emitter(94, 11, 8, 4, 6, 3.2, 0, 0),
            new Emitter(0, 0, 0, 0, 0, 1, 52, 0, 112, 136),
            new Emitter(40, 60, 4, 1, 2, 1.8, 24, 0, 84, 100),
            new Emitter(146, 11, 6, 3, 5, 3.2, 0, 0),
            new Emitter(0, 0, 0, 0, 0, 1, 44, 0, 66, 90),
            new Emitter(0, 0, 0, 0, 0, 1, 52, 0.7, 62, 126),
            new Emitter(38, 60, 4, 2, 4, 2.6, 0, 0));

    /** The power at a distance from a hop's channel, 1 in its middle. */
    double hop(double distance) {
        double u = distance / width;
        return StrictMath.exp(-0.5 * u * u);
    }

    /** The power at a distance from the middle of a band, 1 in its flat part. */
    double band(double distance) {
        double edge = 1 / (1 + StrictMath.exp(1.2 * (Math.abs(distance) - spread / 2)));
        double u = distance / 2.5;
        return edge * (1 - notch * StrictMath.exp(-0.5 * u * u));
    }
}
