package io.larmor.kernel.assist;

import java.util.List;

/** An error as a front end shows it. */
public record ErrorReport(String name, String value, List<String> traceback) {
}
