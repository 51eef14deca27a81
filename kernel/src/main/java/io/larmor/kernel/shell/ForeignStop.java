package io.larmor.kernel.shell;

import com.sun.jdi.Bootstrap;
import com.sun.jdi.ObjectReference;
import com.sun.jdi.ReferenceType;
import com.sun.jdi.ThreadReference;
import com.sun.jdi.VirtualMachine;
import com.sun.jdi.connect.AttachingConnector;
import com.sun.jdi.connect.Connector;
import io.larmor.kernel.display.CellInterruptedError;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Stops code of libraries, which has no checkpoints, by the debugger's interface: the process attaches to itself. That needs
 * {@code -agentlib:jdwp=transport=dt_socket,server=y,suspend=n,address=127.0.0.1:0,quiet=y},
 * {@code -Djdk.attach.allowAttachSelf=true} and {@code -Dlarmor.stop.foreign=true}. It is not done unasked: the interface has
 * no password, and until the process holds its one connection any user of the same computer could take it.
 */
public final class ForeignStop {

    /** What stopped code ends with; made beforehand, as nothing can be made in a thread that is being stopped. */
    static final CellInterruptedError ERROR = new CellInterruptedError();

    private static volatile VirtualMachine self;

    private ForeignStop() {
    }

    /** Attaches in the background when the process was started for it. */
    public static void prepare(Consumer<String> log) {
        if (!Boolean.getBoolean("larmor.stop.foreign")) {
            return;
        }
        Thread thread = new Thread(() -> {
            try {
                self = attach(port());
            } catch (Exception | LinkageError e) {
                log.accept("code of libraries cannot be stopped: " + e);
            }
        }, "larmor-attach");
        thread.setDaemon(true);
        thread.start();
    }

    private static String port() throws Exception {
        var machine = com.sun.tools.attach.VirtualMachine.attach(String.valueOf(ProcessHandle.current().pid()));
        try {
            String address = machine.getAgentProperties().getProperty("sun.jdwp.listenerAddress");
            if (address == null) {
                throw new IllegalStateException("the process was started without -agentlib:jdwp");
            }
            return address.substring(address.lastIndexOf(':') + 1);
        } finally {
            machine.detach();
        }
    }

    private static VirtualMachine attach(String port) throws Exception {
        for (AttachingConnector connector : Bootstrap.virtualMachineManager().attachingConnectors()) {
            if (connector.name().equals("com.sun.jdi.SocketAttach")) {
                Map<String, Connector.Argument> arguments = connector.defaultArguments();
                arguments.get("hostname").setValue("127.0.0.1");
                arguments.get("port").setValue(port);
                return connector.attach(arguments);
            }
        }
        throw new IllegalStateException("this Java has no socket connector");
    }

    /** Lets a thread of this process throw, wherever it is; does nothing when that has not been prepared. */
    static void stop(Thread thread) {
        VirtualMachine machine = self;
        if (machine == null) {
            return;
        }
        try {
            ReferenceType type = machine.classesByName(ForeignStop.class.getName()).get(0);
            var error = (ObjectReference) type.getValue(type.fieldByName("ERROR"));
            for (ThreadReference candidate : machine.allThreads()) {
                if (candidate.name().equals(thread.getName())) {
                    candidate.stop(error);
                }
            }
        } catch (Exception e) {
            // the cell is then reported as not stopped
        }
    }
}
