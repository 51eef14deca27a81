package io.larmor.environment.command;

import com.fasterxml.jackson.databind.node.ArrayNode;
import io.larmor.environment.notebook.Json;
import io.larmor.environment.setup.Check;
import io.larmor.environment.setup.Doctor;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Says what is there and what to do about what is not. */
@Command(name = "doctor", mixinStandardHelpOptions = true,
        description = "Looks at Java, Maven, memory, fonts, Jupyter, the kernel's registration and the data sets.")
public final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Prints JSON.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        List<Check> checks = Doctor.examine();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.print(Json.text(tree(checks)));
            out.flush();
            return 0;
        }
        int width = checks.stream().mapToInt(check -> check.name().length()).max().orElse(0);
        for (Check check : checks) {
            String pad = " ".repeat(width - check.name().length());
            out.printf("%-7s %s%s  %s%n", check.state().word(), check.name(), pad, check.found());
            if (!check.remedy().isEmpty()) {
                out.println(" ".repeat(width + 10) + "-> " + check.remedy());
            }
        }
        return 0;
    }

    private static ArrayNode tree(List<Check> checks) {
        ArrayNode tree = Json.array();
        checks.forEach(check -> tree.addObject().put("name", check.name()).put("state", check.state().word())
                .put("found", check.found()).put("remedy", check.remedy()));
        return tree;
    }
}
