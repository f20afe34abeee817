package dev.hypergraph4j.samples.ask;

import java.util.List;

/**
 * What is said to the person who asked.
 *
 * @param answer the answer, in Markdown, with {@code [1]} where it rests on the first citation
 * @param citations where the answer comes from; empty where nothing was found
 */
public record Reply(String answer, List<Citation> citations) {

    /** Copies the list. */
    public Reply {
        citations = List.copyOf(citations);
    }
}
