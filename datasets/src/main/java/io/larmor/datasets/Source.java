package io.larmor.datasets;

/**
 * A found set of labeled vectors that can be read. Implementations are records, equal where they read the same.
 *
 * @param <V> how its values are held: {@code float[]} or {@code byte[]}
 */
interface Source<V> extends Found {

    /**
     * Reads and checks all of it.
     *
     * @throws io.larmor.datasets.format.BrokenFileException naming a file, the place in it and what to do
     */
    Samples<V> read();
}
