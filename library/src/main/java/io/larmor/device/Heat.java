package io.larmor.device;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.physics.spin.Thermal;
import io.larmor.physics.spin.term.Uniaxial;
import io.larmor.physics.spin.term.Zeeman;

/**
 * The thermal equilibrium of a macrospin by closed forms: an easy axis, a field along it, and a temperature.
 *
 * @param magnet the body
 * @param anisotropy B_k, in tesla
 * @param field along the easy axis, in tesla
 */
public record Heat(Magnet magnet, double anisotropy, double field) {

    private static final double ALONG = 1e-9;

    /** @throws IllegalStateException if more acts on it than the closed forms know, or it is cold */
    static Heat of(Macrospin spin) {
        if (!(spin.magnet().temperature() > 0)) {
            throw new IllegalStateException("macrospin: without heat there is no thermal equilibrium; set temperature(300)");
        }
        Citations.use(Papers.BROWN_1963, "thermal equilibrium");
        Direction axis = Direction.Z;
        double anisotropy = 0;
        for (Term term : spin.terms()) {
            if (term instanceof Uniaxial uniaxial) {
                axis = uniaxial.axis();
                anisotropy = uniaxial.strength();
            }
        }
        double field = 0;
        for (Term term : spin.terms()) {
            if (term instanceof Zeeman zeeman && !zeeman.isDriven()
                    && (zeeman.strength().at(0) == 0 || Math.abs(zeeman.along().dot(axis)) > 1 - ALONG)) {
                field += zeeman.strength().at(0) * zeeman.along().dot(axis);
            } else if (!(term instanceof Uniaxial)) {
                throw new IllegalStateException("macrospin: the closed forms of equilibrium know an easy axis and a constant field "
                        + "along it, not this: " + term + ". Simulate it with evolve(duration).");
            }
        }
        return new Heat(spin.magnet(), anisotropy, field);
    }

    /** The anisotropy energy over the thermal one, σ = M_s V B_k / (2 k_B T). */
    public double sigma() {
        return anisotropy / (2 * magnet.thermalEnergy());
    }

    /** The energy in the field over the thermal one, ξ = M_s V B / (k_B T). */
    public double xi() {
        return field / magnet.thermalEnergy();
    }

    /**
     * The probability density exp(σ z² + ξ z), normalized, of the part z along the easy axis.
     *
     * @param z values of -1 to 1
     */
    public double[] density(double[] z) {
        return Thermal.density(sigma(), xi(), z);
    }

    /** The means of z and of z². */
    public double[] moments() {
        return Thermal.moments(sigma(), xi());
    }

    /** How often heat carries it out of one of two wells alike, in 1/s: Brown's exact value at any barrier. */
    public double escapeRate() {
        if (field != 0 || !(anisotropy > 0)) {
            throw new IllegalStateException("macrospin.escapeRate: it has one well, not two alike; take the field off, or give it "
                    + "an easy axis");
        }
        return Thermal.rate(magnet, anisotropy, 0) / 2;
    }
}
