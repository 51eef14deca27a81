package io.larmor.dsl;

import io.larmor.learn.Lda;

/** The words for readouts that tell classes apart by their distributions. */
public final class Discriminants {

    private Discriminants() {
    }

    /**
     * Linear discriminant analysis, the usual readout for muscles' signals, with the shrinkage of its covariance chosen by
     * cross-validation on the training data. Example: {@code reservoir(wire()).rawInput().readout(lda())}.
     */
    public static Lda lda() {
        return new Lda(Double.NaN);
    }

    /**
     * The same with a known shrinkage. Example: {@code reservoir(wire()).rawInput().readout(lda(0.1))}.
     *
     * @param shrinkage {@link Lda#SHRINKAGE}
     */
    public static Lda lda(double shrinkage) {
        return new Lda(Lda.SHRINKAGE.check("lda", shrinkage));
    }
}
