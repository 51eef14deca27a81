package io.larmor.kernel.session;

import io.larmor.kernel.assist.ErrorReport;
import io.larmor.kernel.display.Scope;
import io.larmor.kernel.shell.CellExecutor;
import io.larmor.kernel.wire.KernelSockets;
import io.larmor.kernel.wire.Message;

/** Hands messages of comms to their handlers; what these print and show belongs to the message. */
final class CommHandler {

    private final Workbench workbench;
    private final KernelSockets sockets;
    private final StdinAsker stdin;
    private final TextLimit limit;

    CommHandler(Workbench workbench, KernelSockets sockets, StdinAsker stdin, TextLimit limit) {
        this.workbench = workbench;
        this.sockets = sockets;
        this.stdin = stdin;
        this.limit = limit;
    }

    /** On the thread of a lane. The handlers run on its thread for the user's code, where an interrupt stops them. */
    void handle(Message message) {
        if (workbench.engine().executors().isMain()) {
            workbench.awaitReady();
        }
        CellExecutor executor = workbench.engine().executor();
        IopubOutlet outlet = new IopubOutlet(sockets, message, stdin, limit);
        Scope scope = new Scope(outlet);
        scope.enter();
        executor.begin(scope);
        try {
            executor.call(() -> {
                workbench.comms().handle(message);
                return null;
            });
        } catch (Throwable e) {
            ErrorReport report = workbench.report(e);
            scope.error(report.name(), report.value(), report.traceback());
        } finally {
            executor.end();
            scope.flush();
        }
    }
}
