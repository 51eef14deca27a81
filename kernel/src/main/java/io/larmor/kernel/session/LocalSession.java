package io.larmor.kernel.session;

import io.larmor.kernel.assist.Completer;
import io.larmor.kernel.display.Outlet;
import io.larmor.kernel.spi.MimeBundle;
import io.larmor.kernel.spi.ScriptShell;
import java.io.IOException;
import java.util.List;

/** A session whose front end is in the same process. */
public final class LocalSession implements AutoCloseable {

    private final Workbench workbench = new Workbench();
    private final ScriptShell.Output output;
    private final Outlet outlet;
    private int count;

    public LocalSession(ScriptShell.Output output) {
        this.output = output;
        outlet = new ToOutput(output);
    }

    public synchronized boolean eval(String code) {
        count++;
        CellResult result = workbench.run(code, "cell " + count, outlet);
        if (result.ok()) {
            if (result.value() != null) {
                output.result(result.value(), count);
            }
            return true;
        }
        output.error(result.error().name(), result.error().value(), result.error().traceback());
        return false;
    }

    public ScriptShell.Completion completion(String code, int cursor) {
        Completer.Completions found = workbench.completer().complete(code, cursor);
        return new ScriptShell.Completion(found.start(), found.items().stream().map(Completer.Item::text).toList());
    }

    public String inspect(String code, int cursor) {
        return workbench.inspector().inspect(code, cursor)
                .map(bundle -> String.valueOf(bundle.data().get("text/plain"))).orElse("");
    }

    public ScriptShell.Completeness completeness(String code) {
        return ScriptShell.Completeness.valueOf(workbench.completeness(code).name());
    }

    public void interrupt() {
        workbench.interrupt();
    }

    @Override
    public void close() {
        workbench.close();
    }

    private record ToOutput(ScriptShell.Output output) implements Outlet {

        @Override
        public void stream(String name, String text) {
            output.stream(name, text);
        }

        @Override
        public void display(MimeBundle bundle, String displayId, boolean update) {
            output.display(bundle, displayId, update);
        }

        @Override
        public void result(MimeBundle bundle, int count) {
            output.result(bundle, count);
        }

        @Override
        public void error(String name, String value, List<String> traceback) {
            output.error(name, value, traceback);
        }

        @Override
        public void clear(boolean wait) {
            output.clear(wait);
        }

        @Override
        public String input(String prompt, boolean password) throws IOException {
            String answer = output.input(prompt, password);
            if (answer == null) {
                throw new IOException("there is nobody to give input");
            }
            return answer;
        }
    }
}
