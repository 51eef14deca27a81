package io.larmor.datasets.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class WavTest {

    private static final double[] SAMPLES = {0, 0.5, -1, 0.25, -0.125, 32767.0 / 32768};
    private static final int CODING = 20;
    private static final int CHANNELS = 22;
    private static final int RATE = 24;
    private static final int BITS = 34;
    private static final int DATA_SIZE = 40;

    @TempDir
    Path folder;

    @Test
    void writtenSoundIsReadBack() throws IOException {
        var sound = Sound.read(write(Wav.encode(SAMPLES, 8000)));
        assertArrayEquals(SAMPLES, sound.samples());
        assertEquals(8000, sound.rate());
        assertEquals(SAMPLES.length / 8000.0, sound.seconds());
    }

    @Test
    void javaReadsWhatIsWritten() throws Exception {
        try (var in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(Wav.encode(SAMPLES, 8000)))) {
            assertEquals(new AudioFormat(8000, 16, 1, true, false).toString(), in.getFormat().toString());
            var words = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            assertEquals(SAMPLES.length, words.remaining());
            assertEquals(16384, words.get(1));
            assertEquals(-32768, words.get(2));
        }
    }

    @Test
    void loudSamplesAreClippedAndDoNotWrapAround() throws IOException {
        double[] read = Sound.read(write(Wav.encode(new double[] {1.5, -1.5}, 8000))).samples();
        assertArrayEquals(new double[] {32767.0 / 32768, -1}, read);
    }

    @Test
    void otherPartsOfTheFileAreSkipped() throws IOException {
        byte[] plain = Wav.encode(SAMPLES, 8000);
        var more = ByteBuffer.allocate(plain.length + 12).order(ByteOrder.LITTLE_ENDIAN);
        // An odd length, which is padded to an even one.
        more.put(plain, 0, 36).put("LIST".getBytes()).putInt(3).put(new byte[4]).put(plain, 36, plain.length - 36);
        assertArrayEquals(SAMPLES, Sound.read(write(more.array())).samples());
    }

    @Test
    void eachFaultIsNamed() throws IOException {
        assertFault(new byte[0], "is empty: fetch it again");
        assertFault("hello, this is text".getBytes(), "is neither a WAVE file (RIFF) nor a SPHERE file (NIST_1A)");
        assertFault("RIFF".getBytes(), "begins with RIFF but is no WAVE file");
        assertFault(Arrays.copyOf(Wav.encode(SAMPLES, 8000), 44 + 6), "is cut off: its part 'data' has 6 of 12 bytes");
        assertFault(Arrays.copyOf(Wav.encode(SAMPLES, 8000), 30), "is cut off: its part 'fmt' has 10 of 16 bytes");
        assertFault(Arrays.copyOf(Wav.encode(SAMPLES, 8000), 36), "is cut off: it has no data");
        assertFault(changed(header -> header.putShort(CHANNELS, (short) 2)), "is stereo: mix it down to one channel");
        assertFault(changed(header -> header.putShort(CHANNELS, (short) 6)), "has 6 channels");
        assertFault(changed(header -> header.putShort(BITS, (short) 8)), "has 8 bits a sample: convert it to 16 bits");
        assertFault(changed(header -> header.putShort(CODING, (short) 7)), "is compressed (format code 7)");
        assertFault(changed(header -> header.putInt(RATE, 0)), "states a sampling rate of 0 Hz");
        assertFault(changed(header -> header.putInt(DATA_SIZE, 0)), "holds no samples");
        assertFault(changed(header -> header.putInt(DATA_SIZE, -1)), "is cut off");
    }

    @Test
    void missingFileAndFolderAreFaultsToo() {
        assertTrue(fault(folder.resolve("none.wav")).getMessage().contains("none.wav does not exist"));
        assertTrue(fault(folder).getMessage().contains("cannot be read"));
    }

    private void assertFault(byte[] bytes, String expected) throws IOException {
        Path file = write(bytes);
        var fault = fault(file);
        assertTrue(fault.getMessage().startsWith(file + " " + expected), fault.getMessage());
        assertEquals(file, fault.file());
    }

    private static BrokenFileException fault(Path file) {
        return assertThrows(BrokenFileException.class, () -> Sound.read(file));
    }

    private static byte[] changed(Consumer<ByteBuffer> change) {
        byte[] bytes = Wav.encode(SAMPLES, 8000);
        change.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
        return bytes;
    }

    private Path write(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("word.wav"), bytes);
    }
}
