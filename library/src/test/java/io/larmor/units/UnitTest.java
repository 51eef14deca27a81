package io.larmor.units;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitTest {

    @Test
    void helpersAreExact() {
        assertEquals(6e-3, Units.mA(6), 0);
        assertEquals(100e-9, Units.ns(100), 0);
        assertEquals(0.3e-3, Units.mT(0.3), 0);
        assertEquals(3e8, Units.MHz(300), 0);
        assertEquals(1e-4, Units.oersted(1), 0);
    }

    @ParameterizedTest
    @CsvSource({"0.006, 6 mA", "0.001, 1 mA", "1, 1 A", "0, 0 A", "-0.0000025, -2.5 µA", "1234, 1.234 kA",
        "0.0004482, 448.2 µA"})
    void currentsAreWrittenWithAPrefix(double value, String text) {
        assertEquals(text, Unit.AMPERE.format(value));
    }

    @ParameterizedTest
    @CsvSource({"0.25, 0.25", "1e-6, 1e-6", "1.5e-7, 1.5e-7", "12345.6, 12346", "2.5e7, 2.5e7", "0.1, 0.1", "1000000, 1e6"})
    void numbersKeepFourDigits(double value, String text) {
        assertEquals(text, Unit.digits(value));
    }

    @Test
    void spreadsSetTheDigits() {
        assertEquals("96.2 ± 1.1 %", Unit.PERCENT.format(96.16, 1.126));
        assertEquals("88.42 ± 0.30 ns", Unit.SECOND.format(88.42e-9, 0.3e-9));
        assertEquals("1234 ± 57", Unit.NONE.format(1234.4, 56.7));
        assertEquals("100 %", Unit.PERCENT.format(100, 0));
        assertEquals("6 mA", Unit.AMPERE.format(6e-3, Double.NaN));
    }

    @Test
    void labelsNameQuantitySymbolAndUnit() {
        assertEquals("bias current I (mA)", new Quantity("bias current", "I", Unit.AMPERE).label(-1));
        assertEquals("count", Quantity.of("count").label(0));
        assertEquals("accuracy (%)", Quantity.of("accuracy", Unit.PERCENT).label(0));
    }
}
