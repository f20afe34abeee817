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
        OUTPUT_TWICE,
        /** It has several of the annotations that make a method a node (the detail). */
        SEVERAL_ANNOTATIONS,
        /** It is a gate and returns what names no nodes (the detail). */
        NO_CHOICE,
        /** It is a gate that returns text, and lists no targets. */
        NO_TARGETS,
        /** It has {@code @IfElse} and returns something else than a boolean (the detail). */
        NOT_A_BOOLEAN,
        /** It has {@code @Interrupt} and returns no {@code Question} that says what its answer is (the detail). */
        NOT_A_QUESTION,
        /** It returns a stream of primitives (the detail). */
        PRIMITIVE_STREAM,
        /** It returns a stream (the detail) by a {@code CompletionStage}. */
        STREAM_IN_STAGE,
        /** It takes more than one {@code NodeContext}. */
        SEVERAL_CONTEXTS,
        /** It says of a time (the detail, {@code timeout = "5s"}) what is no duration, or none that makes sense there. */
        BAD_DURATION,
        /** It is to be cached and gives nothing that could be. */
        NOTHING_TO_CACHE,
        /** It is to be tried less than once (the detail, a number). */
        BAD_ATTEMPTS,
        /** Its waits are to get shorter (by the detail, a number). */
        BAD_MULTIPLIER,
        /** It leaves to chance what is no part of a wait (the detail, a number). */
        BAD_JITTER
    }
}
