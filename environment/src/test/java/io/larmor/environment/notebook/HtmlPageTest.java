package io.larmor.environment.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

    private static final Pattern FETCHED = Pattern.compile("(?:src|srcset)=\"(?!data:)[^\"]*\"|<(?:link|script|iframe)|@import|url\\(");

    @TempDir
    Path folder;

    private String page(String... cells) throws IOException {
        return HtmlPage.of(Notebook.parse("{\"nbformat\":4,\"nbformat_minor\":5,\"metadata\":{},\"cells\":["
                + String.join(",", cells) + "]}", "x.ipynb"), folder);
    }

    private static String markdown(String text) {
        return Json.object().put("cell_type", "markdown").put("id", "m" + text.hashCode()).put("source", text).toString();
    }

    private static String code(String source, String outputs) {
        return "{\"cell_type\":\"code\",\"id\":\"c" + source.hashCode() + "\",\"metadata\":{},\"execution_count\":4,\"source\":"
                + Json.object().put("s", source).get("s") + ",\"outputs\":[" + outputs + "]}";
    }

    @Test
    void everythingThatTheNotebookShowsIsOnThePage() throws IOException {
        Files.write(folder.resolve("rings.png"), new byte[] {1, 2, 3});
        String page = page(
                markdown("# Rings & fields\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![rings](rings.png) ![far](http://far.example/x.png)"
                        + " [paper](https://doi.org/10.1000/1)"),
                code("int a = 1 < 2 ? 3 : 4; // why", """
                        {"output_type":"stream","name":"stdout","text":["one <\\n","two"]},
                        {"output_type":"stream","name":"stderr","text":"careful"},
                        {"output_type":"execute_result","execution_count":4,"metadata":{},"data":{"text/plain":"plain","text/html":"<table><tr><td>cell</td></tr></table>"}},
                        {"output_type":"display_data","metadata":{"image/png":{"width":320}},"data":{"image/png":"aGk=\\n","text/plain":"Plot"}},
                        {"output_type":"display_data","metadata":{},"data":{"image/svg+xml":["<svg>","</svg>"]}},
                        {"output_type":"error","ename":"E","evalue":"bad","traceback":["\\u001b[31mred <E>\\u001b[0m","second"]}"""));
        for (String part : new String[] {"<title>Rings &amp; fields</title>", "<td>2</td>", "data:image/png;base64,AQID",
            "far", "href=\"https://doi.org/10.1000/1\"", "<span class=\"k\">int</span>", "&lt; <span class=\"n\">2</span>",
            "<span class=\"c\">// why</span>", "one &lt;\ntwo", "careful", "<td>cell</td>", "width=\"320\"",
            "data:image/png;base64,aGk=\"", "data:image/svg+xml;base64,PHN2Zz48L3N2Zz4=",
            "<span class=\"a31\">red &lt;E&gt;</span>\nsecond", ">4</span>", "prefers-color-scheme:dark"}) {
            assertTrue(page.contains(part), part + " is missing in\n" + page);
        }
        assertFalse(page.contains("plain<") || page.contains(">Plot<"), "only the richest form is shown");
        Matcher fetched = FETCHED.matcher(page);
        assertFalse(fetched.find(), () -> "the page fetches " + fetched.group());
    }

    @Test
    void formulasAreDrawnWithoutScripts() throws IOException {
        String page = page(markdown("The field $\\mu_0 H_k^2 = \\frac{2K}{M_s}$ costs $5 and $6.\n\n$$\\sum_{i=1}^N \\mathbf{m}_i"
                + " \\times \\hat{x} < \\unknown$$\n\n`$a_b$` stays"));
        assertTrue(page.contains("<math display=\"inline\"><mrow><mrow><msub><mi>μ</mi><mn>0</mn></msub><msubsup><mi>H</mi>"
                + "<mi>k</mi><mn>2</mn></msubsup><mo>=</mo><mfrac><mrow><mn>2</mn><mi>K</mi></mrow><msub><mi>M</mi><mi>s</mi>"
                + "</msub></mfrac></mrow></mrow></math>"), page);
        assertTrue(page.contains("costs $5 and $6."));
        assertTrue(page.contains("<munderover><mo>∑</mo>") && page.contains("<mo>&lt;</mo>") && page.contains("\\unknown"));
        assertTrue(page.contains("<code>$a_b$</code>"));
    }

    @Test
    void formulasThatAreBrokenStillGiveAPage() throws IOException {
        for (String tex : new String[] {"x_", "{", "}", "\\frac{1}", "\\", "^2", "a}b{c", "\\text{never", "\\left(", "x__2"}) {
            assertEquals(1, page(markdown("$$" + tex + "$$")).split("</math>").length - 1, tex);
        }
    }
}
