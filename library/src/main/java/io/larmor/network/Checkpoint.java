package io.larmor.network;

import io.larmor.core.Parameter;
import io.larmor.units.Quantity;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A file that a training writes its state to, so that it can go on after an interruption to the same bits.
 *
 * @param path the file; made whole or not at all
 * @param every after how many epochs it is written, and at the end
 */
public record Checkpoint(Path path, int every) {

    public static final Parameter EVERY = new Parameter("every", Quantity.of("epochs between checkpoints"), 1, 1e6, 1,
            "after how many epochs the checkpoint is written");

    public Checkpoint {
        Objects.requireNonNull(path, "path");
        EVERY.check("checkpoint", every);
    }

    /** Written after every epoch. */
    public static Checkpoint of(Path path) {
        return new Checkpoint(path, (int) EVERY.standard());
    }

    /** The same, written after every so many epochs. */
    public Checkpoint every(int epochs) {
        return new Checkpoint(path, epochs);
    }
}
