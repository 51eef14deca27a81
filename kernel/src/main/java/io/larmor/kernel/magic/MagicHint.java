package io.larmor.kernel.magic;

import io.larmor.kernel.spi.ErrorHint;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names the magic that does what a line of IPython's or of a shell's would. */
public final class MagicHint implements ErrorHint {

    private static final Pattern SHELL = Pattern.compile("(?m)^\\s*!{1,2}\\s*(\\w[\\w.-]*)(?:[ \\t]+[^=].*)?$");

    @Override
    public Optional<String> advise(String source, Throwable error, String message) {
        Matcher shell = error == null ? SHELL.matcher(source) : null;
        if (shell == null || !shell.find()) {
            return Optional.empty();
        }
        return Optional.of("for a command of the shell: a cell that begins with %%bash, and " + shell.group(1)
                + " ... on the next line");
    }
}
