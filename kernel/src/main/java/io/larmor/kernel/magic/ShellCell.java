package io.larmor.kernel.magic;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Runs a cell as a shell script: what it prints is shown while it runs, and an interrupt ends it with all it started. */
final class ShellCell {

    private static final long LAST_OUTPUT_MILLIS = 500;

    /** The script ended with a status other than 0. */
    static final class ExitStatus extends Exception {
        ExitStatus(String message) {
            super(message);
        }
    }

    private ShellCell() {
    }

    static Builtin magic(String name) {
        return new Builtin(name, "%%" + name + " [ARGUMENT ...] and a script below",
                "runs the cell with " + name + "; a status other than 0 is an error", typed -> Paths.proposals(typed, ""),
                (arguments, body) -> run(name, arguments, body));
    }

    private static Object run(String shell, String arguments, String body) throws Exception {
        if (body == null || body.isBlank()) {
            throw new IllegalArgumentException("%%" + shell + " takes a script on the lines below it");
        }
        var command = new ArrayList<>(List.of(program(shell), "-c", body, shell));
        command.addAll(Paths.words(arguments));
        var builder = new ProcessBuilder(command).redirectInput(ProcessBuilder.Redirect.from(nothing()));
        Process process = builder.start();
        Thread out = copy(process.getInputStream(), System.out);
        Thread err = copy(process.getErrorStream(), System.err);
        try {
            int status = process.waitFor();
            // what was left running in the background may hold the streams open and goes on printing here
            out.join(LAST_OUTPUT_MILLIS);
            err.join(LAST_OUTPUT_MILLIS);
            if (status != 0) {
                throw new ExitStatus(shell + " ended with status " + status + meaning(status));
            }
            return null;
        } catch (InterruptedException e) {
            kill(process);
            throw e;
        }
    }

    private static java.io.File nothing() {
        return new java.io.File(java.io.File.separatorChar == '\\' ? "NUL" : "/dev/null");
    }

    private static String program(String shell) throws IOException {
        String path = System.getenv("PATH") == null ? "" : System.getenv("PATH");
        return Stream.of(path.split(java.io.File.pathSeparator)).filter(folder -> !folder.isEmpty())
                .flatMap(folder -> Stream.of(Path.of(folder, shell), Path.of(folder, shell + ".exe")))
                .filter(Files::isExecutable).findFirst().map(Path::toString)
                .orElseThrow(() -> new IOException("there is no program " + shell + " on the PATH"));
    }

    private static String meaning(int status) {
        return status == 127 ? " (a command was not found)" : status == 126 ? " (a file could not be executed)"
                : status > 128 && status < 160 ? " (killed by signal " + (status - 128) + ")" : "";
    }

    /** Bytes go through as they come, so that a character cut in two is put together again. */
    private static Thread copy(InputStream from, PrintStream to) {
        Thread thread = new Thread(() -> {
            byte[] buffer = new byte[8192];
            try (from) {
                for (int n = from.read(buffer); n >= 0; n = from.read(buffer)) {
                    to.write(buffer, 0, n);
                }
            } catch (IOException e) {
                // the process was killed
            }
        }, "larmor-shell-output");
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    /** Children that lost their parent can no longer be found, so they are listed before anything is killed. */
    private static void kill(Process process) {
        List<ProcessHandle> family = new ArrayList<>(process.descendants().toList());
        process.destroyForcibly();
        for (int i = 0; i < family.size(); i++) {
            family.get(i).descendants().filter(child -> !family.contains(child)).toList().forEach(family::add);
            family.get(i).destroyForcibly();
        }
    }
}
