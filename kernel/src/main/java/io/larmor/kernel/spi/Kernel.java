package io.larmor.kernel.spi;

import io.larmor.kernel.display.Streams;
import io.larmor.kernel.session.KernelServer;
import io.larmor.kernel.shell.ForeignStop;
import io.larmor.kernel.wire.ConnectionInfo;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** The kernel as a program. Extensions on the class path are found by {@link java.util.ServiceLoader}. */
public final class Kernel {

    private static volatile KernelServer running;

    private Kernel() {
    }

    /**
     * Interrupts the running cell of this process's kernel, for front ends that do it by a signal; harmless when there is
     * none.
     */
    public static void interrupt() {
        KernelServer server = running;
        if (server != null) {
            server.interrupt();
        }
    }

    /** Starts the kernel on the connection file that is the only argument. */
    public static void main(String[] args) {
        if (args.length != 1) {
            System.err.println("larmor: expected one argument, the path of a Jupyter connection file");
            System.exit(2);
        }
        int status = run(Path.of(args[0]));
        // whatever a shutdown hook or a thread of the user's still does, the process ends
        Thread last = new Thread(() -> {
            try {
                Thread.sleep(700);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(status);
        }, "larmor-halt");
        last.setDaemon(true);
        last.start();
        System.exit(status);
    }

    /**
     * Runs a kernel until it is told to shut down.
     *
     * @param connectionFile tcp addresses and a key, as Jupyter writes them
     * @return 0 after a shutdown request, 1 when the kernel could not start
     */
    public static int run(Path connectionFile) {
        if (System.getProperty("java.awt.headless") == null) {
            System.setProperty("java.awt.headless", "true");
        }
        try {
            ConnectionInfo info = ConnectionInfo.read(connectionFile, "any".equals(System.getenv(ConnectionInfo.BIND)));
            if (!ConnectionInfo.isLoopback(info.ip())) {
                System.err.println("larmor: listening on " + info.ip() + " because " + ConnectionInfo.BIND + " = any; whoever "
                        + "has the key can run code here");
            }
            KernelServer server = new KernelServer(info);
            running = server;
            ForeignStop.prepare(line -> Streams.terminal().println("larmor: " + line));
            endWithParent();
            server.await();
            server.close();
            return 0;
        } catch (IOException e) {
            System.err.println("larmor: cannot start on " + connectionFile + ": " + e.getMessage());
            return 1;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
    }

    /** A kernel whose server died would stay for ever; Jupyter tells kernels its process number. */
    private static void endWithParent() {
        String parent = System.getenv("JPY_PARENT_PID");
        if (parent == null || !parent.matches("\\d{1,18}")) {
            return;
        }
        Optional<ProcessHandle> handle = ProcessHandle.of(Long.parseLong(parent));
        handle.ifPresent(process -> process.onExit().thenRun(() -> Runtime.getRuntime().halt(0)));
    }
}
