package dev.hypergraph4j.processor.model;

/**
 * A place in the user's source that a diagnostic can point at: a type, method, parameter or the value of an annotation. Sites order as the
 * source does.
 */
public interface Site extends Comparable<Site> {

    /** Whether the user silenced warnings of {@code rule} here or around here, by {@code @SuppressWarnings("hypergraph:Rule")}. */
    boolean suppresses(String rule);
}
