package io.larmor.physics;

/**
 * Thermally activated depinning of a domain wall: a barrier that a field lowers, E(B) = E₀ (1 − B/B₀)^(3/2), crossed at a
 * rate of f₀ exp(−E/k_B T), so that within a pulse a wall passes with P = 1 − exp(−rate t).
 *
 * @param attempt the rate of attempts f₀, in 1/s
 * @param barrier the barrier without field over the thermal energy, E₀/k_B T
 * @param depinning the field B₀ at which the barrier is gone, in tesla
 */
public record Depinning(double attempt, double barrier, double depinning) {

    private static final double EXPONENT = 1.5;
    private static final double HALF_LIFE = Math.log(2);

    /**
     * The depinning that passes half of all walls at a field, there as steeply as the sigmoid of a width does: two equations
     * for B₀ and E₀. With L = ln(f₀ t/ln 2), which is the barrier at that field, B₀ = B₅₀ + 1.5 ln 2 · L w.
     *
     * @param half the field B₅₀, in tesla
     * @param width the sigmoid's w, in tesla
     * @param attempt f₀, in 1/s
     * @param pulse t, in seconds, longer than ln 2/f₀: a shorter one has less than an even chance without any barrier
     */
    public static Depinning matching(double half, double width, double attempt, double pulse) {
        double left = Math.log(attempt * pulse / HALF_LIFE);
        double depinning = half + EXPONENT * HALF_LIFE * left * width;
        return new Depinning(attempt, left / Math.pow(1 - half / depinning, EXPONENT), depinning);
    }

    /** The rate at a field, in 1/s; beyond B₀ that of the attempts. */
    public double rate(double field) {
        double lowered = Math.max(0, 1 - field / depinning);
        return attempt * Math.exp(-barrier * lowered * Math.sqrt(lowered));
    }

    /** The probability to pass within a pulse. */
    public double probability(double field, double pulse) {
        return -Math.expm1(-rate(field) * pulse);
    }
}
