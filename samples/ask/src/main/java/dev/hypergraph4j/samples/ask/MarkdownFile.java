package dev.hypergraph4j.samples.ask;

/**
 * A Markdown file.
 *
 * @param name its path in the folder, with {@code /} between the parts
 * @param text all of it
 */
public record MarkdownFile(String name, String text) {}
