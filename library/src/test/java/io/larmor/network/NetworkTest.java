package io.larmor.network;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.StoppedException;
import io.larmor.learn.Adam;
import io.larmor.learn.Loss;
import io.larmor.learn.Schedule;
import io.larmor.learn.Sgd;
import io.larmor.task.VectorTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NetworkTest {

    private static Network small() {
        return Network.of(24).layer(RfMtjs.of(10)).layer(RfMtjs.of(4)).optimizer(Adam.of(2e-5)).batch(32).epochs(12);
    }

    @Test
    void junctionsLearnAndTheirControlsAreBesideThem() {
        var task = Toys.bumps(24, 4, 360);
        var scores = small().epochs(60).scoreWithControls(task);
        assertEquals(List.of("spintronic 24-10-4", Network.SOFTWARE, Network.RIDGE, Network.NEAREST), scores.names());
        for (var score : scores.scores()) {
            assertTrue(score.accuracy() > 0.9, scores.toString());
            assertEquals(60, score.tested());
        }
        var chance = small().epochs(60).score(task.shuffledLabels(io.larmor.core.Seed.root(3)));
        assertTrue(chance.accuracy() < 0.5, chance.summary());
    }

    static Stream<Network> imageNetworks() {
        return Stream.of(
                Network.of(8, 8).layer(RfConvolution.of(4, 3)).layer(new Pool(2, true)).layer(RfMtjs.of(2)).optimizer(Adam.of(2e-5)),
                Network.of(8, 8).layer(Convolution.of(4, 3)).layer(new Pool(2, false)).layer(new Dense(2)).optimizer(Adam.of(1e-2)),
                Network.of(8, 8).layer(Convolution.of(4, 3)).layer(new Dense(1)).optimizer(new Sgd(0.02, 0.9)));
    }

    @ParameterizedTest
    @MethodSource("imageNetworks")
    void convolutionsLearnImages(Network network) {
        var fitted = network.batch(20).epochs(40).fit(Toys.bars(200));
        double accuracy = fitted.score(Toys.bars(200)).accuracy();
        assertTrue(accuracy > 0.9, network + ": " + accuracy + ", seed 6");
    }

    @Test
    void aStrideLeavesOutPlacesAndChangesNothingElse() {
        assertEquals("7x8-3x3x2-10", Network.of(7, 8).layer(Convolution.of(2, 3).stride(2)).layer(new Dense(10)).name());
        var all = Network.of(5, 7).layer(Convolution.of(1, 3)).plan();
        var some = Network.of(5, 7).layer(Convolution.of(1, 3).stride(2)).plan();
        double[] parameters = IntStream.range(0, 10).mapToDouble(i -> 0.1 * i - 0.3).toArray();
        double[] image = IntStream.range(0, 35).mapToDouble(i -> Math.sin(i * i)).toArray();
        double[] each = all.reference(parameters, image, 1);
        double[] second = some.reference(parameters, image, 1);
        assertEquals(15, each.length);
        assertArrayEquals(new double[] {each[0], each[2], each[4], each[10], each[12], each[14]}, second);
        var refused = assertThrows(IllegalArgumentException.class, () -> Convolution.of(1, 3).stride(0));
        assertTrue(refused.getMessage().contains("convolution.stride"), refused.getMessage());
    }

    @Test
    void pixelsGetTheirTonesAlongACurveInTheBand() {
        var layer = RfMtjs.of(3).band(50e6, 80e6).alongPixels(4, 4);
        var grid = layer.made().resonances();
        assertEquals(50e6, grid.get(0));
        assertEquals(80e6, grid.get(15));
        assertEquals(grid, layer.made().tones().stream().sorted().toList());
        // the upper left corner, its right neighbor, and the one below that are the first three places
        assertEquals(List.of(50e6, 52e6), layer.made().tones().subList(0, 2));
        assertEquals(54e6, layer.made().tones().get(5));
        assertEquals(48, layer.synapses(new int[] {4, 4}));
        var wrong = Network.of(5, 5).layer(layer);
        assertTrue(assertThrows(IllegalArgumentException.class, wrong::plan).getMessage().contains("16 tones are given and 25 powers"));
    }

    @Test
    void poolingAgreesWithItsPlainFormWhereSquaresDoNotFillTheImage() {
        for (boolean largest : new boolean[] {true, false}) {
            var stage = new io.larmor.network.engine.PoolStage(5, 7, 3, 2, largest);
            float[] in = new float[2 * stage.inputs()];
            float[] slopes = new float[2 * stage.outputs()];
            for (int i = 0; i < in.length; i++) {
                in[i] = (i * 37 % 101) / 8f;
            }
            for (int i = 0; i < slopes.length; i++) {
                slopes[i] = (i * 13 % 17) - 8;
            }
            float[] out = new float[slopes.length];
            float[] back = new float[in.length];
            var pass = stage.start(2);
            pass.forward(in, 2, out, 0);
            pass.backward(in, slopes, 2, back, null, 0);
            double[] values = doubles(in);
            assertArrayEquals(stage.reference(null, 0, values, 2), doubles(out), 1e-6);
            assertArrayEquals(stage.referenceGradient(null, 0, values, doubles(slopes), 2, null), doubles(back), 1e-6);
        }
    }

    private static double[] doubles(float[] values) {
        double[] wide = new double[values.length];
        Arrays.setAll(wide, i -> values[i]);
        return wide;
    }

    @Test
    void theNumberOfThreadsHasNoSay() {
        // wide enough to be spread over threads
        var network = Network.of(300).layer(RfMtjs.of(40)).layer(RfMtjs.of(3)).batch(256).epochs(2);
        var task = Toys.bumps(300, 3, 450);
        int before = Parallel.threads();
        try {
            Parallel.threadsWhateverTheCores(1);
            float[] one = network.fit(task).parameters();
            Parallel.threadsWhateverTheCores(3);
            float[] three = network.fit(task).parameters();
            assertArrayEquals(one, three);
            assertFalse(Arrays.equals(one, network.repeats(2).fitAll(task).get(1).parameters()), "repeats are the same network");
        } finally {
            Parallel.threadsWhateverTheCores(before);
        }
    }

    @Test
    void aCheckpointGoesOnToTheSameBits(@TempDir Path folder) throws IOException {
        var task = Toys.bumps(24, 4, 120);
        var checkpoint = Checkpoint.of(folder.resolve("net.bin")).every(3);
        float[] through = small().fit(task).parameters();
        small().epochs(6).fit(task, checkpoint);
        var fitted = small().fit(task, checkpoint);
        assertArrayEquals(through, fitted.parameters());
        assertEquals(12, fitted.curve().epochs().size());
        // the optimizer's memory is part of it: without, the bits differ
        assertArrayEquals(through, small().fit(task, checkpoint).parameters());
        byte[] whole = Files.readAllBytes(checkpoint.path());
        assertEquals(1, folder.toFile().list().length, "what was written beside is left");
        Files.write(checkpoint.path(), Arrays.copyOf(whole, whole.length - 5));
        assertMessage("cut off or damaged", () -> small().fit(task, checkpoint));
        Files.writeString(checkpoint.path(), "these are surely not the bytes of a network");
        assertMessage("not the checkpoint of a network", () -> small().fit(task, checkpoint));
        Files.write(checkpoint.path(), whole);
        assertMessage("another training. It has \"network [24]", () -> Network.of(24).layer(RfMtjs.of(11)).layer(RfMtjs.of(4))
                .batch(32).fit(task, checkpoint));
        assertMessage("\"task bumps", () -> small().fit(Toys.bumps(24, 4, 126), checkpoint));
    }

    @Test
    void anInterruptedTrainingLeavesItsCheckpoint(@TempDir Path folder) throws Exception {
        var task = Toys.bumps(24, 4, 120);
        var checkpoint = Checkpoint.of(folder.resolve("net.bin"));
        Throwable[] end = new Throwable[1];
        var thread = new Thread(() -> {
            try {
                small().epochs(1_000_000).fit(task, checkpoint);
            } catch (RuntimeException e) {
                end[0] = e;
            }
        });
        thread.start();
        while (!Files.exists(checkpoint.path())) {
            Thread.sleep(5);
        }
        thread.interrupt();
        thread.join();
        assertTrue(end[0] instanceof StoppedException, String.valueOf(end[0]));
        // more epochs than it can have done by now are needed for a comparison
        var resumed = small().epochs(1).fit(task, checkpoint);
        int done = resumed.curve().epochs().size();
        assertArrayEquals(small().epochs(done).fit(task).parameters(), resumed.parameters());
    }

    @Test
    void earlyStoppingKeepsTheBestNetwork() {
        var task = Toys.bumps(24, 4, 240);
        var fitted = small().optimizer(Adam.of(2e-4)).epochs(200).earlyStopping(5).fit(task);
        double[] losses = fitted.curve().values(TrainingCurve.Epoch::validationLoss);
        int best = 0;
        for (int i = 1; i < losses.length; i++) {
            best = losses[i] < losses[best] ? i : best;
        }
        assertEquals(best + 1 + 5, losses.length, "it stops five epochs after the best");
        assertTrue(losses.length < 200);
        assertArrayEquals(small().optimizer(Adam.of(2e-4)).epochs(best + 1).fit(task).parameters(), fitted.parameters());
    }

    @Test
    void inputsAreTakenInTheirPower() {
        var task = Toys.bumps(24, 4, 120);
        var full = small().epochs(3).fit(task);
        float[] quarter = task.values().clone();
        for (int i = 0; i < quarter.length; i++) {
            quarter[i] *= 0.25f;
        }
        var weak = new VectorTask(task.name(), "", task.classes(), task.shape(), quarter, task.labels(), task.train(),
                task.validation(), task.test());
        assertArrayEquals(full.parameters(), small().epochs(3).inputPower(4e-6).fit(weak).parameters());
        assertArrayEquals(full.outputs(task.sample(7)), small().epochs(3).inputPower(4e-6).fit(weak).outputs(weak.sample(7)));
        assertMessage("Did you mean inputPower(uW(1))?", () -> small().inputPower(1));
    }

    @Test
    void schedulesAreWhatTheySay() {
        assertEquals(1, new Schedule.Halving(10).factor(9, 100));
        assertEquals(0.25, new Schedule.Halving(10).factor(20, 100));
        assertEquals(1, new Schedule.Cosine().factor(0, 50));
        assertEquals(0.5, new Schedule.Cosine().factor(25, 50), 1e-15);
        assertEquals(0.7, new Schedule.Constant().factor(3, 9) * 0.7);
        var task = Toys.bumps(24, 4, 120);
        assertFalse(Arrays.equals(small().fit(task).parameters(), small().schedule(new Schedule.Cosine()).fit(task).parameters()));
    }

    @Test
    void optimizersFollowTheirEquations() {
        float[] parameter = {1};
        var steps = new Adam(0.1, 0.9, 0.999, 1e-8).start(1);
        steps.step(parameter, new float[] {4}, 0.1);
        assertEquals(0.9, parameter[0], 1e-6, "the first step is one rate, whatever the gradient");
        steps.step(parameter, new float[] {-2}, 0.1);
        // m = 0.9 0.4 - 0.1 2 = 0.16, over 1 - 0.81; v = 0.999 0.016 + 0.001 4 = 0.019984, over 1 - 0.998001
        assertEquals(0.9 - 0.1 * (0.16 / 0.19) / Math.sqrt(0.019984 / 0.001999), parameter[0], 1e-6);
        float[] other = {1};
        var moves = new Sgd(0.5, 0.5).start(1);
        moves.step(other, new float[] {1}, 0.5);
        moves.step(other, new float[] {1}, 0.5);
        assertEquals(1 - 0.5 - 0.75, other[0], 1e-6);
    }

    @Test
    void badInputIsRefusedWithTheReason() {
        var task = Toys.bumps(24, 4, 120);
        assertMessage("Did you mean network(24)?", () -> Network.of(25).layer(RfMtjs.of(4)).batch(10).fit(task));
        assertMessage("4 classes", () -> Network.of(24).layer(RfMtjs.of(3)).batch(10).fit(task));
        assertMessage("Did you mean batch(80)?", () -> small().batch(81).fit(task));
        assertMessage("network.epochs = 0", () -> small().epochs(0));
        assertMessage("adam.rate = NaN is not a number", () -> Adam.of(Double.NaN));
        assertMessage("sgd.rate = -0.1", () -> new Sgd(-0.1, 0));
        assertMessage("has no layers", () -> Network.of(24).fit(task));
        assertMessage("2 tones are given and 24 powers", () -> Network.of(24).layer(RfMtjs.of(4).tones(30e6, 40e6)).plan());
        assertMessage("Did you mean MHz(60)?", () -> RfMtjs.of(4).tones(60));
        assertMessage("outside the band", () -> RfMtjs.of(4).resonances(130e6));
        assertMessage("no validation set", () -> Network.of(8, 8).layer(new Dense(2)).earlyStopping(3).batch(10).fit(Toys.bars(40)));
        assertMessage("24 values in a row come in", () -> Network.of(24).layer(new Pool(2, true)));
        float[] negative = task.values().clone();
        negative[30] = -3;
        var decibels = new VectorTask("dB", "", task.classes(), task.shape(), negative, task.labels(), task.train(),
                task.validation(), task.test());
        assertMessage("sample 1: tone 6 has the power -3.0", () -> small().fit(decibels));
        var fitted = small().epochs(1).fit(task);
        assertMessage("takes 24 values", () -> fitted.predict(1, 2));
        float[] hole = task.sample(0);
        hole[3] = Float.NaN;
        assertMessage("tone 3 has the power NaN", () -> fitted.predict(hole));
        var exploded = assertThrows(TrainingFailedException.class,
                () -> Network.of(24).layer(new Dense(30)).layer(new Dense(4)).optimizer(new Sgd(1e6, 0)).loss(Loss.MEAN_SQUARE).batch(20).fit(task));
        assertTrue(exploded.getMessage().contains("in epoch "), exploded.getMessage());
    }

    private static void assertMessage(String part, org.junit.jupiter.api.function.Executable call) {
        var error = assertThrows(IllegalArgumentException.class, call);
        assertTrue(error.getMessage().contains(part), error.getMessage());
    }
}
