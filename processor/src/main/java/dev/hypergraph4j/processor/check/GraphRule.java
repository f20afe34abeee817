package dev.hypergraph4j.processor.check;

/** Something that a graph must not do. */
interface GraphRule {

    /** Adds to the report what {@code graph} does against the rule, but nothing about what is suspect already. */
    void check(Inspection graph);
}
