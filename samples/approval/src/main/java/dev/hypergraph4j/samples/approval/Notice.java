package dev.hypergraph4j.samples.approval;

/**
 * What a department is told.
 *
 * @param department who is told
 * @param text what of
 */
public record Notice(String department, String text) {}
