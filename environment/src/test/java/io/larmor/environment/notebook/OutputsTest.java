package io.larmor.environment.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OutputsTest {

    private final Outputs outputs = new Outputs();
    private Notebook notebook;
    private Cell first;
    private Cell second;

    @BeforeEach
    void twoCells() throws IOException {
        notebook = Notebook.parse("""
                {"nbformat":4,"nbformat_minor":5,"metadata":{},"cells":[
                {"id":"a","cell_type":"code","metadata":{},"source":"1","execution_count":7,
                 "outputs":[{"output_type":"stream","name":"stdout","text":"old"}]},
                {"id":"b","cell_type":"code","metadata":{},"source":"2","execution_count":null,"outputs":[]}]}""", "x.ipynb");
        first = notebook.cells().get(0);
        second = notebook.cells().get(1);
        outputs.begin(first);
    }

    private void message(String type, String content) throws IOException {
        outputs.message(type, Json.parse(content));
    }

    private static String text(JsonNode output) {
        return Json.joined(output.path("text"));
    }

    @Test
    void neighboringTextsOfOneStreamBecomeOneOutput() throws IOException {
        message("stream", "{\"name\":\"stdout\",\"text\":\"a\\n\"}");
        message("stream", "{\"name\":\"stdout\",\"text\":\"b\"}");
        message("stream", "{\"name\":\"stderr\",\"text\":\"oops\"}");
        message("stream", "{\"name\":\"stdout\",\"text\":\"c\"}");
        outputs.end(1);
        assertEquals(3, first.outputs().size());
        assertEquals("a\nb", text(first.outputs().get(0)));
        assertEquals("[\"a\\n\",\"b\"]", first.outputs().get(0).path("text").toString());
        assertEquals(1, first.json().path("execution_count").asInt());
        NotebookTest.assertValid(notebook.text());
    }

    @Test
    void aLineThatIsRewrittenKeepsItsLastState() throws IOException {
        message("stream", "{\"name\":\"stderr\",\"text\":\"10 %\\r\"}");
        message("stream", "{\"name\":\"stderr\",\"text\":\"100 %\\rdone \\nnext\\b!\"}");
        outputs.end(1);
        assertEquals("done \nnex!", text(first.outputs().get(0)));
    }

    @Test
    void anUpdateReachesItsDisplayAlsoInAnEarlierCell() throws IOException {
        message("display_data", "{\"data\":{\"text/plain\":\"10 %\"},\"metadata\":{},\"transient\":{\"display_id\":\"p\"}}");
        message("stream", "{\"name\":\"stdout\",\"text\":\"between\"}");
        message("update_display_data", "{\"data\":{\"text/plain\":\"50 %\"},\"metadata\":{},\"transient\":{\"display_id\":\"p\"}}");
        outputs.end(1);
        outputs.begin(second);
        message("update_display_data", "{\"data\":{\"text/plain\":\"done\"},\"metadata\":{},\"transient\":{\"display_id\":\"p\"}}");
        outputs.end(2);
        assertEquals(2, first.outputs().size());
        assertEquals("[\"done\"]", first.outputs().get(0).path("data").path("text/plain").toString());
        assertTrue(second.outputs().isEmpty());
        NotebookTest.assertValid(notebook.text());
    }

    @Test
    void clearingMayWaitForTheNextOutput() throws IOException {
        message("stream", "{\"name\":\"stdout\",\"text\":\"a\"}");
        message("clear_output", "{\"wait\":true}");
        assertEquals(1, first.outputs().size());
        message("stream", "{\"name\":\"stdout\",\"text\":\"b\"}");
        assertEquals("b", text(first.outputs().get(0)));
        message("clear_output", "{\"wait\":false}");
        assertTrue(first.outputs().isEmpty());
    }

    @Test
    void picturesStayOneStringAndTreesStayTrees() throws IOException {
        message("execute_result", "{\"execution_count\":3,\"data\":{\"image/png\":\"aGk=\",\"text/html\":\"<b>\\nx</b>\","
                + "\"application/x+json\":{\"rows\":[1]}},\"metadata\":{\"image/png\":{\"width\":3}}}");
        message("error", "{\"ename\":\"E\",\"evalue\":\"v\",\"traceback\":[\"t\"]}");
        outputs.end(3);
        JsonNode data = first.outputs().get(0).path("data");
        assertEquals("\"aGk=\"", data.path("image/png").toString());
        assertEquals("[\"<b>\\n\",\"x</b>\"]", data.path("text/html").toString());
        assertEquals("{\"rows\":[1]}", data.path("application/x+json").toString());
        assertEquals(3, first.outputs().get(0).path("metadata").path("image/png").path("width").asInt());
        NotebookTest.assertValid(notebook.text());
    }
}
