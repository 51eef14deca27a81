package io.larmor.notebooks;

import io.larmor.environment.command.ListCommand;
import io.larmor.environment.setup.Layout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The notebooks that are part of the project. */
final class PaperNotebooks {

    private PaperNotebooks() {
    }

    /** Those that introduce and those that follow a paper, in alphabetical order. */
    static List<Path> committed() throws IOException {
        return Stream.concat(ListCommand.notebooks(Layout.notebooks().resolve("start")).stream(),
                ListCommand.notebooks(Layout.notebooks().resolve("papers")).stream()).toList();
    }
}
