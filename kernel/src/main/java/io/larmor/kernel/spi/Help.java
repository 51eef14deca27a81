package io.larmor.kernel.spi;

import io.larmor.kernel.help.DocComment;
import java.util.List;

/**
 * What there is to say about a word. Texts are plain, with code between backticks, blocks of code between lines of three
 * backticks, and an empty line between paragraphs; a part that is not known is empty.
 *
 * @param meaning what it is or does; the first sentence stands for itself
 * @param arguments those of the call, or for a word that is set up further by setters, these
 * @param returns what a call gives
 * @param errors what it refuses, an exception's name first
 * @param source the paper that it comes from
 * @param example code that works
 */
public record Help(String meaning, List<Argument> arguments, String returns, List<String> errors, String source,
        String example) {

    /**
     * One argument or setting.
     *
     * @param name as in the code
     * @param unit {@code A}; empty for a pure number or what is no number
     * @param range the values allowed, {@code 0 A .. 20 mA}
     * @param standard the default, {@code 6 mA}
     * @param meaning what it is
     */
    public record Argument(String name, String unit, String range, String standard, String meaning) {
    }

    public Help {
        arguments = List.copyOf(arguments);
        errors = List.copyOf(errors);
    }

    /** A meaning alone. */
    public static Help of(String meaning) {
        return new Help(meaning, List.of(), "", List.of(), "", "");
    }

    /** Reads a documentation comment as it stands in a source file, without its stars; its tags and HTML are understood. */
    public static Help ofJavadoc(String comment) {
        return DocComment.parse(comment);
    }
}
