package io.larmor.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Device;
import io.larmor.core.Seed;
import org.junit.jupiter.api.Test;

class VoltageNeuronTest extends DeviceContract {

    private static final VoltageNeuron NEURON = VoltageNeuron.standard();

    @Override
    Device device() {
        return NEURON;
    }

    @Override
    double slot() {
        return 1e-9;
    }

    @Test
    void theSigmoidHasItsHalfAndItsWidth() {
        assertEquals(0.5, NEURON.probability(0.25), 1e-12);
        assertEquals(1 / (1 + Math.exp(-1)), NEURON.probability(0.275), 1e-12);
        // Ten times as long a pulse has ten times the odds.
        double p = NEURON.pulse(10e-9).probability(0.25);
        assertEquals(10, p / (1 - p), 1e-9);
    }

    @Test
    void sizesShiftAndSharpenIt() {
        var thick = NEURON.sized(0.1, 0);
        assertEquals(0.275, thick.threshold(), 1e-12);
        assertEquals(0.025, thick.spread(), 1e-12);
        var wide = NEURON.sized(0, 0.1);
        assertEquals(0.25, wide.threshold(), 1e-12);
        assertEquals(0.025 / 1.21, wide.spread(), 1e-12);
    }

    @Test
    void countedPulsesFollowTheLaw() {
        double[] voltages = {0.2, 0.24, 0.25, 0.3};
        var measured = NEURON.measured(voltages, 20_000);
        for (int i = 0; i < voltages.length; i++) {
            assertEquals(NEURON.probability(voltages[i]), measured.ys()[i], 4.5 * measured.spreads()[i], "session seed " + Seed.sessionNumber());
        }
    }

    @Test
    void voltsAreNotMillivolts() {
        var error = assertThrows(IllegalArgumentException.class, () -> NEURON.voltage(250));
        assertTrue(error.getMessage().contains("Did you mean voltage(mV(250))?"), error.getMessage());
    }
}
