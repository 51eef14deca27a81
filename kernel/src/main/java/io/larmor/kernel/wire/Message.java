package io.larmor.kernel.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One Jupyter message.
 *
 * @param identities routing frames: who asked, or the topic of a published message
 * @param parent the header of the message that caused this one, empty for none
 * @param buffers raw binary frames after the content
 */
public record Message(List<byte[]> identities, ObjectNode header, ObjectNode parent, ObjectNode metadata,
        ObjectNode content, List<byte[]> buffers) {

    public static final String PROTOCOL = "5.5";
    private static final String SESSION = UUID.randomUUID().toString();
    private static final AtomicLong COUNT = new AtomicLong();
    private static final DateTimeFormatter DATE = new DateTimeFormatterBuilder().appendInstant(6).toFormatter();

    /** A new message of this process. */
    public static Message create(List<byte[]> identities, String type, ObjectNode parent, ObjectNode content) {
        ObjectNode header = Json.object().put("msg_id", SESSION + "_" + COUNT.incrementAndGet())
                .put("msg_type", type).put("username", System.getProperty("user.name", "user")).put("session", SESSION)
                .put("date", DATE.format(Instant.now())).put("version", PROTOCOL);
        return new Message(identities, header, parent, Json.object(), content, List.of());
    }

    /** A message on the publishing channel. */
    public static Message published(String type, ObjectNode parent, ObjectNode content) {
        return create(List.of(("kernel." + type).getBytes(StandardCharsets.UTF_8)), type, parent, content);
    }

    /** The answer to this message, back to who sent it. */
    public Message reply(String type, ObjectNode content) {
        return create(identities, type, header, content);
    }

    public Message withMetadata(ObjectNode other) {
        return new Message(identities, header, parent, other, content, buffers);
    }

    public Message withBuffers(List<byte[]> others) {
        return new Message(identities, header, parent, metadata, content, List.copyOf(others));
    }

    /** This message for a subshell; null for the main one. */
    public Message inSubshell(String id) {
        return new Message(identities, id == null ? header : header.deepCopy().put("subshell_id", id), parent, metadata,
                content, buffers);
    }

    public String type() {
        return header.path("msg_type").asText("");
    }

    public String id() {
        return header.path("msg_id").asText("");
    }
}
