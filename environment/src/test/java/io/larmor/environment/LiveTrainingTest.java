package io.larmor.environment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.ScriptShell;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A training in a notebook shows its loss while it goes on, in one place. */
class LiveTrainingTest {

    @Test
    void theLossIsDrawnInPlaceOfItself() {
        var shown = new Shown();
        try (var shell = ScriptShell.open(shown)) {
            // as many epochs as take some seconds: a machine that is twice as fast still shows some of them
            assertTrue(shell.eval("var trained = network(2).layer(rfMtjs(40)).layer(rfMtjs(2)).batch(50).epochs(3000)"
                    + ".fit(xorPowers())"), String.join("\n", shown.errors));
        }
        var first = shown.curves.stream().filter(c -> !c.update()).toList();
        assertEquals(1, first.size(), "one display");
        assertTrue(shown.curves.size() >= 2, shown.curves.size() + " forms");
        shown.curves.forEach(c -> assertEquals(first.get(0).id(), c.id()));
        assertTrue(shown.curves.get(shown.curves.size() - 1).text().contains("epoch 3000"), "the last form is the end");
    }

    private record Curve(String id, boolean update, String text) {
    }

    private static final class Shown implements ScriptShell.Output {

        private final List<Curve> curves = new ArrayList<>();
        private final List<String> errors = new ArrayList<>();

        @Override
        public void stream(String name, String text) {
        }

        @Override
        public void display(MimeBundle bundle, String displayIdOrNull, boolean update) {
            String text = String.valueOf(bundle.data().get("text/plain"));
            if (text.contains("of the training set right")) {
                curves.add(new Curve(displayIdOrNull, update, text));
            }
        }

        @Override
        public void result(MimeBundle bundle, int count) {
        }

        @Override
        public void error(String name, String value, List<String> traceback) {
            errors.add(name + ": " + value);
        }

        @Override
        public void clear(boolean wait) {
        }

        @Override
        public String input(String prompt, boolean password) {
            return "";
        }
    }
}
