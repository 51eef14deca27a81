package io.larmor.population;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;

/**
 * Learning by trial and error with what is there at each synapse: at a stimulus chosen by chance the rates are measured, the
 * answer {@code H = Σ w_k r_k} is compared with what was due, and each weight moves by {@code η (target − H) r_k / |r|²}.
 *
 * @param rate η at the beginning; it falls to nothing along a straight line, so that noise averages out
 * @param trials how many
 */
public record LocalRule(double rate, int trials) {

    public static final Parameter RATE = new Parameter("localRule", Quantity.of("learning rate η"), 1e-9, 1.999, 0.5,
            "the part of the error that a trial removes; from 2 on errors grow");
    public static final Parameter TRIALS = new Parameter("trials", Quantity.of("trials"), 1, 100_000_000, 10_000, "the number of trials");

    public LocalRule {
        RATE.check("population", rate);
        TRIALS.check("localRule", trials);
    }
}
