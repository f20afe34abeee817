package dev.hypergraph4j.runtime;

import java.util.function.Consumer;

/** The handle of a run. */
final class StartedRun<O> extends Started<RunResult<O>> implements RunHandle<O> {

    StartedRun(Consumer<String> stop) {
        super(stop);
    }
}
