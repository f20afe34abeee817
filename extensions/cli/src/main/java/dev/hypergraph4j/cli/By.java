package dev.hypergraph4j.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who does something. */
final class By {
    @Option(names = "--by", paramLabel = "WHO", description = "Who does it; the user of this process by default.")
    private @Nullable String who;

    String name() {
        return who == null ? System.getProperty("user.name", "") : who;
    }
}
