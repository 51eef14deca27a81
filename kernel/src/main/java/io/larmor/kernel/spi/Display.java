package io.larmor.kernel.spi;

/** Publishes rich values to the front end, as part of the cell that the calling thread belongs to. */
public interface Display {

    /** Shows a value and returns its display id, by which {@link #update} replaces it later. */
    String show(Object value);

    /** Shows a value under a display id of the caller's. */
    void show(Object value, String displayId);

    /** Replaces what was shown under the id. */
    void update(String displayId, Object value);

    /** Clears the cell's output: now, or when the next output arrives. */
    void clear(boolean wait);
}
