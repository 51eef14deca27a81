package io.larmor.kernel.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which statements take the shorter way; that the values are the same is shown by all tests that run cells. */
class ValueFormTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            41 + 1                  | true
            f(3).g("x")             | true
            a == b                  | true
            x <= y && y >= z        | true
            x++                     | true
            new int[3]              | true
            x                       | false
            x = 5                   | false
            x += 5                  | false
            f(3);                   | false
            int y                   | true
            new int[] {1}           | false
            switch (x) { default: } | false
            map(v -> v + 1)         | false
            System.out.println(1)   | false
            """)
    void expressionsWithoutAssignmentDo(String statement, boolean suits) {
        assertEquals(suits, ValueForm.suits(statement));
    }
}
