package dev.hypergraph4j.processor;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.runtime.CompiledGraph;
import java.io.File;
import java.net.URISyntaxException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The class paths that users compile with. */
public final class ClassPath {
    private ClassPath() {}

    /** Our annotations and our runtime, and annotations that say what may be {@code null}. */
    public static List<File> ofUsers() {
        return List.of(origin(Graph.class), origin(CompiledGraph.class), origin(Nullable.class));
    }

    /** The same without our runtime. */
    public static List<File> withoutRuntime() {
        return List.of(origin(Graph.class), origin(Nullable.class));
    }

    private static File origin(Class<?> type) {
        try {
            return new File(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
