package io.larmor.datasets.card;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** SHA-256 in hexadecimal. */
final class Hash {

    private Hash() {
    }

    static String of(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    static String of(Path file) {
        try {
            return of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(file + " cannot be read", e);
        }
    }

    /** The hash of a list of files as sha256sum prints it: a line of hash, two blanks and name for each one. */
    static String ofAll(Path folder, List<String> names) {
        var lines = new StringBuilder();
        for (String name : names) {
            lines.append(of(folder.resolve(name))).append("  ").append(name).append('\n');
        }
        return of(lines.toString().getBytes(StandardCharsets.UTF_8));
    }
}
