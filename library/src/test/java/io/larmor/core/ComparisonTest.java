package io.larmor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.larmor.core.Comparison.Verdict;
import io.larmor.units.Unit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ComparisonTest {

    private static final double NONE = Double.NaN;

    private static Comparison with(double accuracy, double dwell) {
        return Comparison.paperVsHere("Torrejon et al., Nature 547, 428 (2017)")
                .row("accuracy", Unit.PERCENT, 99.6, accuracy, 0.3, 98.5, 100, "ten folds")
                .row("dwell time", Unit.SECOND, NONE, dwell, NONE, 80e-9, 90e-9, "")
                .row("gain <over> raw input", Unit.NONE, 12, 11, NONE, 5, Double.POSITIVE_INFINITY, "at least");
    }

    @Test
    void theBandDecidesItsEndsIncluded() {
        assertEquals(List.of(Verdict.AGREES, Verdict.AGREES, Verdict.AGREES), verdicts(with(98.5, 90e-9)));
        assertEquals(List.of(Verdict.DIFFERS, Verdict.NO_VALUE, Verdict.AGREES), verdicts(with(98.49, NONE)));
        assertEquals("3 of 3 rows agree", with(99, 85e-9).summary());
        assertEquals("1 of 3 rows agree", with(90, NONE).summary());
    }

    private static List<Verdict> verdicts(Comparison comparison) {
        return comparison.rows().stream().map(Comparison.Row::verdict).toList();
    }

    @Test
    void rowsReturnLongerCopies() {
        Comparison empty = Comparison.paperVsHere("paper");
        empty.row("a", Unit.NONE, 1, 1, NONE, 0, 2, "");
        assertEquals(0, empty.rows().size());
        assertEquals("no rows", empty.summary());
    }

    @Test
    void textStartsWithTheAnswerAndWordsTheVerdict() {
        String text = with(90, 85e-9).toString();
        assertEquals("2 of 3 rows agree: Torrejon et al., Nature 547, 428 (2017)", text.lines().findFirst().orElseThrow());
        assertTrue(text.contains("99.6 %") && text.contains("90.00 ± 0.30 %") && text.contains("−9.6 %"), text);
        assertTrue(text.contains("80 ns .. 90 ns") && text.contains("from 5"), text);
        assertTrue(text.contains("differs") && text.contains("agrees"), text);
    }

    @Test
    void htmlColorsAndWordsTheVerdict() {
        String html = (String) with(90, 85e-9).mimeBundle().get("text/html");
        assertTrue(html.startsWith("<p") && html.contains("2 of 3 rows agree"));
        assertTrue(html.contains("color:#c4330b;\">differs</td>") && html.contains("color:#1a7f37;\">agrees</td>"));
        assertTrue(html.contains("gain &lt;over&gt; raw input"));
    }

    @Test
    void jsonSurvivesAWriteAndARead() throws Exception {
        Comparison comparison = with(99, NONE);
        var mapper = new ObjectMapper();
        String json = mapper.writeValueAsString(comparison.mimeBundle().get(Comparison.JSON));
        Map<?, ?> tree = mapper.readValue(json, Map.class);
        Map<?, ?> accuracy = (Map<?, ?>) ((List<?>) tree.get("rows")).get(0);
        assertEquals(99.6, accuracy.get("paper"));
        assertEquals("agrees", accuracy.get("verdict"));
        assertNull(((Map<?, ?>) ((List<?>) tree.get("rows")).get(1)).get("here"));
        @SuppressWarnings("unchecked")
        Comparison read = Comparison.ofTree((Map<String, Object>) tree);
        assertEquals(verdicts(comparison), verdicts(read));
        assertEquals(comparison.toTree(), read.toTree());
    }

    @Test
    void worseVerdictsAreNamed() {
        Comparison good = with(99, 85e-9);
        assertEquals(List.of(), good.verdictsWorseThan(with(90, NONE)));
        assertEquals(List.of("accuracy", "dwell time"), with(90, NONE).verdictsWorseThan(good));
        assertEquals(List.of("accuracy", "dwell time", "gain <over> raw input"), Comparison.paperVsHere("p").verdictsWorseThan(good));
        assertEquals(List.of(), good.verdictsWorseThan(Comparison.paperVsHere("p")));
    }

    @Test
    void requireAgreementNamesTheRows() {
        Comparison good = with(99, 85e-9);
        assertSame(good, good.requireAgreement());
        String message = assertThrows(IllegalStateException.class, () -> with(90, NONE).requireAgreement()).getMessage();
        assertTrue(message.contains("accuracy: 90 %, accepted 98.5 % .. 100 %") && message.contains("dwell time: no value"), message);
    }

    @Test
    void aRowNeedsABandAndAName() {
        Comparison empty = Comparison.paperVsHere("paper");
        assertThrows(IllegalArgumentException.class, () -> empty.row("a", Unit.NONE, 1, 1, NONE, 2, 1, ""));
        assertThrows(IllegalArgumentException.class, () -> empty.row("a", Unit.NONE, 1, 1, NONE, NONE, 1, ""));
        assertThrows(IllegalArgumentException.class, () -> empty.row("a", Unit.NONE, 1, 1, NONE, 0, 1, "").row("a", Unit.NONE, 1, 1, NONE, 0, 1, ""));
    }

    @Test
    void tableHasARowAQuantity() {
        assertEquals(3, with(99, 85e-9).toTable().rowCount());
        assertEquals(List.of("quantity", "paper", "here", "difference", "accepted", "verdict", "note"), with(99, 85e-9).toTable().columnNames());
    }
}
