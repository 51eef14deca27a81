package io.larmor.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.larmor.kernel.spi.KernelClient;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Cells of a real kernel through a real client. */
class ExecuteTest {

    private static KernelClient kernel;

    @BeforeAll
    static void start() throws Exception {
        kernel = TestKernel.start(Map.of());
    }

    @AfterAll
    static void stop() {
        kernel.close();
    }

    @Test
    void anExpressionGivesItsValueBetweenBusyAndIdle() throws Exception {
        TestKernel.Ran ran = TestKernel.run(kernel, "1+1");
        assertEquals("ok", ran.reply().status());
        assertEquals("2", ran.result());
        assertEquals(List.of("status", "execute_input", "execute_result", "status"),
                ran.messages().stream().map(TestKernel.Published::type).toList());
    }
}
