package io.larmor.dsl;

/** The words for magnetic neurons and networks of them. */
public final class Neurons {

    private Neurons() {
    }
}
