package io.larmor.physics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.core.Philox;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlavinTiberkevichTest {

    private static final double DAMPING = 2 * Math.PI * 0.9e6;
    private static final double Q = 2;

    @ParameterizedTest
    @ValueSource(doubles = {1.1, 4.0 / 3, 2, 8.0 / 3, 5})
    void settlesAtTheStationaryPower(double zeta) {
        double expected = (zeta - 1) / (zeta + Q);
        assertEquals(expected, SlavinTiberkevich.settle(0.01, zeta, DAMPING, Q, 100e-6), 1e-9);
        assertEquals(expected, SlavinTiberkevich.euler(0.01, zeta, DAMPING, Q, 1e-9, 100_000), 0.02 * expected);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.3, 0.9, 1, 1.5, 3})
    void closedSolutionIsTheLimitOfSmallSteps(double zeta) {
        double time = 200e-9;
        double exact = SlavinTiberkevich.settle(0.1, zeta, DAMPING, Q, time);
        double coarse = Math.abs(SlavinTiberkevich.euler(0.1, zeta, DAMPING, Q, time / 1000, 1000) - exact);
        double fine = Math.abs(SlavinTiberkevich.euler(0.1, zeta, DAMPING, Q, time / 2000, 2000) - exact);
        assertEquals(2, coarse / fine, 0.05, "Euler's method is of first order");
    }

    @Test
    void closedSolutionIsSmoothAcrossTheThreshold() {
        double below = SlavinTiberkevich.settle(0.1, 1 - 1e-9, DAMPING, Q, 1e-7);
        double at = SlavinTiberkevich.settle(0.1, 1, DAMPING, Q, 1e-7);
        double above = SlavinTiberkevich.settle(0.1, 1 + 1e-9, DAMPING, Q, 1e-7);
        assertTrue(below < at && at < above, below + " " + at + " " + above);
        assertEquals(0.1 / (1 + 0.1 * 2 * DAMPING * (1 + Q) * 1e-7), at, 1e-15);
    }

    @Test
    void oneLongSlotIsManyShortOnes() {
        double once = SlavinTiberkevich.settle(0.02, 1.7, DAMPING, Q, 1e-7);
        double many = 0.02;
        for (int i = 0; i < 50; i++) {
            many = SlavinTiberkevich.settle(many, 1.7, DAMPING, Q, 2e-9);
        }
        assertEquals(once, many, 1e-14);
    }

    @Test
    void smallDeviationsDecayWithTheRelaxationTime() {
        double zeta = 2;
        double stationary = SlavinTiberkevich.stationaryPower(zeta, Q);
        double time = SlavinTiberkevich.relaxationTime(DAMPING, zeta);
        double left = SlavinTiberkevich.settle(stationary + 1e-6, zeta, DAMPING, Q, time) - stationary;
        assertEquals(1e-6 / Math.E, left, 1e-10);
    }

    @Test
    void theThresholdIsAtOne() {
        assertTrue(SlavinTiberkevich.settle(1e-6, 1.01, DAMPING, Q, 1) > 3e-3);
        assertTrue(SlavinTiberkevich.settle(0.5, 0.99, DAMPING, Q, 1) < 1e-9);
    }

    @Test
    void lanesAreIndependentAndEqualTheScalarForm() {
        int lanes = 19;
        double[] p = new double[lanes];
        double[] zeta = new double[lanes];
        for (int i = 0; i < lanes; i++) {
            p[i] = 0.01 + 0.02 * i;
            zeta[i] = 0.5 + 0.15 * i;
        }
        double[] fast = p.clone();
        SlavinTiberkevich.euler(fast, zeta, DAMPING, Q, 1e-9, 100);
        double[] settled = p.clone();
        SlavinTiberkevich.settle(settled, zeta, DAMPING, Q, 1e-7);
        for (int i = 0; i < lanes; i++) {
            assertEquals(SlavinTiberkevich.euler(p[i], zeta[i], DAMPING, Q, 1e-9, 100), fast[i], 1e-15);
            assertEquals(SlavinTiberkevich.settle(p[i], zeta[i], DAMPING, Q, 1e-7), settled[i], 0);
        }
    }

    @Test
    void heatGivesTheThermalPowerBelowThreshold() {
        double thermal = 1e-4;
        double zeta = 2.0 / 3;
        var noise = new Philox(11);
        double p = thermal;
        double sum = 0;
        int samples = 4000;
        for (int i = 0; i < samples; i++) {
            p = SlavinTiberkevich.eulerMaruyama(p, zeta, DAMPING, Q, thermal, 1e-9, 200, noise);
            sum += p;
        }
        double expected = SlavinTiberkevich.thermalPower(zeta, thermal);
        assertEquals(expected, sum / samples, 0.3 * expected, "seed 11; reflection biases the mean upward");
    }

    @Test
    void powerFluctuatesAboveThresholdAsLinearTheorySays() {
        // Around p*, deviations obey an Ornstein-Uhlenbeck process: variance = 4 G p_th p* / (2 * 2 G (zeta - 1)).
        double thermal = 1e-5;
        double zeta = 2;
        double stationary = SlavinTiberkevich.stationaryPower(zeta, Q);
        var noise = new Philox(12);
        double p = stationary;
        double[] powers = new double[4000];
        for (int i = 0; i < powers.length; i++) {
            p = SlavinTiberkevich.eulerMaruyama(p, zeta, DAMPING, Q, thermal, 1e-9, 300, noise);
            powers[i] = p;
        }
        double mean = Arrays.stream(powers).average().orElseThrow();
        double variance = Arrays.stream(powers).map(x -> (x - mean) * (x - mean)).average().orElseThrow();
        assertEquals(stationary, mean, 0.01 * stationary, "seed 12");
        assertEquals(thermal * stationary / (zeta - 1), variance, 0.12 * thermal * stationary, "seed 12");
    }
}
