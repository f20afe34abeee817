package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.log.MapLog;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How a map ended and what it gave. Items keep their order and one place each: {@code results().get(7)} is the result of the item 7, whatever became
 * of the others. Immutable and thread-safe.
 *
 * @param <O> the type of the outputs of an item: the generated record of the graph
 */
public final class MapResult<O> implements Iterable<RunResult<O>> {
    private final String graph;
    private final List<RunResult<O>> results;
    private final int started;
    private final RunStatus status;
    private final @Nullable String stopReason;
    private final MapLog log;

    // Made when first asked for
    private volatile @Nullable String runId;

    MapResult(PreparedMap<O> map, List<RunResult<O>> results, int started, @Nullable String stopReason, MapLog log) {
        this.graph = map.plan().name();
        this.results = List.copyOf(results);
        this.started = started;
        this.status = status(this.results);
        this.stopReason = status == RunStatus.STOPPED ? stopReason : null;
        this.log = log;
        this.runId = map.options().runId();
    }

    private static RunStatus status(List<? extends RunResult<?>> results) {
        long completed = count(RunStatus.COMPLETED, results);
        if (completed == results.size()) {
            return RunStatus.COMPLETED;
        }
        if (count(RunStatus.STOPPED, results) > 0) {
            return RunStatus.STOPPED;
        }
        if (count(RunStatus.PAUSED, results) > 0) {
            return RunStatus.PAUSED;
        }
        return completed == 0 ? RunStatus.FAILED : RunStatus.PARTIAL;
    }

    private static long count(RunStatus status, List<? extends RunResult<?>> results) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    /**
     * How the map ended: {@link RunStatus#COMPLETED} if all its items did, or there was none; {@link RunStatus#STOPPED} if it was stopped before
     * that; else {@link RunStatus#PAUSED} if an item waits for an answer; else {@link RunStatus#PARTIAL} if some items completed, and {@link RunStatus#FAILED} if none did. A map with a failed item has a result
     * only under {@link ErrorHandling#CONTINUE}.
     */
    public RunStatus status() {
        return status;
    }

    /** Whether all items completed, so that each has outputs. */
    public boolean isCompleted() {
        return status == RunStatus.COMPLETED;
    }

    /** How many items there were, those of a stopped map included that did not start. */
    public int size() {
        return results.size();
    }

    /** The result of each item, in order. An item that did not start before the map was stopped is {@link RunStatus#STOPPED}, with an empty log. */
    public List<RunResult<O>> results() {
        return results;
    }

    /** The {@link #results()} in order. */
    @Override
    public Iterator<RunResult<O>> iterator() {
        return results.iterator();
    }

    /** The outputs of each item, in order; an item that did not complete is an empty place. */
    public List<Optional<O>> outputs() {
        return results.stream()
                .map(result -> result.isCompleted() ? Optional.ofNullable(result.outputs()) : Optional.<O>empty())
                .toList();
    }

    /** What made items fail, by the place of the item, in order. */
    public Map<Integer, HypergraphException> errors() {
        Map<Integer, HypergraphException> errors = new LinkedHashMap<>();
        for (int item = 0; item < results.size(); item++) {
            int place = item;
            results.get(item).error().ifPresent(error -> errors.put(place, error));
        }
        return Collections.unmodifiableMap(errors);
    }

    /** The items of a stopped map that did not start, by their places: always the last ones. */
    public List<Integer> unstarted() {
        return IntStream.range(started, results.size()).boxed().toList();
    }

    /** Why the map was stopped; empty where it was not. */
    public Optional<String> stopReason() {
        return Optional.ofNullable(stopReason);
    }

    /** The graph's name. */
    public String graph() {
        return graph;
    }

    /** The map's id: the one of its {@link RunOptions}, or else a random UUID. That of an item's run is this and its place, if an id was given. */
    public String runId() {
        String id = runId;
        if (id == null) {
            synchronized (this) {
                id = runId;
                if (id == null) {
                    id = UUID.randomUUID().toString();
                    runId = id;
                }
            }
        }
        return id;
    }

    /** What the items did, added up: always there, whatever the status. */
    public MapLog log() {
        return log;
    }

    /** {@code rag PARTIAL: 50 items, 4m12s, 2 errors | embed: avg 200 ms}. */
    @Override
    public String toString() {
        return graph + " " + status + ": " + log.summary();
    }
}
