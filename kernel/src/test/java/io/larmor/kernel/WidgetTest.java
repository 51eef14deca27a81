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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Widgets as a front end sees them. */
class WidgetTest {

    private static final String VIEW = "application/vnd.jupyter.widget-view+json";
    private static KernelClient kernel;
    private static Wiretap tap;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start(Map.of());
        tap = new Wiretap(kernel);
    }

    @BeforeEach
    void forget() {
        tap.use(null);
        tap.forget();
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    /** Runs a cell whose value is a widget and returns the widget's id. */
    private static String show(String code) throws Exception {
        Ran ran = TestKernel.run(kernel, code);
        assertEquals("ok", ran.reply().status(), ran.traceback());
        return id(ran.of("execute_result").get(0));
    }

    private static String id(JsonNode shown) {
        return shown.path("data").path(VIEW).path("model_id").asText();
    }

    private static String reference(JsonNode state, String name) {
        return state.path(name).asText().replace("IPY_MODEL_", "");
    }

    private static String value(String code) throws Exception {
        return TestKernel.run(kernel, code).result();
    }

    @Test
    void aSliderIsOpenedWithItsPartsBeforeItIsShown() throws Exception {
        Ran ran = TestKernel.run(kernel, "var current = slider(\"current (mA)\", 0, 10).value(6); current");
        JsonNode result = ran.of("execute_result").get(0);
        assertEquals("current (mA): 6.0  (0.0 .. 10.0)", result.path("data").path("text/plain").asText());
        assertEquals(2, result.path("data").path(VIEW).path("version_major").asInt());
        List<JsonNode> opened = ran.of("comm_open");
        assertEquals(3, opened.size());
        JsonNode state = opened.get(2).path("data").path("state");
        assertEquals(id(result), opened.get(2).path("comm_id").asText());
        assertEquals("jupyter.widget", opened.get(2).path("target_name").asText());
        assertEquals("FloatSliderModel", state.path("_model_name").asText());
        assertEquals(6.0, state.path("value").asDouble());
        assertTrue(List.of(opened.get(0).path("comm_id").asText(), opened.get(1).path("comm_id").asText())
                .containsAll(List.of(reference(state, "layout"), reference(state, "style"))));
        Message message = tap.await("comm_open", m -> m.type().equals("comm_open"));
        assertEquals("2.1.0", message.metadata().path("version").asText());
        // shown again it is the same model
        Ran again = TestKernel.run(kernel, "display(current); current");
        assertEquals(List.of(), again.of("comm_open"));
        assertEquals(id(result), id(again.of("display_data").get(0)));
    }

    @Test
    void aMoveIsEchoedAndSetsTheValue() throws Exception {
        String id = show("var moved = slider(\"moved\", 0, 10).onChange(v -> System.out.println(\"now \" + v)); moved");
        String move = tap.move(id, "{'value': 7}");
        tap.awaitIdle(move);
        List<Message> caused = tap.because(move);
        assertEquals(List.of("comm_msg", "stream"), Wiretap.types(caused));
        JsonNode data = caused.get(0).content().path("data");
        assertEquals("echo_update", data.path("method").asText());
        assertEquals(7, data.path("state").path("value").asInt());
        assertEquals("now 7.0\n", caused.get(1).content().path("text").asText());
        assertEquals("7.0", value("moved.value()"));
        // set by code, the front end is told once, with the last of many values
        Ran ran = TestKernel.run(kernel, "for (int i = 0; i <= 9000; i++) moved.value(i / 1000.0);");
        List<JsonNode> updates = ran.of("comm_msg");
        assertTrue(updates.size() < 100, "messages: " + updates.size());
        assertEquals(9.0, updates.get(updates.size() - 1).path("data").path("state").path("value").asDouble());
        // what is not allowed is put right at the front end, or refused with the limits
        String beyond = tap.move(id, "{'value': 70}");
        tap.awaitIdle(beyond);
        assertEquals(9.0, tap.because(beyond).get(1).content().path("data").path("state").path("value").asDouble());
        assertEquals("control \"moved\": value = 11.0 is outside 0.0 .. 10.0",
                TestKernel.run(kernel, "moved.value(11)").reply().errorValue());
    }

    @Test
    void aLoopSeesTheSliderMoveWhileItRuns() throws Exception {
        String side = kernel.request("control", "create_subshell_request", Json.object(), TestKernel.LIMIT)
                .path("subshell_id").asText();
        for (String subshell : new String[] {side, null}) {
            tap.forget();
            var running = TestKernel.later(() -> TestKernel.run(kernel, "var field = slider(\"field\", 0, 3); display(field);"
                    + "System.out.println(\"go\"); double last = 0; while (last < 2) { last = field.value(); } last"));
            String id = id(tap.await("the slider", m -> m.type().equals("display_data")).content());
            tap.await("the loop", m -> m.type().equals("stream"));
            tap.use(subshell);
            tap.awaitIdle(tap.move(id, "{'value': 1.5}"));
            assertFalse(running.isDone());
            tap.awaitIdle(tap.move(id, "{'value': 2.5}"));
            assertEquals("2.5", running.get(20, TimeUnit.SECONDS).result());
        }
    }

    @Test
    void aReloadedPageGetsEveryStateWhileACellRuns() throws Exception {
        String id = show("var kept = slider(\"kept\", 0, 5).value(2); kept");
        String picture = show("picture(new java.awt.image.BufferedImage(3, 2, 1))");
        var running = TestKernel.later(() -> TestKernel.run(kernel, "System.out.println(\"go\"); while (true) { }"));
        tap.await("the loop", m -> m.type().equals("stream"));
        tap.send("comm_open", "{'comm_id': 'ctl', 'target_name': 'jupyter.widget.control', 'data': {}}");
        tap.say("ctl", "{'method': 'request_states'}");
        Message answer = tap.awaitMethod("ctl", "update_states");
        assertFalse(running.isDone());
        JsonNode states = answer.content().path("data").path("states");
        assertEquals(2.0, states.path(id).path("state").path("value").asDouble());
        assertEquals("@jupyter-widgets/controls", states.path(id).path("model_module").asText());
        assertTrue(states.has(reference(states.path(id).path("state"), "layout")));
        JsonNode paths = answer.content().path("data").path("buffer_paths");
        int at = -1;
        for (int i = 0; i < paths.size(); i++) {
            if (paths.get(i).path(0).asText().equals(picture)) {
                at = i;
            }
        }
        assertEquals("[\"" + picture + "\",\"state\",\"value\"]", paths.get(at).toString());
        assertEquals((byte) 'P', answer.buffers().get(at)[1]);
        kernel.interrupt();
        running.get(20, TimeUnit.SECONDS);
        tap.say(id, "{'method': 'request_state'}");
        assertEquals(2.0, tap.awaitMethod(id, "update").content().path("data").path("state").path("value").asDouble());
        JsonNode comms = kernel.request("shell", "comm_info_request", Json.object().put("target_name", "jupyter.widget"),
                TestKernel.LIMIT).path("comms");
        assertTrue(comms.has(id) && comms.has(picture));
    }

    @Test
    void aPictureGoesAsBytes() throws Exception {
        String id = show("var shot = picture(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}); shot");
        Message opened = tap.await("comm_open", m -> m.content().path("comm_id").asText().equals(id));
        assertEquals("[[\"value\"]]", opened.content().path("data").path("buffer_paths").toString());
        assertFalse(opened.content().path("data").path("state").has("value"));
        assertArrayEquals(new byte[] {(byte) 0x89, 'P', 'N', 'G', 1}, opened.buffers().get(0));
        TestKernel.run(kernel, "shot.show(new byte[] {(byte) 0xFF, (byte) 0xD8, 3});");
        Message update = tap.awaitMethod(id, "update");
        assertArrayEquals(new byte[] {(byte) 0xFF, (byte) 0xD8, 3}, update.buffers().get(0));
        assertEquals("jpeg", update.content().path("data").path("state").path("format").asText());
    }

    @Test
    void buttonsBoxesChoicesAndTheRestKeepTheirValues() throws Exception {
        String id = show("int clicks = 0; var press = button(\"Go\").onClick(() -> { clicks++; }); press");
        for (int i = 0; i < 3; i++) {
            tap.awaitIdle(tap.say(id, "{'method': 'custom', 'content': {'event': 'click'}}"));
        }
        assertEquals("3", value("clicks"));
        String choice = show("record Spin(String n) {} var spins = List.of(new Spin(\"up\"), new Spin(\"down\"));\n"
                + "var choice = dropdown(\"spin\", spins); choice");
        assertEquals("[\"Spin[n=up]\",\"Spin[n=down]\"]", tap.opened(choice).path("_options_labels").toString());
        tap.awaitIdle(tap.move(choice, "{'index': 1}"));
        assertEquals("\"down\"", "\"" + value("choice.value().n()").replace("\"", "") + "\"");
        String box = show("var n = intSlider(\"n\", 1, 9); var on = checkbox(\"noise\", true); var name = textField(\"who\", \"me\");\n"
                + "vbox(n, hbox(on, name), html(\"<b>bold</b>\"), progressBar(\"run\", 0, 4).value(1))");
        JsonNode state = tap.opened(box);
        assertEquals(4, state.path("children").size());
        String slider = state.path("children").path(0).asText().replace("IPY_MODEL_", "");
        tap.awaitIdle(tap.move(slider, "{'value': 4}"));
        tap.awaitIdle(tap.move(tap.opened(state.path("children").path(1).asText().replace("IPY_MODEL_", ""))
                .path("children").path(0).asText().replace("IPY_MODEL_", ""), "{'value': false}"));
        assertEquals("4 false me", value("n.value() + \" \" + on.value() + \" \" + name.value()").replace("\"", ""));
    }

    @Test
    void interactShowsTheResultAndDrawsItAnew() throws Exception {
        Ran ran = TestKernel.run(kernel, "var amp = slider(\"amp\", 0, 4).value(1);\n"
                + "interact(amp, a -> { System.out.println(\"a is \" + a); return a * 2; })");
        JsonNode data = ran.of("execute_result").get(0).path("data");
        assertEquals("amp: 1.0  (0.0 .. 4.0)\na is 1.0\n2.0", data.path("text/plain").asText());
        assertEquals("", ran.stream("stdout"));
        JsonNode children = tap.opened(id(ran.of("execute_result").get(0))).path("children");
        String slider = children.path(0).asText().replace("IPY_MODEL_", "");
        String area = children.path(1).asText().replace("IPY_MODEL_", "");
        assertEquals("a is 1.0\n", tap.opened(area).path("outputs").path(0).path("text").asText());
        String move = tap.move(slider, "{'value': 3}");
        tap.awaitIdle(move);
        List<Message> caused = tap.because(move);
        assertEquals(List.of("comm_msg", "comm_msg"), Wiretap.types(caused));
        JsonNode update = caused.get(1).content();
        assertEquals(area, update.path("comm_id").asText());
        JsonNode outputs = update.path("data").path("state").path("outputs");
        assertEquals("a is 3.0\n", outputs.path(0).path("text").asText());
        assertEquals("6.0", outputs.path(1).path("data").path("text/plain").asText());
    }

    @Test
    void onlyTheNewestOfManyMovesIsComputed() throws Exception {
        String id = show("var drawn = new CopyOnWriteArrayList<Object>(); var x = slider(\"x\", 0, 100); var y = intSlider(\"y\", 0, 5);\n"
                + "interact(x, y, (a, b) -> { drawn.add(a + \",\" + b); Thread.onSpinWait(); var t = System.nanoTime();"
                + " while (System.nanoTime() - t < 150_000_000L) { } return a + b; })");
        JsonNode children = tap.opened(id).path("children");
        String slider = children.path(0).asText().replace("IPY_MODEL_", "");
        String other = children.path(1).asText().replace("IPY_MODEL_", "");
        String last = null;
        for (int i = 1; i <= 30; i++) {
            last = tap.move(slider, "{'value': " + i + "}");
        }
        tap.move(other, "{'value': 3}");
        // a message that changes nothing must not swallow the last drawing
        last = tap.say(other, "{'method': 'request_state'}");
        tap.awaitIdle(last);
        String all = value("drawn.size() + \" \" + drawn.get(drawn.size() - 1)").replace("\"", "");
        assertTrue(all.endsWith(" 30.0,3"), all);
        assertTrue(Integer.parseInt(all.split(" ")[0]) < 12, all);
    }

    @Test
    void anErrorIsShownWhereTheWidgetIsAndItLives() throws Exception {
        Ran ran = TestKernel.run(kernel, "var frail = intSlider(\"frail\", 0, 9).value(5)\n"
                + ".onChange(v -> System.out.println(10 / v)); frail");
        String id = id(ran.of("execute_result").get(0));
        String bad = tap.move(id, "{'value': 0}");
        tap.awaitIdle(bad);
        Message complaint = tap.await("the complaint", m -> m.type().equals("stream") && m.content().path("name").asText()
                .equals("stderr"));
        assertTrue(complaint.content().path("text").asText().contains("ArithmeticException"));
        assertTrue(complaint.parent().path("msg_type").asText().equals("execute_request"));
        String good = tap.move(id, "{'value': 2}");
        tap.awaitIdle(good);
        assertEquals("5\n", tap.because(good).get(1).content().path("text").asText());
        // in an interact the error takes the result's place; at first it is the cell's own
        String both = show("interact(intSlider(\"d\", 0, 9).value(3), d -> 12 / d)");
        JsonNode children = tap.opened(both).path("children");
        String slider = children.path(0).asText().replace("IPY_MODEL_", "");
        String wrong = tap.move(slider, "{'value': 0}");
        tap.awaitIdle(wrong);
        JsonNode output = tap.because(wrong).get(1).content().path("data").path("state").path("outputs").path(0);
        assertEquals("error", output.path("output_type").asText());
        assertEquals("ArithmeticException", output.path("ename").asText());
        String right = tap.move(slider, "{'value': 4}");
        tap.awaitIdle(right);
        assertEquals("3", tap.because(right).get(1).content().path("data").path("state").path("outputs").path(0)
                .path("data").path("text/plain").asText());
        assertEquals("ArithmeticException", TestKernel.run(kernel, "interact(intSlider(\"d\", 0, 9), d -> 12 / d)").reply()
                .errorName());
    }

    @Test
    void aCallbackThatLoopsIsInterruptedAndTheSliderLives() throws Exception {
        String id = show("interact(intSlider(\"loop\", 0, 9), v -> { if (v == 1) { System.out.println(\"in\"); while (true) { } }"
                + " return v; })");
        JsonNode children = tap.opened(id).path("children");
        String slider = children.path(0).asText().replace("IPY_MODEL_", "");
        String area = children.path(1).asText().replace("IPY_MODEL_", "");
        String loop = tap.move(slider, "{'value': 1}");
        tap.await("the echo", m -> Wiretap.isOf(m, loop) && m.type().equals("comm_msg"));
        Thread.sleep(400);
        kernel.interrupt();
        tap.awaitIdle(loop);
        String seen = tap.all().stream().filter(m -> m.content().path("comm_id").asText().equals(area)
                && m.type().equals("comm_msg")).reduce((a, b) -> b).orElseThrow().content().toString();
        assertTrue(seen.contains("Interrupted"), seen);
        String next = tap.move(slider, "{'value': 2}");
        tap.awaitIdle(next);
        assertTrue(tap.because(next).toString().contains("echo_update"));
        assertEquals("2", TestKernel.run(kernel, "1 + 1").result());
    }

    @Test
    void longOutputIsShownMeanwhile() throws Exception {
        String id = show("interact(intSlider(\"slow\", 0, 1), v -> { if (v == 0) return 0; System.out.println(\"first\"); "
                + "for (int i = 0; i < 8; i++) { Thread.sleep(60); System.out.println(i); } return \"done\"; })".replace(
                "Thread.sleep(60)", "java.util.concurrent.locks.LockSupport.parkNanos(60_000_000L)"));
        JsonNode children = tap.opened(id).path("children");
        String move = tap.move(children.path(0).asText().replace("IPY_MODEL_", ""), "{'value': 1}");
        tap.awaitIdle(move);
        var outputs = new ArrayList<String>();
        tap.because(move).forEach(m -> outputs.add(m.content().path("data").path("state").path("outputs").toString()));
        assertTrue(outputs.size() >= 3, outputs.toString());
        assertTrue(outputs.get(1).contains("first") && !outputs.get(1).contains("done"), outputs.toString());
        assertTrue(outputs.get(outputs.size() - 1).contains("done"));
    }

    @Test
    void closingIsIdempotentAndEitherSideMayDoIt() throws Exception {
        String id = show("var gone = slider(\"gone\", 0, 1); gone");
        Ran ran = TestKernel.run(kernel, "gone.close(); gone.close(); gone.value(0.5);");
        assertEquals(3, ran.of("comm_close").size());
        assertEquals(List.of(), ran.of("comm_msg"));
        tap.awaitIdle(tap.move(id, "{'value': 1}"));
        String anew = show("gone");
        assertFalse(anew.equals(id));
        assertEquals(0.5, tap.opened(anew).path("value").asDouble());
        tap.awaitIdle(tap.send("comm_close", "{'comm_id': '" + anew + "', 'data': {}}"));
        assertEquals(List.of(), TestKernel.run(kernel, "gone.value(0.7); gone.close();").of("comm_close").stream()
                .filter(c -> c.path("comm_id").asText().equals(anew)).toList());
    }

    @Test
    void whatNobodySeesIsNotComputed() throws Exception {
        String id = show("var runs = new ArrayList<Double>(); var knob = slider(\"knob\", 0, 9);\n"
                + "var seen = interact(knob, k -> { runs.add(k); return k; }); display(knob); seen");
        JsonNode children = tap.opened(id).path("children");
        String slider = children.path(0).asText().replace("IPY_MODEL_", "");
        String area = children.path(1).asText().replace("IPY_MODEL_", "");
        tap.awaitIdle(tap.move(area, "{'_view_count': 1}"));
        tap.awaitIdle(tap.move(slider, "{'value': 1}"));
        // the cell's output was cleared
        tap.awaitIdle(tap.move(area, "{'_view_count': 0}"));
        tap.awaitIdle(tap.move(slider, "{'value': 2}"));
        tap.awaitIdle(tap.move(slider, "{'value': 3}"));
        assertEquals("[0.0, 1.0]", value("runs"));
        tap.awaitIdle(tap.move(area, "{'_view_count': 1}"));
        assertEquals("[0.0, 1.0, 3.0]", value("runs"));
        assertEquals("[0.0, 1.0, 3.0]", value("seen.close(); knob.value(4); runs"));
        show("seen");
        assertEquals("[0.0, 1.0, 3.0, 4.0]", value("runs"));
    }

    @Test
    void outputAreasTakeWhatIsPrintedAndShown() throws Exception {
        String id = show("var area = outputArea(); area.capture(() -> { System.out.println(\"p\"); display(4); }).add(\"q\"); area");
        assertEquals(3, tap.opened(id).path("outputs").size());
        tap.forget();
        TestKernel.run(kernel, "area.show(\"only\");");
        JsonNode outputs = tap.awaitMethod(id, "update").content().path("data").path("state").path("outputs");
        assertEquals(1, outputs.size());
        assertEquals("only", outputs.path(0).path("data").path("text/plain").asText());
    }

    @Test
    void whereOutputIsOnlyRecordedWidgetsAreTextAndPictures() throws Exception {
        try (KernelClient recorder = TestKernel.start(Map.of("LARMOR_WIDGETS", "off"))) {
            Ran ran = TestKernel.run(recorder, "interact(slider(\"a\", 0, 2), a -> new java.awt.image.BufferedImage(2, 3, 1))");
            assertEquals(List.of(), ran.of("comm_open"));
            JsonNode result = ran.of("execute_result").get(0);
            assertFalse(result.path("data").has(VIEW));
            assertTrue(result.path("data").has("image/png"));
            assertEquals(3, result.path("metadata").path("image/png").path("height").asInt());
            assertTrue(result.path("data").path("text/plain").asText().startsWith("a: 0.0  (0.0 .. 2.0)\n"));
        }
    }
}
