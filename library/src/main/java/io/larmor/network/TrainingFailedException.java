package io.larmor.network;

/** A training that came to nothing: the loss was no longer a number. There is no trained network then. */
public final class TrainingFailedException extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** With the reason. */
    public TrainingFailedException(String message) {
        super(message);
    }
}
