package io.larmor.physics.ensemble;

import io.larmor.physics.spin.SpinParameters;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * The axes of a spin in which its tensor is diagonal, as rows x, y, z. The cross products of the equation of motion look
 * the same in every right-handed frame, so that kernels need no other form of the law for tilted axes.
 */
record Frame(double[] rows, double[] diagonal) {

    private static final double[] UPRIGHT = {1, 0, 0, 0, 1, 0, 0, 0, 1};

    /** The frame of a spin; its own x, y and z where the tensor is diagonal already. */
    static Frame of(SpinParameters spin) {
        if (spin.axy() == 0 && spin.axz() == 0 && spin.ayz() == 0) {
            return new Frame(UPRIGHT, new double[] {spin.axx(), spin.ayy(), spin.azz()});
        }
        var matrix = new Array2DRowRealMatrix(new double[][] {{spin.axx(), spin.axy(), spin.axz()},
            {spin.axy(), spin.ayy(), spin.ayz()}, {spin.axz(), spin.ayz(), spin.azz()}});
        var axes = new EigenDecompositionSymmetric(matrix);
        double[] u = axes.getEigenvector(0).toArray();
        double[] v = axes.getEigenvector(1).toArray();
        // The third by the cross product, so that the frame is right-handed.
        double[] rows = {u[0], u[1], u[2], v[0], v[1], v[2], u[1] * v[2] - u[2] * v[1], u[2] * v[0] - u[0] * v[2], u[0] * v[1] - u[1] * v[0]};
        return new Frame(rows, axes.getEigenvalues());
    }

    boolean isUpright() {
        return rows == UPRIGHT;
    }

    /** One component of a vector in this frame. */
    double part(int row, double x, double y, double z) {
        return rows[3 * row] * x + rows[3 * row + 1] * y + rows[3 * row + 2] * z;
    }
}
