package io.larmor.learn;

import io.larmor.cite.Citations;
import io.larmor.cite.Papers;
import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * Steps of about one learning rate in each parameter, whatever the gradient's size: the mean of the gradient over the root of
 * the mean of its square, both corrected for their start at zero. Kingma and Ba, ICLR 2015.
 *
 * @param rate the learning rate
 * @param beta1 how much of the mean gradient is kept each step; default 0.9
 * @param beta2 how much of the mean square is kept each step; default 0.999
 * @param epsilon added to the root, so that nothing divides by zero; default 1e-8
 */
public record Adam(double rate, double beta1, double beta2, double epsilon) implements Optimizer {

    public static final Parameter RATE = new Parameter("rate", Quantity.of("learning rate"), Double.MIN_NORMAL, 10, 1e-3,
            "the size of a step in every parameter, positive; for junctions in gigahertz of resonance and volts of bias");
    public static final Parameter BETA = new Parameter("beta", Quantity.of("decay"), 0, Math.nextDown(1.0), 0.9,
            "the share of the mean that a step keeps, of 0 to below 1");
    public static final Parameter EPSILON = new Parameter("epsilon", Quantity.of("epsilon"), Double.MIN_NORMAL, 1, 1e-8,
            "what keeps a step finite where the gradient is zero");

    public Adam {
        RATE.check("adam", rate);
        BETA.check("adam", beta1);
        BETA.check("adam", beta2);
        EPSILON.check("adam", epsilon);
    }

    /** Adam with the usual decays. */
    public static Adam of(double rate) {
        return new Adam(rate, 0.9, 0.999, 1e-8);
    }

    @Override
    public Adam rate(double rate) {
        return new Adam(rate, beta1, beta2, epsilon);
    }

    @Override
    public Steps start(int parameters) {
        Citations.use(Papers.KINGMA_2015, "Adam");
        return new Moments(this, new float[][] {new float[parameters], new float[parameters]});
    }

    @Override
    public String toString() {
        return "adam(" + Unit.digits(rate) + ")";
    }

    private static final class Moments implements Steps {
        private final Adam adam;
        private final float[][] moments;
        private long count;

        Moments(Adam adam, float[][] moments) {
            this.adam = adam;
            this.moments = moments;
        }

        @Override
        public void step(float[] parameters, float[] gradient, double rate) {
            count++;
            float keep1 = (float) adam.beta1;
            float keep2 = (float) adam.beta2;
            float take1 = (float) (1 - adam.beta1);
            float take2 = (float) (1 - adam.beta2);
            // the root of the second correction is taken out of the loop: sqrt(v / c) = sqrt(v) / sqrt(c)
            double root = Math.sqrt(1 - Math.pow(adam.beta2, count));
            float size = (float) (rate * root / (1 - Math.pow(adam.beta1, count)));
            float floor = (float) (adam.epsilon * root);
            float[] mean = moments[0];
            float[] square = moments[1];
            for (int i = 0; i < parameters.length; i++) {
                float g = gradient[i];
                float m = keep1 * mean[i] + take1 * g;
                float v = keep2 * square[i] + take2 * g * g;
                mean[i] = m;
                square[i] = v;
                parameters[i] -= size * m / ((float) Math.sqrt(v) + floor);
            }
        }

        @Override
        public float[][] memory() {
            return moments;
        }

        @Override
        public long count() {
            return count;
        }

        @Override
        public void count(long steps) {
            count = steps;
        }
    }
}
