package io.larmor.kernel.hint;

import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ConcurrentModificationException;
import java.util.IllegalFormatConversionException;
import java.util.Optional;

/** Mistakes that are common, by the exception that they end in. */
final class RuntimeSlips {

    private RuntimeSlips() {
    }

    static Optional<String> advise(Throwable error) {
        StackTraceElement[] frames = error.getStackTrace();
        String where = frames.length == 0 ? "" : frames[0].getClassName();
        if (error instanceof UnsupportedOperationException && where.startsWith("java.util.ImmutableCollections")) {
            return Optional.of("What List.of, Set.of, Map.of and toList() make cannot change; new ArrayList<>(list) can.");
        }
        if (error instanceof UnsupportedOperationException && where.startsWith("java.util.AbstractList")) {
            return Optional.of("This list has a fixed length; new ArrayList<>(list) can grow.");
        }
        if (error instanceof IndexOutOfBoundsException) {
            return Optional.of("Counting starts at 0: the last index is the length minus 1.");
        }
        if (error instanceof StackOverflowError) {
            return Optional.of("A method calls itself without end; what should stop it is never reached.");
        }
        if (error instanceof ConcurrentModificationException) {
            return Optional.of("The collection was changed while a loop went through it; use removeIf(..), or loop over a copy.");
        }
        if (error instanceof NoSuchFileException || error instanceof java.io.FileNotFoundException) {
            return Optional.of("Relative names are looked up in " + Path.of("").toAbsolutePath() + ".");
        }
        if (error instanceof IllegalFormatConversionException) {
            return Optional.of("In a format %d is for whole numbers, %.2f for others, %s for anything.");
        }
        if (error instanceof ClassNotFoundException || error instanceof NoClassDefFoundError) {
            return Optional.of("A library is missing: %maven GROUP:ARTIFACT:VERSION fetches one, %jars adds a file.");
        }
        return Optional.empty();
    }
}
