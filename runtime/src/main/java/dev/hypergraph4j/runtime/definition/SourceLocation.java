package dev.hypergraph4j.runtime.definition;

/**
 * Where a node's method stands in its source.
 *
 * @param file the file's name without its folder; empty where the compiler did not tell
 * @param line the line, from 1; 0 where the compiler did not tell
 */
public record SourceLocation(String file, int line) {

    /** Whether the compiler told it. */
    public boolean isKnown() {
        return line > 0;
    }

    /** {@code Rag.java:12}, or nothing where it is not known. */
    @Override
    public String toString() {
        return isKnown() ? file + ":" + line : "";
    }
}
