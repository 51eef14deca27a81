package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.Seed;
import java.util.List;
import org.junit.jupiter.api.Test;

class DwNeuronTest extends DeviceContract {

    private static final DwNeuron NEURON = DwNeuron.standard();

    @Override
    Device device() {
        return NEURON.noise(0.2);
    }

    @Override
    double slot() {
        return 5e-9;
    }

    @Test
    void spikesComeAtTheRateOfTheClosedForm() {
        double[] currents = {1.5e10, 2.05e10, 3e10, 8e10, 3e11};
        double time = 20e-6;
        double[] counted = NEURON.counted(currents, time).ys();
        for (int i = 0; i < currents.length; i++) {
            double above = currents[i] - 1e10;
            double closed = above > 1e10 ? 1 / (2e-9 + 20e-9 * Math.log(above / (above - 1e10))) : 0;
            assertEquals(closed, NEURON.rate(currents[i]), 1e-9 * closed);
            assertEquals(closed, counted[i], 1.01 / time);
        }
        assertEquals(0, NEURON.rate(1.99e10), "below the threshold it never gets there");
    }

    @Test
    void withoutSpikesTheWallGoesWhereTheLeakLetsIt() {
        var motion = NEURON.start(List.of(Seed.root(1)));
        double[] place = new double[1];
        motion.advance(new double[] {1.5e10}, 20e-9);
        motion.read(DwNeuron.POSITION, place);
        assertEquals(100e-9 * (1 - Math.exp(-1)), place[0], 1e-15);
        motion.advance(new double[] {0.9e10}, 40e-9);
        motion.read(DwNeuron.POSITION, place);
        assertEquals(100e-9 * (1 - Math.exp(-1)) * Math.exp(-2), place[0], 1e-15, "below pinning it only creeps back");
    }

    @Test
    void cuttingATimeIntoSlotsChangesNoSpike() {
        var once = NEURON.start(List.of(Seed.root(1)));
        var often = NEURON.start(List.of(Seed.root(1)));
        double[] spikes = new double[1];
        once.advance(new double[] {5e10}, 1e-6);
        once.read(DwNeuron.SPIKES, spikes);
        double sum = 0;
        for (int i = 0; i < 1000; i++) {
            often.advance(new double[] {5e10}, 1e-9);
            double[] few = new double[1];
            often.read(DwNeuron.SPIKES, few);
            sum += few[0];
        }
        assertEquals(spikes[0], sum, 1);
        assertTrue(sum > 100);
    }

    @Test
    void shakingMakesItFireBelowThreshold() {
        double[] below = {1.8e10};
        assertEquals(0, NEURON.counted(below, 10e-6).ys()[0]);
        assertTrue(NEURON.noise(0.3).counted(below, 10e-6).ys()[0] > 1e6);
        // a shaking too small to matter leaves the rate as it is
        double quiet = NEURON.noise(1e-4).counted(new double[] {4e10}, 20e-6).ys()[0];
        assertEquals(NEURON.rate(4e10), quiet, 0.01 * quiet);
    }

    @Test
    void whatIsOutOfRangeIsRefused() {
        var error = assertThrows(IllegalArgumentException.class, () -> NEURON.leak(20));
        assertTrue(error.getMessage().contains("Did you mean leak(ns(20))?"), error.getMessage());
    }
}
