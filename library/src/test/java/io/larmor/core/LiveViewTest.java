package io.larmor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LiveViewTest {

    private record Shown(LiveView view, String text) {
    }

    private final List<Shown> shown = new ArrayList<>();

    @AfterEach
    void nobody() {
        LiveView.listener(null);
    }

    private void listen() {
        LiveView.listener((view, forms) -> shown.add(new Shown(view, (String) forms.get("text/plain"))));
    }

    @Test
    void whatIsOverAtOnceIsNotShown() {
        listen();
        var made = new AtomicInteger();
        try (var view = LiveView.open()) {
            for (int i = 0; i < 1000; i++) {
                view.show(() -> {
                    made.incrementAndGet();
                    return Map.of("text/plain", "");
                });
            }
        }
        assertEquals(0, made.get(), "forms are made for nobody");
        assertEquals(List.of(), shown);
    }

    @Test
    void whatTakesLongerIsShownSeldomAndAtItsEnd() {
        listen();
        int last = 0;
        LiveView one;
        try (var view = LiveView.open()) {
            one = view;
            long end = System.nanoTime() + 1_200_000_000L;
            while (System.nanoTime() < end || shown.isEmpty()) {
                int now = ++last;
                view.show(() -> Map.of("text/plain", Integer.toString(now)));
            }
        }
        assertEquals(Integer.toString(last), shown.get(shown.size() - 1).text());
        assertTrue(shown.size() >= 2 && shown.size() < last / 10, shown.size() + " of " + last);
        shown.forEach(s -> assertSame(one, s.view()));
    }
}
