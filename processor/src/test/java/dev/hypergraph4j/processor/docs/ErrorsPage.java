package dev.hypergraph4j.processor.docs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page {@code docs/errors.md}: sections of rules, each with examples: one that is refused, what is printed then, and a mended one. An example may stand
 * behind a class that is compiled earlier ({@code java jar}, with the processor {@code java processed-jar}).
 *
 * @param introduction the blocks before the first section
 */
record ErrorsPage(List<ErrorsPage.Block> introduction, Map<String, List<ErrorsPage.Block>> sections) {
    private static final Path PAGE = Path.of("..", "docs", "errors.md");
    private static final Pattern SECTION = Pattern.compile("(?ms)^## (\\w+)$(.*?)(?=^## |\\z)");
    private static final Pattern BLOCK = Pattern.compile("(?ms)^```(\\w+[\\w -]*)\\n(.*?)^```$");

    /** A block of code: its language, and what else the page says of it. */
    record Block(String language, String text) {}

    /** What is refused, what is printed then, and what is right. */
    record Example(String rule, List<Block> refused, String output, List<Block> mended) {
        @Override
        public String toString() {
            return rule + ": " + output.lines().findFirst().orElse("");
        }
    }

    /** The examples of all sections. */
    List<Example> examples() {
        List<Example> examples = new ArrayList<>();
        sections.forEach((rule, blocks) -> examples.addAll(examples(rule, blocks)));
        return examples;
    }

    /** Each output stands behind a source, and before the next one. */
    private static List<Example> examples(String rule, List<Block> blocks) {
        List<Example> examples = new ArrayList<>();
        List<Block> before = new ArrayList<>();
        List<Block> refused = List.of();
        String output = "";
        for (Block block : blocks) {
            if (block.language().equals("text")) {
                refused = List.copyOf(before);
                output = block.text();
                before.clear();
                continue;
            }
            before.add(block);
            if (!output.isEmpty() && block.language().equals("java")) {
                examples.add(new Example(rule, refused, output, List.copyOf(before)));
                output = "";
                before.clear();
            }
        }
        if (!before.isEmpty() || !output.isEmpty()) {
            throw new AssertionError("The last example of " + rule + " is not complete.");
        }
        return examples;
    }

    static ErrorsPage read() {
        try {
            String page = Files.readString(PAGE);
            Map<String, List<Block>> sections = new LinkedHashMap<>();
            Matcher section = SECTION.matcher(page);
            while (section.find()) {
                sections.put(section.group(1), blocks(section.group(2)));
            }
            return new ErrorsPage(blocks(page.substring(0, page.indexOf("\n## "))), sections);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static List<Block> blocks(String text) {
        List<Block> blocks = new ArrayList<>();
        Matcher block = BLOCK.matcher(text);
        while (block.find()) {
            blocks.add(new Block(block.group(1), block.group(2).strip()));
        }
        return blocks;
    }
}
