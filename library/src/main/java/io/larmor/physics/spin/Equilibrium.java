package io.larmor.physics.spin;

import io.larmor.physics.Constants;

/**
 * Where spins come to rest, and how they move about it. Resting uses the law as it is but with a strong damping, which
 * changes where nothing rests, only how fast.
 */
public final class Equilibrium {

    private static final double DAMPING = 2;
    private static final double TURN = 0.5;
    private static final double AT_REST = 1e-10;
    /** At a critical field spins creep for ever; after so many steps this is rest too. */
    private static final double CREEPING = 1e-7;
    private static final int PATIENCE = 50_000;
    private static final int MOST_STEPS = 1_000_000;
    private static final double NUDGE = 1e-5;

    private Equilibrium() {
    }

    /** A body as it settles fast: cold, and strongly damped. */
    public static Magnet damped(Magnet magnet) {
        return new Magnet(magnet.saturation(), magnet.volume(), DAMPING, 0);
    }

    /**
     * Lets spins settle, in place.
     *
     * @param law of bodies that are {@link #damped}, at its time
     * @param m the spins; they are first turned by a hundred-thousandth, off any point where only symmetry holds them
     * @throws IllegalArgumentException if they do not come to rest, as under a current that keeps them turning
     */
    public static void settle(Llgs law, double[] m) {
        for (int k = 0; k < m.length; k += 3) {
            m[k] += NUDGE;
            m[k + 1] += 0.7 * NUDGE;
            m[k + 2] += 0.4 * NUDGE;
        }
        SpinSteps.normalize(m);
        double largest = law.largestField();
        if (largest == 0) {
            return;
        }
        // With the damping 2 a spin turns at 1 / √5 of the undamped rate.
        double dt = TURN * Math.sqrt(1 + DAMPING * DAMPING) / (Constants.GAMMA * largest);
        var steps = new SpinSteps(law);
        double[] slope = new double[m.length];
        for (int i = 0; i < MOST_STEPS; i++) {
            steps.rk4(m, 0, dt);
            law.derivative(m, null, slope);
            if (largest(slope) < (i < PATIENCE ? AT_REST : CREEPING) * Constants.GAMMA * largest) {
                return;
            }
            Pause.every4096(i);
        }
        throw new IllegalArgumentException("the spins do not come to rest. A current keeps them turning, or nothing fixes "
                + "their direction; evolve(duration) shows how they move.");
    }

    private static double largest(double[] slope) {
        double largest = 0;
        for (double s : slope) {
            largest = Math.max(largest, Math.abs(s));
        }
        return largest;
    }

    /**
     * Two directions at right angles to each other and to a spin, in which small motions are measured.
     *
     * @return the first one's x, y, z, then the second one's; their right-hand product is the spin
     */
    static double[] tangents(double x, double y, double z) {
        Direction m = Direction.of(x, y, z);
        Direction away = Math.abs(z) < 0.9 ? Direction.Z : Direction.X;
        Direction second = m.cross(away);
        Direction first = second.cross(m);
        return new double[] {first.x(), first.y(), first.z(), second.x(), second.y(), second.z()};
    }

    /**
     * The slope of small motions about a rest, d(δ)/dt = J δ, two coordinates a spin, by central differences.
     *
     * @return J, 2n x 2n
     */
    public static double[][] jacobian(Llgs law, double[] m) {
        int n = law.spins();
        double h = 1e-6;
        double[][] jacobian = new double[2 * n][2 * n];
        double[][] tangents = new double[n][];
        for (int i = 0; i < n; i++) {
            tangents[i] = tangents(m[3 * i], m[3 * i + 1], m[3 * i + 2]);
        }
        double[] up = new double[3 * n];
        double[] down = new double[3 * n];
        for (int j = 0; j < 2 * n; j++) {
            slope(law, m, tangents[j / 2], j, h, up);
            slope(law, m, tangents[j / 2], j, -h, down);
            for (int i = 0; i < 2 * n; i++) {
                double[] t = tangents[i / 2];
                double sum = 0;
                for (int axis = 0; axis < 3; axis++) {
                    sum += (up[3 * (i / 2) + axis] - down[3 * (i / 2) + axis]) * t[3 * (i % 2) + axis];
                }
                jacobian[i][j] = sum / (2 * h);
            }
        }
        return jacobian;
    }

    private static void slope(Llgs law, double[] m, double[] tangents, int coordinate, double h, double[] into) {
        double[] moved = m.clone();
        for (int axis = 0; axis < 3; axis++) {
            moved[3 * (coordinate / 2) + axis] += h * tangents[3 * (coordinate % 2) + axis];
        }
        SpinSteps.normalize(moved);
        law.derivative(moved, null, into);
    }
}
