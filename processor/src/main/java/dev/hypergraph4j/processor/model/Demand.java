package dev.hypergraph4j.processor.model;

/** How a parameter takes the absence of its value. */
public enum Demand {
    /** It must have a value. */
    REQUIRED,
    /** It is an {@code Optional} of the value. */
    OPTIONAL,
    /** It is {@code @Nullable}. */
    NULLABLE,
    /** It takes no value but the {@code NodeContext}. */
    CONTEXT
}
