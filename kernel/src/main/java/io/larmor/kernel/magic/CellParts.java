package io.larmor.kernel.magic;

import io.larmor.kernel.shell.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the magics of a cell: only at the start of a line where a statement can begin, never inside Java. */
public final class CellParts {

    private static final Pattern LINE = Pattern.compile("%([A-Za-z][\\w-]*)(?:[ \\t]+(.*))?");
    private static final Pattern ASSIGNED =
            Pattern.compile("([\\w$.<>\\[\\], ?]*[\\w$]\\s*=\\s*)%([A-Za-z][\\w-]*)(?:[ \\t]+(.*?))?;?\\s*");
    private static final Pattern CELL = Pattern.compile("\\s*%%([A-Za-z][\\w-]*)[ \\t]*(.*)");

    private CellParts() {
    }

    /** A piece of a cell, from start to end. */
    public sealed interface Part {
    }

    /** Java code. */
    public record Code(int start, int end) implements Part {
    }

    /** A magic; the body is null for one that stands on a line. Lines of the cell count from 0. */
    public record Call(String name, String arguments, String body, int line) implements Part {
    }

    /**
     * Splits a cell.
     *
     * @param known whether a name is that of a magic; needed only where {@code %name} could also be Java
     */
    public static List<Part> split(String cell, Predicate<String> known) {
        String first = cell.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        Matcher whole = CELL.matcher(first);
        if (whole.matches()) {
            int bodyStart = cell.indexOf('\n', cell.indexOf("%%"));
            return List.of(new Call(whole.group(1), whole.group(2), bodyStart < 0 ? "" : cell.substring(bodyStart + 1),
                    lines(cell, cell.indexOf("%%"))));
        }
        if (cell.indexOf('%') < 0) {
            return List.of(new Code(0, cell.length()));
        }
        var parts = new ArrayList<Part>();
        int codeStart = 0;
        int at = 0;
        while (at < cell.length()) {
            int end = cell.indexOf('\n', at);
            end = end < 0 ? cell.length() : end;
            Matcher line = LINE.matcher(cell.substring(at, end).strip());
            if (line.matches() && begins(cell.substring(codeStart, at), line.group(1), known)) {
                parts.add(new Code(codeStart, at));
                parts.add(new Call(line.group(1), line.group(2) == null ? "" : line.group(2), null,
                        lines(cell, at)));
                codeStart = Math.min(cell.length(), end + 1);
            }
            at = end + 1;
        }
        parts.add(new Code(codeStart, cell.length()));
        parts.removeIf(part -> part instanceof Code code && cell.substring(code.start(), code.end()).isBlank());
        return parts;
    }

    private static int lines(String cell, int before) {
        return (int) cell.substring(0, before).chars().filter(c -> c == '\n').count();
    }

    /** The cell with each {@code x = %name arguments} written as a call; as many lines as before. */
    public static String withCalls(String cell, Predicate<String> known) {
        if (!cell.contains("%") || CELL.matcher(cell.lines().filter(line -> !line.isBlank()).findFirst().orElse("")).matches()) {
            return cell;
        }
        var text = new StringBuilder();
        for (String line : cell.split("\n", -1)) {
            Matcher assigned = ASSIGNED.matcher(line);
            boolean call = assigned.matches() && known.test(assigned.group(2))
                    && begins(text.toString(), assigned.group(2), known);
            String arguments = call && assigned.group(3) != null ? assigned.group(3) : "";
            text.append(call ? assigned.group(1) + "lineMagic(\"" + assigned.group(2) + "\", \""
                    + arguments.replace("\\", "\\\\").replace("\"", "\\\"") + "\");" : line).append('\n');
        }
        text.setLength(text.length() - 1);
        return text.toString();
    }

    /** Whether a magic can begin after this code, which ends at a line's start. */
    private static boolean begins(String before, String name, Predicate<String> known) {
        List<SourceText.Context> lines = SourceText.lineContexts(before);
        SourceText.Context here = lines.get(lines.size() - 1);
        if (here.inLiteral() || here.depth() > 0) {
            return false;
        }
        // after an unfinished expression the percent sign may be the operator
        return here.lastCode() == 0 || here.lastCode() == ';' || here.lastCode() == '}' || known.test(name);
    }
}
