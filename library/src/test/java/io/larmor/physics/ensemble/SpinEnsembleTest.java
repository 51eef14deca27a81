package io.larmor.physics.ensemble;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Parallel;
import io.larmor.core.Seed;
import io.larmor.core.StoppedException;
import io.larmor.physics.Constants;
import io.larmor.physics.spin.Direction;
import io.larmor.physics.spin.SpinParameters;
import io.larmor.physics.spin.SpinSteps;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("kernels")
class SpinEnsembleTest {

    private static final Seed SEED = Seed.root(5);
    private static final int CORES = Parallel.threads();
    private static final Direction TILTED = Direction.of(1, 2, 2);

    @AfterEach
    void allCoresAgain() {
        Parallel.threadsWhateverTheCores(CORES);
    }

    /** Field, tilted anisotropy, demagnetization and both torques. */
    private static SpinParameters general(double alpha, double thermal) {
        double u = 0.3, v = -0.5, w = Math.sqrt(1 - u * u - v * v), k = 0.25;
        return new SpinParameters(alpha, 0.1, -0.05, 0.2, k * u * u - 0.05, k * v * v - 0.1, k * w * w - 0.6, k * u * v, k * u * w, k * v * w,
                0.01, 0.02, -0.03, thermal);
    }

    private static SpinParameters upright(double alpha, double thermal) {
        return new SpinParameters(alpha, 0.1, -0.05, 0.2, -0.05, -0.1, 0.3, 0, 0, 0, 0.01, 0.02, -0.03, thermal);
    }

    private static SpinParameters field(double bz, double alpha, double thermal) {
        return new SpinParameters(alpha, 0, 0, bz, 0, 0, 0, 0, 0, 0, 0, 0, 0, thermal);
    }

    @Test
    void followsTheReferenceStepByStep() {
        var parameters = general(0.05, 0);
        var spins = SpinEnsemble.of(5, parameters, SEED).align(TILTED);
        var reference = SpinSteps.of(parameters);
        double[] m = {TILTED.x(), TILTED.y(), TILTED.z()};
        double worst = 0;
        for (int i = 0; i < 5000; i++) {
            reference.rk4(m, 0, 5e-14);
            spins.rk4(5e-14, 1);
            worst = Math.max(worst, Math.abs(m[0] - spins.mx()[3]) + Math.abs(m[1] - spins.my()[3]) + Math.abs(m[2] - spins.mz()[3]));
        }
        // Both are of fourth order, but extend the law differently to the stages, whose length is not 1.
        assertEquals(0, worst, 1e-9);
    }

    /** To rounding without a torque; with one the two forms of the law are the same on the unit sphere only, which a predictor leaves. */
    @ParameterizedTest
    @CsvSource({"0, 1e-11", "1, 1e-5"})
    void heatIsThatOfTheReference(double torque, double tolerance) {
        double dt = 1e-13;
        var p = upright(0.02, 0.06 * Math.sqrt(dt));
        var parameters = new SpinParameters(p.alpha(), p.bx(), p.by(), p.bz(), p.axx(), p.ayy(), p.azz(), p.axy(), p.axz(), p.ayz(),
                torque * p.cx(), torque * p.cy(), torque * p.cz(), p.thermal());
        var spins = SpinEnsemble.of(3, parameters, SEED).align(TILTED);
        var reference = SpinSteps.of(parameters);
        double[] m = {TILTED.x(), TILTED.y(), TILTED.z()};
        var noise = new NormalBuffer(1);
        noise.name(0, new long[] {2}, 1);
        var normals = new ScalarNormals();
        for (int i = 0; i < 3000; i++) {
            double[] kick = new double[3];
            for (int direction = 0; direction < 3; direction++) {
                // A spin's numbers follow one another, three a step, whatever place of four they are from.
                int number = 3 * i + direction;
                noise.place(0, 1, number / 4);
                normals.fill(noise, SEED.key(), 1);
                kick[direction] = noise.numbers[noise.begin(number % 4, 1)];
            }
            reference.heun(m, 0, dt, kick);
        }
        spins.heun(dt, 3000);
        assertArrayEquals(m, new double[] {spins.mx()[2], spins.my()[2], spins.mz()[2]}, tolerance);
    }

