package io.larmor.physics;

/**
 * A leaky integrator that fires at 1 and starts again at 0, step by step under a constant input: u ← β u + I, and a spike where
 * u > 1. With a pinning force only what exceeds it moves u, and with a wall u does not go below 0. Beside the rate it gives its
 * derivative by the input with the step of the spike replaced by the surrogate 1/(1 + k|u - 1|)², carried forward along the steps;
 * the reset is taken as it is (Neftci, Mostafa and Zenke, IEEE Signal Process. Mag. 36, 51, 2019).
 */
public final class LeakyFiring {

    /** How steep the surrogate is. */
    public static final float STEEPNESS = 4;

    private LeakyFiring() {
    }

    /**
     * The time between two spikes of dx/dt = x∞/τ - x/τ that starts at 0 and fires at L, without refractory time:
     * τ ln(x∞/(x∞ - L)); infinite where it never gets there.
     *
     * @param tau the time constant
     * @param drive x∞/L
     */
    public static double interval(double tau, double drive) {
        return drive > 1 ? tau * Math.log(drive / (drive - 1)) : Double.POSITIVE_INFINITY;
    }

    /**
     * Rates of many neurons, spikes a step, and their derivatives.
     *
     * @param inputs the constant input of each
     * @param count how many
     * @param steps how many steps
     * @param beta what is left of u after a step
     * @param pinned what an input must exceed to move u
     * @param bounded whether u stays at or above 0
     * @param refractory steps without input after a spike
     * @param rates gets the spikes of each over the steps
     * @param slopes gets the derivatives of the rates by the inputs; null for none
     */
    public static void rates(float[] inputs, int count, int steps, float beta, float pinned, boolean bounded, int refractory, float[] rates,
            float[] slopes) {
        float share = 1f / steps;
        for (int i = 0; i < count; i++) {
            float drive = inputs[i] > 0 ? Math.max(0, inputs[i] - pinned) : Math.min(0, inputs[i] + pinned);
            float moved = drive == 0 && pinned > 0 ? 0 : 1;
            float u = 0;
            float sensitivity = 0;
            float slope = 0;
            int spikes = 0;
            int rest = 0;
            for (int t = 0; t < steps; t++) {
                if (rest > 0) {
                    rest--;
                    continue;
                }
                u = beta * u + drive;
                sensitivity = beta * sensitivity + moved;
                if (bounded && u < 0) {
                    u = 0;
                    sensitivity = 0;
                }
                float away = 1 + STEEPNESS * Math.abs(u - 1);
                slope += sensitivity / (away * away);
                if (u > 1) {
                    spikes++;
                    u = 0;
                    sensitivity = 0;
                    rest = refractory;
                }
            }
            rates[i] = spikes * share;
            if (slopes != null) {
                slopes[i] = slope * share;
            }
        }
    }
}
