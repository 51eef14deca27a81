package io.larmor.network;

import io.larmor.network.engine.Plan;
import io.larmor.task.VectorTask;
import java.util.Arrays;

/** Whether a network and a task fit each other. */
final class Fit {

    private Fit() {
    }

    /** Before training. */
    static void check(Network network, Plan plan, VectorTask task) {
        check(network, plan, task.name(), task.width(), task.shape(), task.classes().size());
        if (task.train().length == 0) {
            throw new IllegalArgumentException(task.name() + ": there is no sample to train on");
        }
        if (network.training().batch() > task.train().length) {
            throw new IllegalArgumentException("network.batch = " + network.training().batch() + " is larger than the training set of "
                    + task.train().length + " samples of " + task.name() + ". Did you mean batch(" + task.train().length + ")?");
        }
        if (network.training().patience() > 0 && task.validation().length == 0) {
            throw new IllegalArgumentException("network.earlyStopping(" + network.training().patience() + "): " + task.name()
                    + " has no validation set to stop by. Hold a part of the training set out, for example .validateOn(0.1).");
        }
        if (radio(network)) {
            float[] values = task.values();
            int width = task.width();
            for (int i = 0; i < values.length; i++) {
                // words only where they are needed: there may be fifty million values
                if (!(values[i] >= 0)) {
                    positive(task.name() + ": sample " + i / width, i % width, values[i]);
                }
            }
        }
    }

    static void check(Network network, Plan plan, String name, int width, int[] shape, int classes) {
        if (width != plan.inputs()) {
            throw new IllegalArgumentException("network(" + network.shape().toString().replaceAll("[\\[\\]]", "") + ") takes "
                    + plan.inputs() + " values a sample, and a sample of " + name + " has " + width + ". Did you mean network("
                    + Arrays.toString(shape).replaceAll("[\\[\\]]", "") + ")?");
        }
        if (plan.outputs() != classes && !(plan.outputs() == 1 && classes == 2)) {
            throw new IllegalArgumentException("network " + network.name() + " has " + plan.outputs() + " outputs, and " + name
                    + " has " + classes + " classes. The last layer needs one output a class"
                    + (classes == 2 ? ", or one for two classes." : ", for example rfMtjs(" + classes + ")."));
        }
    }

    /** Whether what comes in is radio-frequency power. */
    static boolean radio(Network network) {
        return network.layers().get(0) instanceof RfMtjs || network.layers().get(0) instanceof RfConvolution;
    }

    static void positive(String owner, int tone, float power) {
        if (!(power >= 0 && power < Float.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException(owner + ": tone " + tone + " has the power " + power
                    + " µW; a power is a finite number of 0 or more. " + (power < 0
                    ? "Powers in decibels are not linear: 10^(dB/10)." : "Check how the spectrum was made."));
        }
    }
}
