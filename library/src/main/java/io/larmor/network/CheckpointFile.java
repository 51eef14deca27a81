package io.larmor.network;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.zip.CRC32;

/** The file of a {@link Checkpoint}: a mark, the fingerprint of what is trained, the state, and a sum over it all. */
final class CheckpointFile {

    private static final long MARK = 0x4C41524D4F524E31L;
    private static final int SUM_BYTES = Long.BYTES;

    private CheckpointFile() {
    }

    /** Writes the state: beside the file first, then moved in its place. */
    static void write(Path path, String fingerprint, TrainingState state) {
        try {
            byte[] content = content(fingerprint, state);
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path beside = Files.createTempFile(folder, path.getFileName().toString(), ".tmp");
            try {
                Files.write(beside, content);
                move(beside, path);
            } finally {
                Files.deleteIfExists(beside);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + path + " cannot be written: " + e.getMessage(), e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static byte[] content(String fingerprint, TrainingState state) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeLong(MARK);
        out.writeUTF(fingerprint);
        floats(out, state.parameters);
        floats(out, state.best);
        out.writeDouble(state.bestLoss);
        out.writeInt(state.sinceBest);
        out.writeLong(state.steps.count());
        for (float[] part : state.steps.memory()) {
            floats(out, part);
        }
        out.writeInt(state.epochs.size());
        for (var epoch : state.epochs) {
            out.writeDouble(epoch.loss());
            out.writeDouble(epoch.accuracy());
            out.writeDouble(epoch.validationLoss());
            out.writeDouble(epoch.validationAccuracy());
            out.writeDouble(epoch.testAccuracy());
        }
        var sum = new CRC32();
        sum.update(bytes.toByteArray());
        out.writeLong(sum.getValue());
        return bytes.toByteArray();
    }

    private static void floats(DataOutputStream out, float[] values) throws IOException {
        var buffer = ByteBuffer.allocate(Float.BYTES * values.length);
        buffer.asFloatBuffer().put(values);
        out.write(buffer.array());
    }

    /**
     * Fills a state from a file.
     *
     * @throws IllegalArgumentException if the file is no checkpoint, is cut off or damaged, or is of another training
     */
    static void read(Path path, String fingerprint, TrainingState state) {
        byte[] content;
        try {
            content = Files.readAllBytes(path);
        } catch (IOException e) {
            throw new UncheckedIOException("checkpoint " + path + " cannot be read: " + e.getMessage(), e);
        }
        if (content.length < Long.BYTES + SUM_BYTES || ByteBuffer.wrap(content).getLong() != MARK) {
            throw new IllegalArgumentException("checkpoint " + path + " is not the checkpoint of a network. Name another file, or "
                    + "delete it if it is not needed.");
        }
        var sum = new CRC32();
        sum.update(content, 0, content.length - SUM_BYTES);
        if (sum.getValue() != ByteBuffer.wrap(content).getLong(content.length - SUM_BYTES)) {
            throw new IllegalArgumentException("checkpoint " + path + " is cut off or damaged: its sum is wrong. Delete it to start "
                    + "anew.");
        }
        try (var in = new DataInputStream(new ByteArrayInputStream(content, Long.BYTES, content.length - Long.BYTES - SUM_BYTES))) {
            String found = in.readUTF();
            if (!found.equals(fingerprint)) {
                throw new IllegalArgumentException("checkpoint " + path + " is of another training. " + difference(found, fingerprint)
                        + " Name another file, or train what it was written by.");
            }
            fill(in, state);
        } catch (IOException e) {
            throw new IllegalArgumentException("checkpoint " + path + " is shorter than its network needs. Delete it to start anew.",
                    e);
        }
    }

    /** The first part in which two fingerprints differ. */
    private static String difference(String found, String due) {
        String[] theirs = found.split("\n");
        String[] ours = due.split("\n");
        for (int i = 0; i < Math.min(theirs.length, ours.length); i++) {
            if (!theirs[i].equals(ours[i])) {
                return "It has \"" + theirs[i] + "\", here it is \"" + ours[i] + "\".";
            }
        }
        return "";
    }

    private static void fill(DataInputStream in, TrainingState state) throws IOException {
        floats(in, state.parameters);
        floats(in, state.best);
        state.bestLoss = in.readDouble();
        state.sinceBest = in.readInt();
        state.steps.count(in.readLong());
        for (float[] part : state.steps.memory()) {
            floats(in, part);
        }
        int epochs = in.readInt();
        for (int i = 1; i <= epochs; i++) {
            state.epochs.add(new TrainingCurve.Epoch(i, in.readDouble(), in.readDouble(), in.readDouble(), in.readDouble(),
                    in.readDouble()));
        }
    }

    private static void floats(DataInputStream in, float[] into) throws IOException {
        byte[] bytes = new byte[Float.BYTES * into.length];
        in.readFully(bytes);
        ByteBuffer.wrap(bytes).asFloatBuffer().get(into);
    }
}
