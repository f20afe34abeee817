package dev.hypergraph4j.processor.model;

/** One {@code @Rename} of a {@code @Use}. */
public record Renaming(Name from, Name to) {}
