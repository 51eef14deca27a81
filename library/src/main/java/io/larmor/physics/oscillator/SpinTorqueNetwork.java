package io.larmor.physics.oscillator;

/**
 * Spin-torque oscillators with all three components of their free layers, coupled by the field that each one's in-plane
 * magnetization makes at the others, in the dimensionless form of de Jong, Akashi et al. (2023), with a fixed layer p:
 *
 * <pre>
 * b = (κ Σ_j W_ij m_x,j, 0, h_z + k_z m_z) - h_s (m × p) / (1 + λ m·p)
 * dm/dτ = -(m × b + α m × (m × b)) / (1 + α²)
 * </pre>
 *
 * The time τ counts in units of one over γ times the field that all fields are measured in. The state is
 * [x_0 .. x_n-1, y_0 .., z_0 ..]. Not thread-safe.
 */
public final class SpinTorqueNetwork implements Rate {

    private final Junction junction;
    private final Coupling coupling;
    private final int n;
    private final double[] inPlane;
    private final double[] field;

    /**
     * What all oscillators have in common.
     *
     * @param damping α
     * @param anisotropy k_z, along z, net of the demagnetizing field
     * @param applied h_z, the field along z
     * @param torque h_s, the strength of the spin torque
     * @param asymmetry λ, how much the torque depends on the angle to the fixed layer
     * @param fixed p, the fixed layer's direction, of length 1
     */
    public record Junction(double damping, double anisotropy, double applied, double torque, double asymmetry, double[] fixed) {

        public Junction {
            Checks.finite("spin-torque network", "damping", damping);
            Checks.finite("spin-torque network", "anisotropy", anisotropy);
            Checks.finite("spin-torque network", "applied", applied);
            Checks.finite("spin-torque network", "torque", torque);
            if (!(Math.abs(asymmetry) < 1)) {
                throw new IllegalArgumentException("spin-torque network.asymmetry = " + asymmetry + " must lie within -1 .. 1");
            }
            double length = fixed.length == 3 ? Math.sqrt(fixed[0] * fixed[0] + fixed[1] * fixed[1] + fixed[2] * fixed[2]) : 0;
            if (!(Math.abs(length - 1) < 1e-9)) {
                throw new IllegalArgumentException("spin-torque network.fixed has the length " + length
                        + "; it must be a unit vector of three components, for example {1, 0, 0}");
            }
            fixed = fixed.clone();
        }
    }

    /**
     * A network.
     *
     * @param coupling κ W, in the unit of the fields
     */
    public SpinTorqueNetwork(Junction junction, Coupling coupling) {
        this.junction = junction;
        this.coupling = coupling;
        this.n = coupling.size();
        this.inPlane = new double[n];
        this.field = new double[n];
    }

    @Override
    public int size() {
        return 3 * n;
    }

    @Override
    public void at(double t, double[] m, double[] into) {
        System.arraycopy(m, 0, inPlane, 0, n);
        coupling.multiply(inPlane, field);
        torque(m, field, into, n, junction.damping(), junction.anisotropy(), junction.applied(), junction.torque(),
                junction.asymmetry(), junction.fixed()[0], junction.fixed()[1], junction.fixed()[2]);
    }

    private static void torque(double[] m, double[] field, double[] into, int n, double alpha, double kz, double hz, double hs,
            double asymmetry, double px, double py, double pz) {
        double scale = -1 / (1 + alpha * alpha);
        double damped = scale * alpha;
        for (int i = 0; i < n; i++) {
            double x = m[i];
            double y = m[n + i];
            double z = m[2 * n + i];
            double s = hs / (1 + asymmetry * (x * px + y * py + z * pz));
            double bx = field[i] - s * (y * pz - z * py);
            double by = -s * (z * px - x * pz);
            double bz = hz + kz * z - s * (x * py - y * px);
            double tx = y * bz - z * by;
            double ty = z * bx - x * bz;
            double tz = x * by - y * bx;
            into[i] = scale * tx + damped * (y * tz - z * ty);
            into[n + i] = scale * ty + damped * (z * tx - x * tz);
            into[2 * n + i] = scale * tz + damped * (x * ty - y * tx);
        }
    }
}
