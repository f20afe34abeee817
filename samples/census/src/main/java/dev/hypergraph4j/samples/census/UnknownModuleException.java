package dev.hypergraph4j.samples.census;

import java.util.Optional;

/** The running JDK has no module of that name. */
final class UnknownModuleException extends RuntimeException {

    UnknownModuleException(String name, Optional<String> suggestion) {
        super("This JDK (%s) has no module '%s'. %s"
                .formatted(
                        Runtime.version(),
                        name,
                        suggestion
                                .map("Did you mean '%s'?"::formatted)
                                .orElse("'java --list-modules' shows those it has.")));
    }
}
