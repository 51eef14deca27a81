package io.larmor.task;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SequenceTaskTest {

    private static final int GROUPS = 6;

    /** Thirty sequences of two classes in six groups. */
    private static SequenceTask small() {
        return SequenceTask.of("small", "generated", List.of("a", "b"), IntStream.range(0, 30)
                .mapToObj(i -> new LabelledSequence(new double[][] {{i}}, i % 2, i % GROUPS, "s" + i)).toList());
    }

    static Stream<SequenceTask> splitTasks() {
        return Stream.of(small(), small().folds(2), small().folds(3), small().trainOn(1), small().trainOn(5),
                SineSquare.task(160), SineSquare.task(7));
    }

    @ParameterizedTest
    @MethodSource("splitTasks")
    void noSequenceTrainsAndTests(SequenceTask task) {
        for (var split : task.splits()) {
            assertEquals(task.sequences().size(), split.train().length + split.test().length);
            int[] both = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.test())).sorted().toArray();
            assertEquals(both.length, Arrays.stream(both).distinct().count());
        }
    }

    @Test
    void noGroupIsSplitAndEachIsTestedOnce() {
        int[] tested = new int[GROUPS];
        for (var split : small().folds(3).splits()) {
            var training = Arrays.stream(split.train()).map(i -> i % GROUPS).boxed().distinct().toList();
            Arrays.stream(split.test()).map(i -> i % GROUPS).distinct().forEach(group -> {
                assertTrue(!training.contains(group));
                tested[group]++;
            });
        }
        assertTrue(Arrays.stream(tested).allMatch(count -> count == 1), Arrays.toString(tested));
    }

    @Test
    void everyGroupTrainsEquallyOften() {
        int[] trained = new int[GROUPS];
        for (var split : small().trainOn(2).splits()) {
            Arrays.stream(split.train()).map(i -> i % GROUPS).distinct().forEach(group -> trained[group]++);
        }
        assertTrue(Arrays.stream(trained).allMatch(count -> count == 2), Arrays.toString(trained));
    }

    @Test
    void badTasksAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> small().folds(7));
        assertThrows(IllegalArgumentException.class, () -> small().trainOn(6));
        var odd = List.of(new LabelledSequence(new double[][] {{1}}, 0, 0, "x"),
                new LabelledSequence(new double[][] {{1, 2}}, 0, 1, "y"));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> SequenceTask.of("odd", "", List.of("a"), odd))
                .getMessage().contains("sequence y has 2 channels"));
    }
}
