package io.larmor.physics.spin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.encoding.Ramp;
import io.larmor.encoding.Tone;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.term.Biaxial;
import io.larmor.physics.spin.term.Cubic;
import io.larmor.physics.spin.term.Demagnetization;
import io.larmor.physics.spin.term.SpinOrbit;
import io.larmor.physics.spin.term.SpinTransfer;
import io.larmor.physics.spin.term.Uniaxial;
import io.larmor.physics.spin.term.VoltageAnisotropy;
import io.larmor.physics.spin.term.Zeeman;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each term by the field it makes. */
class TermTest {

    private static final Magnet MAGNET = new Magnet(1e6, 1.5e-24, 0.01, 0);
    private static final double[] M = {0.48, -0.6, 0.64};

    private static double[] field(Term... terms) {
        double[] b = new double[3];
        Llgs.of(new Spin(MAGNET, List.of(terms))).field(M, 0, b);
        return b;
    }

    @Test
    void fieldsFollowTheirEquations() {
        assertArrayEquals(new double[] {0.1, -0.2, 0.3}, field(Zeeman.of(0.1, -0.2, 0.3)), 1e-15);
        assertArrayEquals(new double[] {0, 0, 0.3 * 0.64}, field(new Uniaxial(0.3, Direction.Z)), 1e-15);
        double along = (0.48 - 0.6) / Math.sqrt(2);
        assertArrayEquals(new double[] {0.2 * along / Math.sqrt(2), 0.2 * along / Math.sqrt(2), -0.5 * 0.64},
                field(new Biaxial(0.2, Direction.of(1, 1, 0), -0.5, Direction.Z)), 1e-15);
        assertArrayEquals(new double[] {-0.1 * 0.48 * (1 - 0.2304), 0.1 * 0.6 * (1 - 0.36), -0.1 * 0.64 * (1 - 0.4096)},
                field(new Cubic(0.1, Direction.Y, Direction.X)), 1e-15);
        double b = Constants.MU0 * 1e6;
        assertArrayEquals(new double[] {-b * (0.2 * 0.48 + 0.05 * -0.6 + 0.01 * 0.64), -b * (0.05 * 0.48 + 0.3 * -0.6 + 0.02 * 0.64),
                -b * (0.01 * 0.48 + 0.02 * -0.6 + 0.5 * 0.64)}, field(new Demagnetization(0.2, 0.3, 0.5, 0.05, 0.01, 0.02)), 1e-12);
        // 2 * 60e-15 * 1 / (1e6 * 1.2e-9 * 1.2e-9) = 1/12 T
        assertArrayEquals(new double[] {0, 0, -0.64 / 12},
                field(new VoltageAnisotropy(Direction.Z, 60e-15, 1.2e-9, 1.2e-9, new Constant(1))), 1e-12);
    }

    /** a m × p − b p, with a = ħ η I / (2 e M V) for current through the magnet, ħ θ j / (2 e M t) for one beside it. */
    @Test
    void torquesFollowTheirEquations() {
        double a = Constants.HBAR * 0.6 * 50e-6 / (2 * Constants.CHARGE * 1.5e-18);
        double[] cross = {-0.6, -0.48, 0};
        assertArrayEquals(new double[] {a * cross[0], a * cross[1], -0.2 * a},
                field(new SpinTransfer(Direction.Z, 0.6, 0.2, false, new Constant(50e-6))), 1e-12);
        double share = 1 / (1 + 0.36 * 0.64);
        assertArrayEquals(new double[] {share * a * cross[0], share * a * cross[1], -0.2 * share * a},
                field(new SpinTransfer(Direction.Z, 0.6, 0.2, true, new Constant(50e-6))), 1e-12);
        double orbit = Constants.HBAR * 0.3 * 1e11 / (2 * Constants.CHARGE * 1e6 * 1.2e-9);
        assertArrayEquals(new double[] {orbit * cross[0], orbit * cross[1], 0.1 * orbit},
                field(new SpinOrbit(Direction.Z, 0.3, 1.2e-9, -0.1, new Constant(1e11))), 1e-12);
    }

    /** A magnet with an easy axis along z tilts under a spin-orbit torque along y by −a / B_k along x. */
    @Test
    void aSpinOrbitTorqueTiltsAPerpendicularMagnet() {
        double orbit = Constants.HBAR * 0.3 * 1e10 / (2 * Constants.CHARGE * 1e6 * 1.2e-9);
        var damped = Equilibrium.damped(MAGNET);
        double[] m = {0, 0, 1};
        Equilibrium.settle(Llgs.of(new Spin(damped, List.of(new Uniaxial(0.3, Direction.Z),
                new SpinOrbit(Direction.Y, 0.3, 1.2e-9, 0, new Constant(1e10))))), m);
        assertEquals(-orbit / 0.3, m[0], 1e-3 * orbit / 0.3);
        assertEquals(0, m[1], 1e-6);
    }

