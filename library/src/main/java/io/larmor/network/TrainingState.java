package io.larmor.network;

import io.larmor.learn.Optimizer;
import java.util.ArrayList;
import java.util.List;

/** A training in progress: all that decides how it goes on. Which samples an epoch meets in which order hangs on its number. */
final class TrainingState {

    final float[] parameters;
    final Optimizer.Steps steps;
    final List<TrainingCurve.Epoch> epochs = new ArrayList<>();
    /** The parameters with the least validation loss, of equal ones the first; meaningful with early stopping only. */
    final float[] best;
    double bestLoss = Double.POSITIVE_INFINITY;
    int sinceBest;

    TrainingState(float[] parameters, Optimizer.Steps steps) {
        this.parameters = parameters;
        this.steps = steps;
        best = parameters.clone();
    }
}
