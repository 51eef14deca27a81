package io.larmor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ProgressTest {

    private final List<String> seen = new CopyOnWriteArrayList<>();

    @AfterEach
    void forget() {
        Progress.listener(null);
    }

    @Test
    void shortWorkIsSilentAndLongWorkIsShownOnce() throws InterruptedException {
        listen();
        try (var progress = Progress.of("short", 3)) {
            progress.step(3);
        }
        assertEquals(List.of(), seen);
        try (var progress = Progress.of("long", 4)) {
            Thread.sleep(600);
            progress.step();
            try (var inner = Progress.of("inner", 1)) {
                inner.step();
            }
        }
        assertEquals(List.of("moved long 1 of 4", "ended long"), seen);
    }

    @Test
    void knowsHowFarItIs() {
        try (var progress = Progress.of("half", 2)) {
            assertTrue(Double.isNaN(progress.remaining()));
            progress.step();
            assertEquals(0.5, progress.fraction());
            assertTrue(progress.isCut());
            progress.step();
            assertEquals(1, progress.fraction());
            assertFalse(progress.isCut());
        }
    }

    @Test
    void anInterruptEndsTheWorkAndOnlyIt() {
        Thread.currentThread().interrupt();
        assertThrows(StoppedException.class, () -> {
            try (var progress = Progress.of("work", 10)) {
                progress.step();
            }
        });
        assertFalse(Thread.interrupted(), "the interrupt is used up");
        try (var progress = Progress.of("later", 1)) {
            progress.step();
        }
    }

    @Test
    void anInterruptReachesEveryWorker() throws InterruptedException {
        var started = new CountDownLatch(1);
        var ended = new AtomicInteger();
        var caught = new CopyOnWriteArrayList<Throwable>();
        var thread = new Thread(() -> {
            try {
                Parallel.forEach("endless", 4, i -> {
                    started.countDown();
                    try {
                        while (true) {
                            Progress.checkpoint();
                            Thread.onSpinWait();
                        }
                    } finally {
                        ended.incrementAndGet();
                    }
                });
            } catch (StoppedException e) {
                caught.add(e);
            }
        });
        thread.start();
        started.await();
        thread.interrupt();
        thread.join(10_000);
        assertFalse(thread.isAlive());
        assertEquals(1, caught.size());
        assertTrue(ended.get() >= 1);
    }

    @Test
    void resultsKeepTheirOrderAndFailuresComeOut() {
        assertEquals(List.of(0, 1, 4, 9, 16), Parallel.map("squares", 5, i -> i * i));
        var failure = assertThrows(IllegalStateException.class, () -> Parallel.forEach("failing", 50, i -> {
            if (i == 7) {
                throw new IllegalStateException("seven");
            }
        }));
        assertEquals("seven", failure.getMessage());
    }

    private void listen() {
        Progress.listener(new Progress.Listener() {
            @Override
            public void moved(Progress progress) {
                seen.add("moved " + progress.title() + " " + progress.done() + " of " + progress.total());
            }

            @Override
            public void ended(Progress progress) {
                seen.add("ended " + progress.title());
            }
        });
    }
}
