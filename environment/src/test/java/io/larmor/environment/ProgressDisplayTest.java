package io.larmor.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Progress;
import org.junit.jupiter.api.Test;

class ProgressDisplayTest {

    @Test
    void theBarSaysHowFarInTextAndInHtmlThatFrontEndsLeaveAlone() {
        try (var progress = Progress.of("folds <10>", 1200)) {
            progress.step(300);
            var bar = ProgressDisplay.bar(progress);
            String text = (String) bar.data().get("text/plain");
            assertTrue(text.startsWith("folds <10> [######------------------] 25 %, 300 of 1\u202F200"), text);
            String html = (String) bar.data().get("text/html");
            assertTrue(html.contains("folds &lt;10&gt;") && html.contains("value=\"25.0\""), html);
            assertFalse(html.contains("<script") || html.contains("<style") || html.contains("<svg"), html);
        }
    }

    @Test
    void theSummaryTellsAnEndFromAStop() {
        try (var progress = Progress.of("folds", 10)) {
            progress.step(4);
            String cut = (String) ProgressDisplay.summary(progress).data().get("text/plain");
            assertTrue(cut.startsWith("folds: stopped after 4 of 10 in "), cut);
            progress.step(6);
            String whole = (String) ProgressDisplay.summary(progress).data().get("text/plain");
            assertTrue(whole.startsWith("folds: 10 done in "), whole);
        }
    }

    @Test
    void timesReadLikeTimes() {
        assertEquals("0.4 s", Terminal.duration(0.44));
        assertEquals("10 s", Terminal.duration(9.96));
        assertEquals("3 min 05 s", Terminal.duration(185.2));
        assertEquals("2 h 10 min", Terminal.duration(7805));
        assertEquals("abc…", Terminal.fit("abcdef", 4));
    }
}
