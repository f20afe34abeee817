package dev.hypergraph4j.samples.ask;

/**
 * Something that was found.
 *
 * @param item what was found
 * @param score how much it has to do with the question; to be compared within one list only
 */
public record Scored<T>(T item, float score) {}
