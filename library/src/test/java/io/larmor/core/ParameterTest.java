package io.larmor.core;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.larmor.device.Stno;
import io.larmor.dsl.Larmor;
import io.larmor.units.Quantity;
import io.larmor.units.Unit;
import java.util.List;
import org.junit.jupiter.api.Test;

class ParameterTest {

    @Test
    void aUnitSlipIsNamedWithTheHelperThatMendsIt() {
        var slip = assertThrows(IllegalArgumentException.class, () -> Stno.standard().current(6));
        assertEquals("stno.current = 6 A is outside 0 A .. 20 mA. Did you mean current(mA(6))?", slip.getMessage());
        var field = new Parameter("field", new Quantity("field", "B", Unit.TESLA), 0, 3, 0.1, "the applied field");
        assertEquals("array.field = 430 T is outside 0 T .. 3 T. Did you mean field(mT(430))?",
                assertThrows(IllegalArgumentException.class, () -> field.check("array", 430)).getMessage());
        var frequency = new Parameter("tone", new Quantity("tone", "f", Unit.HERTZ), 1e6, 1e11, 1e9, "the tone");
        assertTrue(assertThrows(IllegalArgumentException.class, () -> frequency.check("diode", 5)).getMessage()
                .contains("Did you mean tone(GHz(5))?"));
    }

    @Test
    void theLikeliestSlipIsNearestToTheDefault() {
        assertEquals("mask.every = 100 s is outside 1 ps .. 1 s. Did you mean every(ns(100))?",
                assertThrows(IllegalArgumentException.class, () -> Larmor.mask(4).every(100)).getMessage());
        assertEquals("stno.current = 60 mA is outside 0 A .. 20 mA. It is the direct current through the junction.",
                assertThrows(IllegalArgumentException.class, () -> Stno.standard().current(60e-3)).getMessage());
    }

    @Test
    void whatIsNoSlipGetsTheMeaning() {
        var message = assertThrows(IllegalArgumentException.class, () -> Stno.standard().nonlinearity(-1)).getMessage();
        assertEquals("stno.nonlinearity = -1 is outside 0 .. 100. It is how much faster a strong oscillation is damped.",
                message);
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Stno.standard().current(Double.NaN)).getMessage()
                .startsWith("stno.current = NaN A is not a number."));
    }

    @Test
    void aStepTooLongForTheOscillatorIsRefused() {
        var message = assertThrows(IllegalArgumentException.class,
                () -> Stno.standard().noise(1e-6).step(50e-9).start(List.of(Seed.root()))).getMessage();
        assertTrue(message.contains("too long") && message.contains("Use a step of at most"), message);
    }
}
