package io.larmor.kernel.wire;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Turns messages into signed frames and back. Safe for use by several threads. */
public final class Codec {

    private static final byte[] DELIMITER = "<IDS|MSG>".getBytes(StandardCharsets.US_ASCII);
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac prototype;

    /** Loads Java's security providers on another thread, since that takes as long as the rest of a start. */
    public static void prepare() {
        Thread loading = new Thread(() -> {
            try {
                Mac.getInstance(ALGORITHM);
            } catch (GeneralSecurityException e) {
                // whoever needs it will be told
            }
        }, "larmor-providers");
        loading.setDaemon(true);
        loading.start();
    }

    public Codec(String key) {
        try {
            prototype = Mac.getInstance(ALGORITHM);
            prototype.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public List<byte[]> encode(Message message) {
        byte[] header = Json.bytes(message.header());
        byte[] parent = Json.bytes(message.parent());
        byte[] metadata = Json.bytes(message.metadata());
        byte[] content = Json.bytes(message.content());
        var frames = new ArrayList<byte[]>(message.identities());
        frames.add(DELIMITER);
        frames.add(sign(header, parent, metadata, content));
        frames.addAll(List.of(header, parent, metadata, content));
        frames.addAll(message.buffers());
        return frames;
    }

    /**
     * Reads a message.
     *
     * @throws IOException when the frames are not a message of ours: no delimiter, too short, wrongly signed, not JSON
     */
    public Message decode(List<byte[]> frames) throws IOException {
        int at = 0;
        while (at < frames.size() && !Arrays.equals(frames.get(at), DELIMITER)) {
            at++;
        }
        if (frames.size() < at + 6) {
            throw new IOException("a message of " + frames.size() + " frames without the parts of a Jupyter message");
        }
        byte[] expected = sign(frames.get(at + 2), frames.get(at + 3), frames.get(at + 4), frames.get(at + 5));
        // a comparison in constant time tells an attacker nothing about how much of a guess was right
        if (!MessageDigest.isEqual(expected, frames.get(at + 1))) {
            throw new IOException("a message with a wrong signature");
        }
        return new Message(List.copyOf(frames.subList(0, at)), Json.parseObject(frames.get(at + 2)),
                Json.parseObject(frames.get(at + 3)), Json.parseObject(frames.get(at + 4)),
                Json.parseObject(frames.get(at + 5)), List.copyOf(frames.subList(at + 6, frames.size())));
    }

    private byte[] sign(byte[]... parts) {
        try {
            Mac mac = (Mac) prototype.clone();
            for (byte[] part : parts) {
                mac.update(part);
            }
            return HexFormat.of().formatHex(mac.doFinal()).getBytes(StandardCharsets.US_ASCII);
        } catch (CloneNotSupportedException e) {
            throw new IllegalStateException(e);
        }
    }
}
