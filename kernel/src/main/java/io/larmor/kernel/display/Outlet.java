package io.larmor.kernel.display;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.larmor.kernel.spi.MimeBundle;
import java.io.IOException;
import java.util.List;

/** Where the output of one cell goes. Calls come from any thread. */
public interface Outlet {

    /** @param name stdout or stderr */
    void stream(String name, String text);

    /** @param displayId may be null unless this is an update */
    void display(MimeBundle bundle, String displayId, boolean update);

    void result(MimeBundle bundle, int count);

    void error(String name, String value, List<String> traceback);

    void clear(boolean wait);

    /**
     * Asks the user for a line.
     *
     * @throws IOException when nobody is there to answer
     */
    String input(String prompt, boolean password) throws IOException, InterruptedException;

    /** Publishes a message of a comm; where no front end knows comms it goes nowhere. */
    default void comm(String type, ObjectNode content, ObjectNode metadata, List<byte[]> buffers) {
    }

    /** Swallows everything. */
    static Outlet silent() {
        return new SilentOutlet(null);
    }

    /** This one without its output: only comms pass. */
    default Outlet silenced() {
        return new SilentOutlet(this);
    }
}
