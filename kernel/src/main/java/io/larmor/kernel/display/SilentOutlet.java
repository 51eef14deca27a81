package io.larmor.kernel.display;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.MimeBundle;
import java.io.IOException;
import java.util.List;

/** Swallows all output; comms, which are no output, go to the outlet behind it when there is one. */
record SilentOutlet(Outlet behind) implements Outlet {

    @Override
    public void stream(String name, String text) {
    }

    @Override
    public void display(MimeBundle bundle, String displayId, boolean update) {
    }

    @Override
    public void result(MimeBundle bundle, int count) {
    }

    @Override
    public void error(String name, String value, List<String> traceback) {
    }

    @Override
    public void clear(boolean wait) {
    }

    @Override
    public String input(String prompt, boolean password) throws IOException {
        throw new IOException("a silent cell cannot ask for input");
    }

    @Override
    public void comm(String type, ObjectNode content, ObjectNode metadata, List<byte[]> buffers) {
        if (behind != null) {
            behind.comm(type, content, metadata, buffers);
        }
    }
}
