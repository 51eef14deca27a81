package io.larmor.learn;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;

/**
 * Plain gradient descent, with or without momentum: v = momentum · v + gradient, and the parameters move by -rate · v.
 *
 * @param rate the learning rate, in parameter squared per loss
 * @param momentum how much of the last move is kept, of 0 to below 1; default 0
 */
public record Sgd(double rate, double momentum) implements Optimizer {

    public static final Parameter RATE = new Parameter("rate", Quantity.of("learning rate"), Double.MIN_NORMAL, 1e6, 0.01,
            "what the gradient is multiplied by, positive");
    public static final Parameter MOMENTUM = new Parameter("momentum", Quantity.of("momentum"), 0, Math.nextDown(1.0), 0,
            "the share of the last move that is kept, of 0 to below 1");

    public Sgd {
        RATE.check("sgd", rate);
        MOMENTUM.check("sgd", momentum);
    }

    @Override
    public Sgd rate(double rate) {
        return new Sgd(rate, momentum);
    }

    /** The same with momentum. */
    public Sgd momentum(double momentum) {
        return new Sgd(rate, momentum);
    }

    @Override
    public Steps start(int parameters) {
        return new Moves((float) momentum, new float[parameters]);
    }

    @Override
    public String toString() {
        return "sgd(" + Unit.digits(rate) + ")" + (momentum > 0 ? ".momentum(" + Unit.digits(momentum) + ")" : "");
    }

    private static final class Moves implements Steps {
        private final float momentum;
        private final float[] move;
        private long count;

        Moves(float momentum, float[] move) {
            this.momentum = momentum;
            this.move = move;
        }

        @Override
        public void step(float[] parameters, float[] gradient, double rate) {
            count++;
            float size = (float) rate;
            for (int i = 0; i < parameters.length; i++) {
                move[i] = momentum * move[i] + gradient[i];
                parameters[i] -= size * move[i];
            }
        }

        @Override
        public float[][] memory() {
            return new float[][] {move};
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
