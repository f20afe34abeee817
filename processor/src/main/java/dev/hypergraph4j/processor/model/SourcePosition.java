package dev.hypergraph4j.processor.model;

/**
 * Where a node method stands in its source.
 *
 * @param file the file's name without its folder; empty where the compiler did not tell
 * @param line the line, from 1; 0 where the compiler did not tell
 */
public record SourcePosition(String file, int line) {
    /** The position of what the compiler tells nothing about. */
    public static final SourcePosition UNKNOWN = new SourcePosition("", 0);
}
