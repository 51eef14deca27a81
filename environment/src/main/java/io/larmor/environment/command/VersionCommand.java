package io.larmor.environment.command;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Prints the version. */
@Command(name = "version", description = "Prints the version, and that of Java.", mixinStandardHelpOptions = true)
public final class VersionCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().println(text());
    }

    /** The versions of Larmor and of Java, as one line. */
    public static String text() {
        return "Larmor " + version() + ", Java " + Runtime.version();
    }

    private static String version() {
        try (InputStream in = VersionCommand.class.getResourceAsStream("/io/larmor/environment/build.properties")) {
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
