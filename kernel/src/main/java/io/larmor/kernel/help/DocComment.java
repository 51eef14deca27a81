package io.larmor.kernel.help;

import io.larmor.kernel.spi.Help;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads documentation comments. Beyond the tags it understands two habits: a paper is cited as "author, journal volume,
 * page, year", and an example follows the word "Example:" as code.
 */
public final class DocComment {

    private static final Pattern BLOCK_TAG = Pattern.compile("(?m)^[ \\t]*@(\\w+)[ \\t]*");
    private static final Pattern EXAMPLE = Pattern.compile("\\s*Example:\\s*(?:`([^`]+)`|```\\n(.*?)\\n```)[.;]?",
            Pattern.DOTALL);
    private static final Pattern PAPER = Pattern.compile("\\p{Lu}[\\p{L}-]+(?: and \\p{Lu}[\\p{L}-]+| et al\\.)?, \\p{Lu}[\\p{L}. ]+ "
            + "\\d+, [\\d-]+(?:, \\d{4}| \\(\\d{4}\\))");

    private DocComment() {
    }

    /** What a comment says. */
    public static Help parse(String comment) {
        List<Block> blocks = blocks(comment);
        String meaning = DocMarkup.text(blocks.get(0).text());
        String example = "";
        Matcher shown = EXAMPLE.matcher(meaning);
        if (shown.find()) {
            example = shown.group(1) == null ? shown.group(2) : shown.group(1);
            meaning = (meaning.substring(0, shown.start()) + meaning.substring(shown.end())).strip();
        }
        Matcher paper = PAPER.matcher(meaning);
        String source = paper.find() ? paper.group() : "";
        Map<String, Help.Argument> arguments = new LinkedHashMap<>();
        var errors = new ArrayList<String>();
        String returns = "";
        for (Block block : blocks.subList(1, blocks.size())) {
            String text = DocMarkup.text(block.text());
            String[] parts = text.split("\\s+", 2);
            String rest = parts.length > 1 ? parts[1] : "";
            switch (block.tag()) {
                case "param" -> {
                    if (!block.text().startsWith("<")) {
                        arguments.put(parts[0], new Help.Argument(parts[0], "", "", "", rest));
                    }
                }
                case "return" -> returns = text;
                case "throws", "exception" -> errors.add(parts[0] + (rest.isEmpty() ? "" : " " + rest));
                default -> { }
            }
        }
        return new Help(meaning, List.copyOf(arguments.values()), returns, errors, source, example);
    }

    /** The first sentence of a text. */
    static String firstSentence(String text) {
        String paragraph = text.split("\n\n", 2)[0];
        Matcher end = Pattern.compile("(?<![ (](?:al|e\\.g|i\\.e|vs|Nat|Phys|Rev|Lett|Appl|Trans|Magn|Commun|Sci|Rep|cf))\\.(?=\\s+[\\p{Lu}`]|$)")
                .matcher(paragraph);
        return end.find() ? paragraph.substring(0, end.end()) : paragraph;
    }

    private record Block(String tag, String text) {
    }

    private static List<Block> blocks(String comment) {
        var blocks = new ArrayList<Block>();
        Matcher tags = BLOCK_TAG.matcher(comment);
        String tag = "";
        int start = 0;
        while (tags.find()) {
            blocks.add(new Block(tag, comment.substring(start, tags.start())));
            tag = tags.group(1);
            start = tags.end();
        }
        blocks.add(new Block(tag, comment.substring(start)));
        return blocks;
    }

    /** Several comments' meanings joined, without repeating what is said twice. */
    static String joined(List<String> meanings) {
        return meanings.stream().filter(meaning -> !meaning.isBlank()).distinct().collect(Collectors.joining("\n\n"));
    }
}
