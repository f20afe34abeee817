package dev.hypergraph4j.runtime;

import java.util.function.Consumer;

/** The handle of a map. */
final class StartedMap<O> extends Started<MapResult<O>> implements MapHandle<O> {

    StartedMap(Consumer<String> stop) {
        super(stop);
    }
}
