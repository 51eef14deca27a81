package io.larmor.core;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CacheLinesTest {

    @Test
    void theAnswerLeavesRoomForALine() {
        for (Object array : new Object[] {new double[1040], new long[3000]}) {
            int begin = CacheLines.begin(array);
            assertTrue(begin >= 0 && begin < CacheLines.LINE, "begin at " + begin);
        }
    }

    @Test
    void anArrayThatIsTooSmallIsRefused() {
        assertThrows(IndexOutOfBoundsException.class, () -> CacheLines.begin(new double[1000]));
    }
}
