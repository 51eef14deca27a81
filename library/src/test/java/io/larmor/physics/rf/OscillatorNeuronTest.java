package io.larmor.physics.rf;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.device.Stno;
import org.junit.jupiter.api.Test;

class OscillatorNeuronTest {

    private static final OscillatorNeuron NEURON = OscillatorNeuron.standard();

    @Test
    void nothingBelowTheThresholdAndAMicrowattAtTheClamp() {
        var plain = new OscillatorNeuron(0, 1);
        assertEquals(0, plain.power(0.01));
        assertEquals(0, plain.power(-3));
        assertTrue(plain.power(0.0101) > 0);
        assertEquals(1, plain.power(0.04), 1e-12);
        assertEquals(1, plain.power(7), 1e-12);
        assertEquals(0, plain.slope(0.0099));
        assertEquals(0, plain.slope(0.0401));
    }

    @Test
    void slopeIsThatOfDifferences() {
        for (double volts = -0.008; volts < 0.0005; volts += 0.0007) {
            double h = 1e-8;
            double current = NEURON.current(volts);
            assertTrue(current > OscillatorNeuron.THRESHOLD && current < OscillatorNeuron.CLAMP, "at " + volts);
            double differences = (NEURON.power(volts + h) - NEURON.power(volts - h)) / (2 * h);
            assertEquals(differences, NEURON.slope(volts), 1e-7 * Math.abs(differences), "at " + volts);
        }
    }

    @Test
    void arraysHoldTheSameLaw() {
        int n = 1001;
        float[] volts = new float[n + 1];
        for (int i = 0; i < n; i++) {
            volts[i] = -0.012f + i * 0.02f / n;
        }
        float[] power = new float[n + 1];
        float[] slope = new float[n + 1];
        power[n] = 5;
        NEURON.power(volts, power, n);
        NEURON.slope(volts, slope, n);
        assertEquals(5, power[n]);
        double steepest = 0;
        for (int i = 0; i < n; i++) {
            steepest = Math.max(steepest, NEURON.slope(volts[i]));
        }
        for (int i = 0; i < n; i++) {
            assertEquals(NEURON.power(volts[i]), power[i], 2e-6, "at " + volts[i]);
            double free = (volts[i] + NEURON.offset()) * 1e3 * NEURON.gain();
            if (Math.min(Math.abs(free - OscillatorNeuron.THRESHOLD), Math.abs(free - OscillatorNeuron.CLAMP)) > 1e-4) {
                assertEquals(NEURON.slope(volts[i]), slope[i], 2e-6 * steepest, "at " + volts[i]);
            }
        }
    }

    /** The stationary power of the oscillator that stno() simulates, at the same ratio of currents, times I² R. */
    @Test
    void theNeuronIsTheOscillatorOfSlavinAndTiberkevich() {
        for (double current = 10; current <= 40; current += 1.5) {
            var oscillator = Stno.standard().threshold(10e-6).current(current * 1e-6);
            double expected = 1.25e-3 * oscillator.stationaryPower() * current * current;
            assertEquals(expected, OscillatorNeuron.emitted(current), 1e-12, "at " + current + " µA");
        }
        assertEquals(Stno.standard().nonlinearity(), OscillatorNeuron.NONLINEARITY);
    }
}
