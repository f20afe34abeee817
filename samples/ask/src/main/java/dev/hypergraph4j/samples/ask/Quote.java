package dev.hypergraph4j.samples.ask;

/**
 * A passage and where it stands.
 *
 * @param section the section around it
 * @param passage the passage
 */
public record Quote(Section section, Passage passage) {}
