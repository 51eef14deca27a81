package io.larmor.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.datasets.format.BrokenFileException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.function.Executable;

/** Helps tests of broken files. */
public final class Fault {

    private Fault() {
    }

    /** Fails unless reading refuses the file with a message that begins with its path and the fault, and says what to do. */
    public static void of(Path file, String expected, Executable reading) {
        var fault = assertThrows(BrokenFileException.class, reading);
        assertEquals(file, fault.file());
        assertTrue(fault.getMessage().startsWith(file + " " + expected), fault.getMessage());
        assertTrue(fault.remedy().length() > 8, fault.getMessage());
    }

    /** The bytes gzipped. */
    public static byte[] gzip(byte[] bytes) throws IOException {
        var out = new ByteArrayOutputStream();
        try (var packer = new GZIPOutputStream(out)) {
            packer.write(bytes);
        }
        return out.toByteArray();
    }
}
