package dev.hypergraph4j.benchmarks;

/** The same nodes, written and compiled in another way. */
enum Variant {
    /** Node methods, javac alone. */
    NODES_ALONE("nodes", ""),
    /** Node methods and our processor. */
    NODES("nodes", "hypergraph4j"),
    /** Methods of a Dagger module, javac alone. */
    MODULE_ALONE("module", ""),
    /** Methods of a Dagger module, and Dagger's processor. */
    MODULE("module", "dagger"),
    /** Classes with constructors for Dagger to inject, javac alone. */
    CLASSES_ALONE("classes", ""),
    /** Classes with constructors for Dagger to inject, and Dagger's processor. */
    CLASSES("classes", "dagger");

    private final String sources;
    private final String processor;

    Variant(String sources, String processor) {
        this.sources = sources;
        this.processor = processor;
    }

    /** The folder of its sources in that of a project. */
    String sources() {
        return sources;
    }

    /** The name of the file with the processor path; empty for none. */
    String processor() {
        return processor;
    }

    /** The same sources without a processor. */
    Variant alone() {
        return switch (this) {
            case NODES_ALONE, NODES -> NODES_ALONE;
            case MODULE_ALONE, MODULE -> MODULE_ALONE;
            case CLASSES_ALONE, CLASSES -> CLASSES_ALONE;
        };
    }
}