    @Test
    void halvingTheStepShowsTheFourthOrder() {
        double[] exact = endOf(general(0.05, 0), 1.25e-14, 16_000);
        double coarse = distance(exact, endOf(general(0.05, 0), 4e-13, 500));
        double fine = distance(exact, endOf(general(0.05, 0), 2e-13, 1000));
        assertEquals(16, coarse / fine, 4);
    }

    private static double[] endOf(SpinParameters parameters, double dt, int steps) {
        var spins = SpinEnsemble.of(1, parameters, SEED).align(TILTED);
        spins.rk4(dt, steps);
        return new double[] {spins.mx()[0], spins.my()[0], spins.mz()[0]};
    }

    private static double distance(double[] a, double[] b) {
        return Math.sqrt(IntStream.range(0, 3).mapToDouble(i -> (a[i] - b[i]) * (a[i] - b[i])).sum());
    }

    @Test
    void precessesAtTheLarmorFrequency() {
        var spins = SpinEnsemble.of(1, field(0.1, 0, 0), SEED).align(Direction.X);
        double period = 2 * Math.PI / (Constants.GAMMA * 0.1);
        spins.rk4(period / 1000, 1250);
        assertEquals(1, spins.my()[0], 1e-9, "a quarter of a turn past the first");
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 17, 100, SpinBlock.SIZE})
    void everyKernelGivesTheSameBits(int count) {
        var kernels = new ArrayList<SpinKernel>(List.of(new FissionKernel()));
        if (Kernels.vector() != null) {
            kernels.add(Kernels.vector());
        }
        for (SpinKernel kernel : kernels) {
            for (boolean heat : new boolean[] {false, true}) {
                SpinBlock expected = block(count);
                SpinBlock found = block(count);
                if (heat) {
                    Kernels.SCALAR.heun(expected, 200, 7, 1L << 33);
                    kernel.heun(found, 200, 7, 1L << 33);
                } else {
                    Kernels.SCALAR.rk4(expected, 200);
                    kernel.rk4(found, 200);
                }
                String which = kernel.name() + (heat ? ", heat, seed 3" : "");
                for (int run = SpinBlock.X; run <= SpinBlock.Z; run += SpinBlock.SIZE) {
                    assertArrayEquals(Arrays.copyOfRange(expected.data, run, run + count), Arrays.copyOfRange(found.data, run, run + count), which);
                }
            }
        }
    }

    private static SpinBlock block(int count) {
        var random = new SplittableRandom(3);
        var block = new SpinBlock();
        block.count = count;
        Rates.of(count, i -> upright(0.1 * random.nextDouble(), 1e-8 * random.nextDouble()), null).load(block, 0, 1e-12);
        for (int i = 0; i < count; i++) {
            var m = Direction.of(random.nextDouble() - 0.5, random.nextDouble() - 0.5, random.nextDouble() - 0.5);
            block.data[SpinBlock.X + i] = m.x();
            block.data[SpinBlock.Y + i] = m.y();
            block.data[SpinBlock.Z + i] = m.z();
            block.names[i] = random.nextLong();
        }
        return block;
    }

    @Test
    void threadsHaveNoSay() {
        double[][] runs = new double[3][];
        int[] threads = {1, 2, 7};
        for (int k = 0; k < threads.length; k++) {
            Parallel.threadsWhateverTheCores(threads[k]);
            var spins = SpinEnsemble.of(333, i -> general(0.01 + 1e-4 * i, 1e-8), null, SEED).align(TILTED);
            spins.heun(1e-13, 2000);
            spins.heun(1e-13, 2000);
            runs[k] = spins.mx().clone();
        }
        assertArrayEquals(runs[0], runs[1]);
        assertArrayEquals(runs[0], runs[2]);
    }

    @Test
    void lengthsStayOne() throws InterruptedException {
        Kernels.settled();
        var spins = SpinEnsemble.of(200, general(0.01, 1e-8), SEED).align(TILTED);
        spins.heun(1e-13, 5000);
        for (int i = 0; i < spins.spins(); i++) {
            double length = Math.sqrt(spins.mx()[i] * spins.mx()[i] + spins.my()[i] * spins.my()[i] + spins.mz()[i] * spins.mz()[i]);
            assertEquals(1, length, 1e-12);
        }
    }

    /** The series that keeps lengths without heat is exact up to the largest turn that is let through. */
    @Test
    void lengthsStayOneAtTheLargestTurn() {
        var random = new SplittableRandom(2);
        for (int trial = 0; trial < 200; trial++) {
            var p = new SpinParameters(random.nextDouble(), part(random), part(random), part(random), part(random), part(random), part(random),
                    part(random), part(random), part(random), part(random), part(random), part(random), 0);
            double dt = 0.3 / (Constants.GAMMA * Rates.of(1, i -> p, null).largestField(0)) * (1 - 1e-9);
            var spins = SpinEnsemble.of(1, p, SEED).align(TILTED);
            for (int i = 0; i < 20; i++) {
                spins.rk4(dt, 1);
                assertEquals(1, square(spins), 1e-14, "trial " + trial);
            }
        }
    }

    private static double part(SplittableRandom random) {
        return 2 * random.nextDouble() - 1;
    }

    private static double square(SpinEnsemble spins) {
        return spins.mx()[0] * spins.mx()[0] + spins.my()[0] * spins.my()[0] + spins.mz()[0] * spins.mz()[0];
    }

    @Test
    void aLengthThatSomebodySetIsBroughtToOne() {
        var set = SpinEnsemble.of(1, upright(0.02, 0), SEED).align(TILTED);
        var plain = SpinEnsemble.of(1, upright(0.02, 0), SEED).align(TILTED);
        set.mx()[0] *= 5;
        set.my()[0] *= 5;
        set.mz()[0] *= 5;
        set.rk4(1e-13, 100);
        plain.rk4(1e-13, 100);
        assertEquals(plain.mx()[0], set.mx()[0], 1e-13);
        assertEquals(1, square(set), 1e-14);
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 3})
    void heatGivesLangevinsMagnetization(double x) throws InterruptedException {
        Kernels.settled();
        double b = 0.2, alpha = 0.5, dt = 1e-13;
        // x = M_s V B / kT, and the thermal strength is sqrt(2 α kT / (γ M_s V)).
        var parameters = field(b, alpha, Math.sqrt(2 * alpha * b / (x * Constants.GAMMA)));
        var spins = SpinEnsemble.of(4000, parameters, SEED).align(Direction.X);
        spins.heun(dt, 2500);
        double mean = 0;
        int looks = 10;
        for (int i = 0; i < looks; i++) {
            spins.heun(dt, 250);
            mean += spins.mean()[2] / looks;
        }
        double langevin = 1 / Math.tanh(x) - 1 / x;
        assertEquals(langevin, mean, 0.012, "seed " + SEED + ", " + spins.kernel());
    }

    @Test
    void followingIsHoldingOneDriveAfterTheOther() {
        var drive = SpinDrive.torque(Direction.Z, 0.02, 0.005);
        var random = new SplittableRandom(9);
        double[][] values = new double[20][9];
        Arrays.stream(values).forEach(row -> Arrays.setAll(row, i -> 2 * random.nextDouble() - 1));
        var once = SpinEnsemble.of(9, general(0.02, 0), drive, SEED).align(TILTED);
        double[][] read = once.follow(values, 1e-12, 50, Direction.Y);
        var stepwise = SpinEnsemble.of(9, general(0.02, 0), drive, SEED).align(TILTED);
        var driven = new SpinParameters[9];
        for (int slot = 0; slot < values.length; slot++) {
            stepwise.rk4(1e-12, 50, values[slot]);
            assertArrayEquals(stepwise.my(), read[slot], 1e-12, "slot " + slot);
        }
        // And a drive is what its parameters say.
        var p = general(0.02, 0);
        for (int i = 0; i < driven.length; i++) {
            double u = values[0][i];
            driven[i] = new SpinParameters(p.alpha(), p.bx(), p.by(), p.bz() - 0.005 * u, p.axx(), p.ayy(), p.azz(), p.axy(), p.axz(), p.ayz(),
                    p.cx(), p.cy(), p.cz() + 0.02 * u, 0);
        }
        var plain = SpinEnsemble.of(9, i -> driven[i], null, SEED).align(TILTED);
        plain.rk4(1e-12, 50);
        assertArrayEquals(plain.my(), read[0], 1e-12);
    }

    @Test
    void aCopyDoesNotSeeWhatRunsBesideIt() {
        var seeds = IntStream.range(0, 40).mapToObj(i -> SEED.child("copy").child(i)).toList();
        var all = SpinEnsemble.of(seeds, i -> upright(0.02, 1e-8), null).align(TILTED);
        var one = SpinEnsemble.of(seeds.subList(31, 32), i -> upright(0.02, 1e-8), null).align(TILTED);
        all.heun(1e-13, 500);
        one.heun(1e-13, 500);
        assertEquals(all.mx()[31], one.mx()[0], 0);
        assertTrue(all.mx()[30] != all.mx()[31]);
    }

    @Test
    void interruptingLeavesTheSpinsAsTheyWere() {
        var spins = SpinEnsemble.of(300, general(0.02, 0), SEED).align(TILTED);
        spins.rk4(1e-13, 10);
        double[] before = spins.mx().clone();
        Thread.currentThread().interrupt();
        assertThrows(StoppedException.class, () -> spins.rk4(1e-13, 1_000_000_000_000L));
        assertArrayEquals(before, spins.mx());
        assertEquals(10, spins.steps());
    }

    @Test
    void refusesWhatWouldBeWrong() {
        refuses("spin 0 has a parameter that is not a finite number", () -> SpinEnsemble.of(10, field(Double.NaN, 0.01, 0), SEED));
        // The thermal field of an empty volume is infinite.
        refuses("volume", () -> SpinEnsemble.of(10, field(0.1, 0.01, Math.sqrt(1.0 / 0.0)), SEED));
        refuses("too few", () -> SpinEnsemble.of(0, field(0.1, 0.01, 0), SEED));
        refuses("-Xmx", () -> SpinEnsemble.of(Integer.MAX_VALUE, i -> field(0.1, 0.01, 0), null, SEED));
        refuses("too long for a field of 10 T", () -> SpinEnsemble.of(10, field(10, 0.01, 0), SEED).rk4(1e-12, 1));
        refuses("a thermal field of 3 T: its kicks would turn a spin by some 0.5283 rad in one step. Use at most 35.84 fs, or a larger volume",
                () -> SpinEnsemble.of(10, field(0.1, 0.01, 3e-6), SEED).heun(1e-12, 1));
        refuses("heun", () -> SpinEnsemble.of(10, field(0.1, 0.01, 1e-8), SEED).rk4(1e-12, 1));
        refuses("SpinDrive", () -> SpinEnsemble.of(2, field(0.1, 0.01, 0), SEED).rk4(1e-12, 1, new double[] {1, 1}));
        refuses("3 values for 2 spins", () -> SpinEnsemble.of(2, field(0.1, 0.01, 0), SpinDrive.field(Direction.Z, 1), SEED)
                .rk4(1e-12, 1, new double[3]));
        refuses("not a finite number", () -> SpinEnsemble.of(2, field(0.1, 0.01, 0), SpinDrive.field(Direction.Z, 1), SEED)
                .rk4(1e-12, 1, new double[] {0, Double.NaN}));
    }

    private static void refuses(String reason, Runnable work) {
        var error = assertThrows(IllegalArgumentException.class, work::run);
        assertTrue(error.getMessage().contains(reason), error.getMessage());
    }

    @Test
    void aProvenKernelIsTheFastOne() throws InterruptedException {
        var kernel = Kernels.settled();
        boolean module = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
        assertEquals(module && Kernels.vector() != null ? Kernels.vector().name() : "small loops", kernel.name());
        var spins = SpinEnsemble.of(64, general(0.02, 0), SEED);
        spins.rk4(1e-13, 2000);
        assertEquals(kernel.name(), spins.kernel());
        spins = SpinEnsemble.of(1, general(0.02, 0), SEED);
        spins.rk4(1e-13, 2000);
        assertEquals("scalar", spins.kernel(), "one spin would fill one lane");
    }

    @Test
    void moreThreadsThanCoresAreRefused() {
        int cores = Runtime.getRuntime().availableProcessors();
        for (int count : new int[] {0, cores + 1}) {
            var error = assertThrows(IllegalArgumentException.class, () -> Parallel.threads(count));
            assertTrue(error.getMessage().contains("Use threads(" + cores + ")"), error.getMessage());
        }
        assertEquals(CORES, Parallel.threads(), "the setting stays as it was");
    }
}
