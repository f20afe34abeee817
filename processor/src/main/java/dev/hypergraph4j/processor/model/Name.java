package dev.hypergraph4j.processor.model;

/** A name that the user wrote in an annotation, and where. */
public record Name(String text, Site site) {}
