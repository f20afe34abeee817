package dev.hypergraph4j.samples.census;

/** The kinds of types that Java has, each type being of one kind only. */
enum TypeKind {
    CLASS,
    INTERFACE,
    ENUM,
    RECORD,
    ANNOTATION
}