    /** An ellipse turned by 30° in the plane lies along its long axis. */
    @Test
    void aTurnedTensorTurnsTheMagnet() {
        double c = Math.cos(Math.toRadians(30));
        double s = Math.sin(Math.toRadians(30));
        var n = Demagnetizing.ellipsoid(3, 2, 0.1);
        var turned = new Demagnetization(n.x() * c * c + n.y() * s * s, n.x() * s * s + n.y() * c * c, n.z(),
                (n.x() - n.y()) * s * c, 0, 0);
        double[] m = {1, 0, 0.2};
        Equilibrium.settle(Llgs.of(new Spin(Equilibrium.damped(MAGNET), List.of(turned))), m);
        assertArrayEquals(new double[] {c, s, 0}, m, 1e-6);
    }

    @Test
    void drivesAreFollowedInTime() {
        var law = Llgs.of(new Spin(MAGNET, List.of(new Zeeman(Direction.X, new Ramp(0, 0.2, 1e-9)),
                new SpinTransfer(Direction.Z, 0.6, 0, false, new Tone(0, 1e-5, 1e9, 1e-8)))));
        double[] b = new double[3];
        law.moveTo(0.5e-9);
        law.field(M, 0, b);
        assertEquals(0.1, b[0], 1e-12);
        law.moveTo(5e-9);
        law.field(M, 0, b);
        assertEquals(0.2, b[0], 1e-12);
        assertTrue(new Zeeman(Direction.X, new Ramp(0, 1, 1)).isDriven());
        assertFalse(Zeeman.of(0, 0, 1).isDriven());
    }

    /** What a fast kernel takes says the same as the terms. */
    @Test
    void parametersStepAsTheirTermsDo() {
        var spin = new Spin(new Magnet(1e6, 1.5e-24, 0.02, 300), List.of(Zeeman.of(0.02, 0.01, -0.03), new Uniaxial(0.3, Direction.of(1, 2, 3)),
                Demagnetization.of(0.1, 0.2, 0.7), new SpinTransfer(Direction.Y, 0.5, 0.2, false, new Constant(3e-5))));
        var law = Llgs.of(spin);
        double[] gaussians = {0.3, -1.2, 0.8};
        double[] described = M.clone();
        double[] numbers = M.clone();
        var ours = new SpinSteps(law);
        var theirs = SpinSteps.of(law.parameters(0));
        for (int i = 0; i < 100; i++) {
            ours.heun(described, 0, 1e-12, gaussians);
            theirs.heun(numbers, 0, 1e-12, gaussians);
        }
        assertArrayEquals(described, numbers, 0);
        var cubic = Llgs.of(new Spin(MAGNET, List.of(new Cubic(0.1, Direction.X, Direction.Y))));
        assertThrows(IllegalStateException.class, () -> cubic.parameters(0));
    }

    @Test
    void aTermShowsItselfAsItsEquation() {
        var bundle = new Uniaxial(0.3, Direction.Z).mimeBundle();
        assertEquals("$\\mathbf{B} = B_k (\\mathbf{m}\\cdot\\mathbf{u})\\,\\mathbf{u}$", bundle.get("text/latex"));
        assertEquals("uniaxial anisotropy of 300 mT along (0, 0, 1)", bundle.get("text/plain"));
    }

    @Test
    void badNumbersAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Uniaxial(Double.NaN, Direction.Z));
        assertThrows(IllegalArgumentException.class, () -> new Direction(1, 1, 0));
        assertThrows(IllegalArgumentException.class, () -> Direction.of(0, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> new Cubic(0.1, Direction.X, Direction.of(1, 0.1, 0)));
        assertThrows(IllegalArgumentException.class, () -> new Magnet(1e6, Double.NaN, 0.01, 0));
        assertThrows(IllegalArgumentException.class, () -> new Magnet(1e6, 1e-24, -0.01, 0));
        assertThrows(IllegalArgumentException.class, () -> new Demagnetization(0.5, 0.5, 0, Double.NaN, 0, 0));
        assertThrows(IllegalArgumentException.class, () -> SpinTransfer.of(Direction.Z, 1.2, 0));
        assertThrows(IllegalArgumentException.class, () -> new SpinOrbit(Direction.Z, 0.3, 0, 0, new Constant(0)));
        assertThrows(IllegalArgumentException.class, () -> new Tone(0, 1, 0, 1));
        assertThrows(IllegalArgumentException.class, () -> new Ramp(0, Double.NaN, 1));
    }
}
