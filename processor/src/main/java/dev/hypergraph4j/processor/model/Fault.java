package dev.hypergraph4j.processor.model;

/**
 * Something that keeps a method from being a node.
 *
 * @param detail what the kind alone does not say: the missing component, the type parameters; else empty
 */
public record Fault(Kind kind, String detail) {

    /** What is wrong. */
    public enum Kind {
        /** The method is private. */
        PRIVATE,
        /** The method is abstract. */
        ABSTRACT,
        /** The method has type parameters of its own (the detail). */
        TYPE_PARAMETERS,
        /** The method takes a variable number of arguments. */
        VARARGS,
        /** The class, or one around it (the detail), is private. */
        PRIVATE_CLASS,
        /** The class (the detail) has type parameters. */
        GENERIC_CLASS,
        /** It returns nothing and has output names. */
        OUTPUT_ON_VOID,
        /** It returns something (the detail) and has no output name. */
        OUTPUT_MISSING,
        /** It has several output names and returns what is no record (the detail). */
        NOT_A_RECORD,
        /** It has an output name (the detail) that is no component of the record. */
        COMPONENT_MISSING,
        /** An output name (the detail) stands twice. */
        OUTPUT_TWICE
    }
}
