package dev.hypergraph4j.samples.ask;

import java.nio.file.Path;

/** A few pages of Markdown that the tests ask about: the manual of an espresso machine. */
final class Manual {
    /** Where it lies; tests run in the module's folder. */
    static final Path FOLDER = Path.of("src/test/resources/manual");

    private Manual() {}
}
