package dev.hypergraph4j.runtime.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/** The elements that a streaming node has given until now, each of which is told as it comes. For one thread at a time. */
final class Elements<T> {
    private final int node;
    private final @Nullable RunLink run;
    private final List<T> all = new ArrayList<>();

    Elements(int node, @Nullable RunLink run) {
        this.node = node;
        this.run = run;
    }

    /**
     * Adds the next one.
     *
     * @throws CancellationException if the run is to stop
     */
    void add(@Nullable T element) {
        if (run != null && run.stopRequested()) {
            throw new CancellationException("The run was told to stop before the stream ended.");
        }
        if (element == null) {
            throw new NullPointerException("The node returned a stream with null among its elements.");
        }
        all.add(element);
        if (run != null) {
            run.emit(node, element);
        }
    }

    /** All of them. */
    List<T> list() {
        return Collections.unmodifiableList(all);
    }
}
