package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.Philox;
import io.larmor.core.Seed;
import io.larmor.core.Trace;
import io.larmor.encoding.Steps;
import io.larmor.physics.Telegraph;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SuperparamagneticMtjTest extends DeviceContract {

    private static final long SEED = 31;

    @Override
    Device device() {
        return SuperparamagneticMtj.standard();
    }

    @Override
    double slot() {
        return 1e-6;
    }

    @Test
    void ratesOccupancyAndCyclesAgree() {
        for (double tilt : new double[] {-0.5, -0.1, 0, 0.2, 0.7}) {
            double up = Telegraph.rateUp(1e9, 8, tilt);
            double down = Telegraph.rateDown(1e9, 8, tilt);
            assertEquals(up / (up + down), Telegraph.occupancy(8, tilt), 1e-12);
            double cycles = 1 / (1 / up + 1 / down);
            assertEquals(cycles, Telegraph.cycleRate(1e9, 8, tilt), 1e-12 * cycles);
        }
        assertEquals(1e9 * Math.exp(-6) / 2, SuperparamagneticMtj.standard().rates(new double[] {0}).ys()[0], 1);
    }

    @ParameterizedTest
    @ValueSource(doubles = {-4e-6, 0, 3e-6})
    void simulatedOccupancyAndFlipsFollowTheClosedForms(double current) {
        var junction = SuperparamagneticMtj.standard();
        // Read much more often than it flips, so that nearly no flip is missed.
        var states = Trace.run(junction, new Steps(new double[] {current}, new double[] {4e-3}), 10e-9).values("state");
        int flips = 0;
        for (int i = 1; i < states.length; i++) {
            flips += states[i] != states[i - 1] ? 1 : 0;
        }
        double expected = junction.occupancy(new double[] {current}).ys()[0];
        double cycles = junction.rates(new double[] {current}).ys()[0] * 4e-3;
        double error = Math.sqrt(2 * expected * (1 - expected) / cycles);
        assertEquals(expected, Arrays.stream(states).average().orElseThrow(), 4 * error, "session seed " + Seed.sessionNumber());
        assertEquals(1, flips / (2 * cycles), 4 / Math.sqrt(2 * cycles) + 0.03, "session seed " + Seed.sessionNumber());
    }

    @Test
    void staysAreExponential() {
        var random = new Philox(SEED);
        int n = 20_000;
        double sum = 0;
        double squares = 0;
        int longer = 0;
        for (int i = 0; i < n; i++) {
            double wait = Telegraph.wait(2e6, random);
            sum += wait;
            squares += wait * wait;
            longer += wait > 1e-6 ? 1 : 0;
        }
        assertEquals(0.5e-6, sum / n, 4 * 0.5e-6 / Math.sqrt(n), "seed " + SEED);
        assertEquals(1, squares / n / (2 * 0.25e-12), 0.1, "seed " + SEED);
        assertEquals(Math.exp(-2), (double) longer / n, 0.01, "seed " + SEED);
    }

    @Test
    void splittingATimeChangesNothingButTheNumbers() {
        var random = new Philox(SEED);
        int n = 20_000;
        int once = 0;
        int thrice = 0;
        for (int i = 0; i < n; i++) {
            once += Telegraph.advance(false, 1e6, 3e6, 3e-7, random) ? 1 : 0;
            boolean state = false;
            for (int k = 0; k < 3; k++) {
                state = Telegraph.advance(state, 1e6, 3e6, 1e-7, random);
            }
            thrice += state ? 1 : 0;
        }
        double exact = 0.25 * (1 - Math.exp(-4e6 * 3e-7));
        double error = 4 * Math.sqrt(exact * (1 - exact) / n);
        assertEquals(exact, (double) once / n, error, "seed " + SEED);
        assertEquals(exact, (double) thrice / n, error, "seed " + SEED);
    }

    @Test
    void beyondTheCriticalCurrentThereIsNoTelegraph() {
        var error = assertThrows(IllegalArgumentException.class, () -> SuperparamagneticMtj.standard().current(21e-6));
        assertTrue(error.getMessage().startsWith("superparamagneticMtj.current = 21 µA is outside -20 µA .. 20 µA."), error.getMessage());
    }
}
