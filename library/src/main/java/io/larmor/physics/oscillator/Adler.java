package io.larmor.physics.oscillator;

/**
 * An oscillator's phase under a weak periodic signal, after Adler, Proc. IRE 34, 351 (1946), in closed form: with the phase
 * against the signal φ, the detuning δ and the locking range K, all in the same unit of angle over time,
 *
 * <pre>dφ/dt = δ - K sin φ</pre>
 *
 * The oscillator locks to the signal where |δ| is at most K, and slips with the mean rate sqrt(δ² - K²) beyond.
 */
public final class Adler {

    private Adler() {
    }

    /** Whether the phase comes to rest. */
    public static boolean locks(double detuning, double range) {
        return Math.abs(detuning) <= Math.abs(range);
    }

    /** The mean rate at which the phase slips, with the sign of the detuning; 0 where it is locked. */
    public static double beat(double detuning, double range) {
        double square = (detuning - range) * (detuning + range);
        return square <= 0 ? 0 : Math.copySign(Math.sqrt(square), detuning);
    }

    /** The phase at rest, in radians; NaN where it is not locked. */
    public static double lockedPhase(double detuning, double range) {
        return locks(detuning, range) ? Math.asin(detuning / range) : Double.NaN;
    }

    /**
     * By how much an oscillator whose frequency shifts with its amplitude locks more easily, sqrt(1 + ν²): Slavin and
     * Tiberkevich, IEEE Trans. Magn. 45, 1875 (2009).
     *
     * @param nu the dimensionless coupling of phase and amplitude, the nonlinear frequency shift over the amplitude's damping
     */
    public static double enhancement(double nu) {
        return Math.sqrt(1 + nu * nu);
    }

    /**
     * The phase after a time, by the closed solution for a slipping phase.
     *
     * @param phase at time 0, in radians
     * @throws IllegalArgumentException where the phase locks
     */
    public static double slipping(double phase, double detuning, double range, double time) {
        double beat = beat(detuning, range);
        if (beat == 0) {
            throw new IllegalArgumentException("adler: with a detuning of " + detuning + " and a locking range of " + range
                    + " the phase locks; the closed form is for a larger detuning");
        }
        // tan(φ/2) turns uniformly; whole turns are counted apart.
        double turns = Math.floor((phase + Math.PI) / (2 * Math.PI));
        double begin = Math.atan((detuning * Math.tan((phase - 2 * Math.PI * turns) / 2) - range) / beat);
        double angle = begin + beat * time / 2;
        double half = Math.floor((angle + Math.PI / 2) / Math.PI);
        double within = Math.atan((beat * Math.tan(angle - Math.PI * half) + range) / detuning);
        return 2 * (within + Math.PI * half) + 2 * Math.PI * turns;
    }
}
