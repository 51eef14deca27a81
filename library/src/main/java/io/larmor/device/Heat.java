package io.larmor.device;

import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.Magnet;
import io.larmor.physics.spin.Term;
import io.larmor.physics.spin.Thermal;
import io.larmor.physics.spin.term.Uniaxial;
import io.larmor.physics.spin.term.Zeeman;

/** A macrospin as the theory of heat knows it: an easy axis, a field along it, and a temperature. */
record Heat(Magnet magnet, double anisotropy, double field) {

    private static final double ALONG = 1e-9;

    /** @throws IllegalStateException if more acts on it than the closed forms know, or it is cold */
    static Heat of(Macrospin spin) {
        if (!(spin.magnet().temperature() > 0)) {
            throw new IllegalStateException("macrospin: without heat there is no thermal equilibrium; set temperature(300)");
        }
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

    private double sigma() {
        return anisotropy / (2 * magnet.thermalEnergy());
    }

    private double xi() {
        return field / magnet.thermalEnergy();
    }

    double[] density(double[] z) {
        return Thermal.density(sigma(), xi(), z);
    }

    double[] moments() {
        return Thermal.moments(sigma(), xi());
    }

    double escapeRate() {
        if (field != 0 || !(anisotropy > 0)) {
            throw new IllegalStateException("macrospin.escapeRate: it has one well, not two alike; take the field off, or give it "
                    + "an easy axis");
        }
        return Thermal.rate(magnet, anisotropy, 0) / 2;
    }
}
