package io.larmor.device;

import io.larmor.core.Drive;

/** The input of one lane in motion, as it is held now. */
final class Held implements Drive {

    private double value;

    void hold(double value) {
        this.value = value;
    }

    @Override
    public double at(double time) {
        return value;
    }

    @Override
    public double duration() {
        return Double.POSITIVE_INFINITY;
    }

    @Override
    public String description() {
        return "held input";
    }
}
