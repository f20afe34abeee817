package dev.hypergraph4j.samples.guide.rag;

/** A text that may hold an answer. */
public record Doc(String title, String text) {}
