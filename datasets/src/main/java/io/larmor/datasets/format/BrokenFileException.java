package io.larmor.datasets.format;

import java.nio.file.Path;

/** A file that cannot be used: which one, what is wrong with it, and what to do. */
public final class BrokenFileException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Path file;
    private final String fault;
    private final String remedy;

    /**
     * @param file which file
     * @param fault what is wrong, as the rest of a sentence: {@code is empty}
     * @param remedy what to do, as a command: {@code fetch it again}
     */
    public BrokenFileException(Path file, String fault, String remedy) {
        super(file + " " + fault + ": " + remedy);
        this.file = file;
        this.fault = fault;
        this.remedy = remedy;
    }

    public Path file() {
        return file;
    }

    public String fault() {
        return fault;
    }

    public String remedy() {
        return remedy;
    }
}
