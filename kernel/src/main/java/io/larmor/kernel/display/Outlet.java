package io.larmor.kernel.display;

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

    /** Swallows everything. */
    static Outlet silent() {
        return new Outlet() {
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
        };
    }
}
