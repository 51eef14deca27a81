package io.larmor.physics.spin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class DemagnetizingTest {

    @Test
    void aSphereAndACubeShareEqually() {
        assertEquals(1.0 / 3, Demagnetizing.ellipsoid(7e-9, 7e-9, 7e-9).x(), 1e-15);
        assertEquals(1.0 / 3, Demagnetizing.prism(7e-9, 7e-9, 7e-9).z(), 1e-14);
    }

    @Test
    void factorsAddUpToOneAndAFilmHasAllOfItAlongItsNormal() {
        for (var factors : new Demagnetizing[] {Demagnetizing.ellipsoid(40, 30, 1.2), Demagnetizing.prism(40, 30, 1.2)}) {
            assertEquals(1, factors.x() + factors.y() + factors.z(), 1e-12);
            assertTrue(factors.x() < factors.y() && factors.y() < factors.z() && factors.z() > 0.9, factors.toString());
        }
    }

    /** An ellipsoid of revolution has an elementary form. */
    @Test
    void aProlateSpheroidFollowsItsFormula() {
        double k = 5;
        double root = Math.sqrt(k * k - 1);
        double expected = (k / root * Math.log(k + root) - 1) / (k * k - 1);
        assertEquals(expected, Demagnetizing.ellipsoid(k, 1, 1).x(), 1e-14);
    }

    @Test
    void matchesTheReferenceVectors() {
        var ellipsoids = Vectors.read("demag_ellipsoid");
        for (double[] row : ellipsoids.rows()) {
            compare(row, Demagnetizing.ellipsoid(row[0], row[1], row[2]), ellipsoids.tolerance());
        }
        var prisms = Vectors.read("demag_prism_aharoni");
        for (double[] row : prisms.rows()) {
            compare(row, Demagnetizing.prism(row[0], row[1], row[2]), prisms.tolerance());
        }
    }

    private static void compare(double[] row, Demagnetizing here, double tolerance) {
        assertEquals(row[3], here.x(), tolerance);
        assertEquals(row[4], here.y(), tolerance);
        assertEquals(row[5], here.z(), tolerance);
    }

    @Test
    void aBodyWithoutThicknessIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> Demagnetizing.prism(40e-9, 40e-9, 0));
        assertEquals("prism: a length = 0 m must be positive, for example nm(40)", error.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Demagnetizing.ellipsoid(Double.NaN, 1, 1));
    }
}
