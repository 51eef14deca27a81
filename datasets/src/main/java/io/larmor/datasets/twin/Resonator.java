package io.larmor.datasets.twin;

/** A resonance of two poles with gain 1 at zero frequency: y = a x + b y' + c y'' (Klatt 1980). */
final class Resonator {

    private final double rate;
    private double a = 1;
    private double b;
    private double c;
    private double last;
    private double before;

    Resonator(double rate) {
        this.rate = rate;
    }

    /** Moves the resonance, Hz; what rings goes on ringing. */
    void tune(double frequency, double width) {
        double radius = Math.exp(-Math.PI * width / rate);
        c = -radius * radius;
        b = 2 * radius * Math.cos(2 * Math.PI * frequency / rate);
        a = 1 - b - c;
    }

    double pass(double x) {
        double y = a * x + b * last + c * before;
        before = last;
        last = y;
        return y;
    }
}
