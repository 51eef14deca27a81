package io.larmor.kernel;

import static io.larmor.kernel.TestKernel.run;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.larmor.kernel.TestKernel.Ran;
import java.io.ByteArrayInputStream;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Values in rich forms. */
class DisplayTest {

    @Test
    void aValueWithABundleRendersItself() throws Exception {
        JsonNode result = run("""
                interface Shown { default Map<String, Object> mimeBundle() {
                    return Map.of("text/html", "<i>m</i>", "application/json", Map.of("k", List.of(1, 2)),
                        "image/png", new byte[] {1, 2, 3}); }
                    default Map<String, Object> mimeMetadata() { return Map.of("image/png", Map.of("width", 7)); } }
                class Hidden implements Shown { public String toString() { return "plain"; } }
                new Hidden()
                """).of("execute_result").get(0);
        assertEquals("<i>m</i>", result.path("data").path("text/html").asText());
        assertEquals(2, result.path("data").path("application/json").path("k").path(1).asInt());
        assertEquals("AQID", result.path("data").path("image/png").asText());
        assertEquals(7, result.path("metadata").path("image/png").path("width").asInt());
        assertEquals("plain", result.path("data").path("text/plain").asText());
    }

    @Test
    void anImageIsAPictureOfItsSize() throws Exception {
        JsonNode result = run("new java.awt.image.BufferedImage(6, 4, 2)").of("execute_result").get(0);
        byte[] png = Base64.getDecoder().decode(result.path("data").path("image/png").asText());
        assertEquals(6, ImageIO.read(new ByteArrayInputStream(png)).getWidth());
        assertEquals(4, result.path("metadata").path("image/png").path("height").asInt());
        assertNotNull(result.path("data").get("text/plain"));
    }

    @Test
    void whatIsShownCanBeReplacedAndCleared() throws Exception {
        Ran ran = run("var shownId = display(\"first\"); updateDisplay(shownId, \"second\"); display(3, \"mine\");"
                + "updateDisplay(\"mine\", 4); clearOutput(true);");
        JsonNode first = ran.of("display_data").get(0);
        JsonNode second = ran.of("update_display_data").get(0);
        assertEquals(first.path("transient").path("display_id").asText(),
                second.path("transient").path("display_id").asText());
        assertEquals("second", second.path("data").path("text/plain").asText());
        assertEquals("mine", ran.of("update_display_data").get(1).path("transient").path("display_id").asText());
        assertTrue(ran.of("clear_output").get(0).path("wait").asBoolean());
    }

    @Test
    void aStringCanBeAnyForm() throws Exception {
        JsonNode data = run("display(\"<b>hi</b>\", \"text/html\");").of("display_data").get(0).path("data");
        assertEquals("<b>hi</b>", data.path("text/html").asText());
        assertNotNull(data.get("text/plain"));
    }

    @Test
    void aFailingFormIsNamedAndThePrintedOrderKept() throws Exception {
        Ran ran = run("System.out.println(\"a\"); display(new Object() { public String toString() { throw new "
                + "IllegalStateException(\"broken\"); } }); System.out.println(\"b\");");
        assertTrue(ran.of("display_data").get(0).path("data").path("text/plain").asText().contains("broken"));
        assertEquals(java.util.List.of("stream", "display_data", "stream"), ran.messages().stream()
                .map(TestKernel.Published::type).filter(t -> t.startsWith("st") && !t.equals("status") || t.startsWith("d"))
                .toList());
    }

    @Test
    void longContainersAreCutAndSayso() throws Exception {
        String text = run("new double[100000]").result();
        assertTrue(text.length() < 2000 && text.contains("100000 in all"), text);
        assertTrue(run("record Sample(String name, double[] x) {} new Sample(\"s\", new double[] {1, 2})").result()
                .equals("Sample[name=s, x=[1.0, 2.0]]"));
        assertTrue(run("Stream.iterate(1, i -> i + 1).limit(5000).collect(Collectors.toList())").result()
                .endsWith("(5000 in all)]"));
    }
}
