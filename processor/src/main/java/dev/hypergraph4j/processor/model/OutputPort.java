package dev.hypergraph4j.processor.model;

/**
 * A value that a node method gives.
 *
 * @param name its name as the method has it
 * @param type its type: of a {@code CompletionStage<T>} {@code T}, of a record's component the component's
 * @param accessor the record's component to read it from; empty where the method returns the value itself
 * @param nullable whether it may be {@code null}, which means absent
 * @param site the name in the annotation
 */
public record OutputPort(String name, ValueType type, String accessor, boolean nullable, Site site) {}
