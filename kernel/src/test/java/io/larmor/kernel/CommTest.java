package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.TestKernel.Ran;
import io.larmor.kernel.spi.KernelClient;
import io.larmor.kernel.wire.Json;
import io.larmor.kernel.wire.Message;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Comms opened by either side, with bytes. */
class CommTest {

    private static KernelClient kernel;
    private static Wiretap tap;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start(Map.of());
        tap = new Wiretap(kernel);
    }

    @BeforeEach
    void forget() {
        tap.forget();
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    private static JsonNode comms(String target) {
        return kernel.request("shell", "comm_info_request", Json.object().put("target_name", target), TestKernel.LIMIT)
                .path("comms");
    }

    @Test
    void theNotebookOpensOneSendsHearsAndCloses() throws Exception {
        Ran ran = TestKernel.run(kernel, "var mine = comm(\"t1\", Map.of(\"a\", 1)); mine.send(Map.of(\"b\", 2));\n"
                + "mine.onMessage(p -> { System.out.println(\"heard \" + p.data()); mine.send(Map.of(\"back\", p.data())); });");
        JsonNode opened = ran.of("comm_open").get(0);
        assertEquals("t1", opened.path("target_name").asText());
        assertEquals(1, opened.path("data").path("a").asInt());
        String id = opened.path("comm_id").asText();
        assertEquals(2, ran.of("comm_msg").get(0).path("data").path("b").asInt());
        assertEquals("t1", comms("t1").path(id).path("target_name").asText());
        assertTrue(comms("t2").isEmpty());
        assertTrue(comms("").has(id));

        String said = tap.say(id, "{'x': [1, 2.5, null, 'y']}");
        tap.awaitIdle(said);
        List<Message> caused = tap.because(said);
        assertEquals(List.of("stream", "comm_msg"), Wiretap.types(caused));
        assertEquals("heard {x=[1, 2.5, null, y]}\n", caused.get(0).content().path("text").asText());
        assertEquals("[1,2.5,null,\"y\"]", caused.get(1).content().path("data").path("back").path("x").toString());

        assertEquals(1, TestKernel.run(kernel, "mine.close(); mine.close(); mine.send(Map.of(\"late\", 1));")
                .of("comm_close").size());
        assertTrue(comms("t1").isEmpty());
    }

    @Test
    void theFrontEndOpensOneUnderAKnownTarget() throws Exception {
        TestKernel.run(kernel, "commTarget(\"sum\", (c, opening) -> { c.onMessage(p -> c.send(new io.larmor.kernel.spi.Comm."
                + "Packet(Map.of(\"sum\", (int) p.data().get(\"a\") + (int) opening.data().get(\"b\")), Map.of(\"m\", true),"
                + " List.of(p.buffers().get(0), new byte[] {9})))); c.onClose(p -> System.out.println(\"closed\")); });");
        tap.send("comm_open", "{'comm_id': 'f1', 'target_name': 'sum', 'data': {'b': 4}}");
        String said = tap.send("comm_msg", "{'comm_id': 'f1', 'data': {'a': 3}}", new byte[] {0, -1, 7});
        tap.awaitIdle(said);
        Message back = tap.because(said).get(0);
        assertEquals(7, back.content().path("data").path("sum").asInt());
        assertTrue(back.metadata().path("m").asBoolean());
        assertEquals(2, back.buffers().size());
        assertArrayEquals(new byte[] {0, -1, 7}, back.buffers().get(0));
        String closing = tap.send("comm_close", "{'comm_id': 'f1', 'data': {}}");
        tap.awaitIdle(closing);
        assertEquals(List.of("stream"), Wiretap.types(tap.because(closing)));
        assertFalse(comms("").has("f1"));
    }

    @Test
    void anUnknownTargetIsClosedAndUnknownCommsAreHarmless() throws Exception {
        String opening = tap.send("comm_open", "{'comm_id': 'u1', 'target_name': 'no.such', 'data': {}}");
        tap.awaitIdle(opening);
        assertEquals("u1", tap.because(opening).get(0).content().path("comm_id").asText());
        assertEquals(List.of("comm_close"), Wiretap.types(tap.because(opening)));
        for (String wrong : List.of("{'comm_id': 'nope', 'data': {}}", "{'comm_id': [1], 'data': 'x'}", "{}")) {
            String said = tap.send("comm_msg", wrong);
            tap.awaitIdle(said);
            assertEquals(List.of(), Wiretap.types(tap.because(said)));
        }
        assertEquals("2", TestKernel.run(kernel, "1 + 1").result());
    }

    @Test
    void anErrorInAHandlerIsShownAndTheCommLives() throws Exception {
        String id = TestKernel.run(kernel, "var frail = comm(\"t3\", Map.of()); frail.onMessage(p -> { "
                + "frail.send(Map.of(\"n\", 10 / (int) p.data().get(\"d\"))); });").of("comm_open").get(0)
                .path("comm_id").asText();
        String bad = tap.say(id, "{'d': 0}");
        tap.awaitIdle(bad);
        assertEquals("ArithmeticException", tap.because(bad).get(0).content().path("ename").asText());
        String good = tap.say(id, "{'d': 5}");
        tap.awaitIdle(good);
        assertEquals(2, tap.because(good).get(0).content().path("data").path("n").asInt());
    }

    @Test
    void aHandlerThatLoopsIsInterrupted() throws Exception {
        String id = TestKernel.run(kernel, "var endless = comm(\"t4\", Map.of()); endless.onMessage(p -> { "
                + "System.out.println(\"in\"); while (true) { } });").of("comm_open").get(0).path("comm_id").asText();
        String said = tap.say(id, "{}");
        tap.await("the handler", m -> m.type().equals("stream") && Wiretap.isOf(m, said));
        kernel.interrupt();
        tap.awaitIdle(said);
        assertEquals(List.of("stream", "error"), Wiretap.types(tap.because(said)));
        assertEquals("2", TestKernel.run(kernel, "1 + 1").result());
    }
}
