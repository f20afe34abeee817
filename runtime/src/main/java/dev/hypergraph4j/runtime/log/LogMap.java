package dev.hypergraph4j.runtime.log;

import dev.hypergraph4j.runtime.definition.GraphDefinition;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Puts a log into plain maps and lists. */
final class LogMap {
    private final boolean withValues;

    LogMap(boolean withValues) {
        this.withValues = withValues;
    }

    Map<String, Object> of(RunLog log, GraphDefinition graph) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("graph", graph.name());
        map.put("version", graph.version());
        map.put("began", log.began().toString());
        map.put("durationNanos", log.duration().toNanos());
        map.put("errors", log.errors().size());
        map.put("skipped", log.skipped());
        map.put("paused", log.paused());
        map.put("notes", log.notes());
        map.put("steps", log.steps().stream().map(this::step).toList());
        return Collections.unmodifiableMap(map);
    }

    Map<String, Object> of(MapLog log, GraphDefinition graph) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("graph", graph.name());
        map.put("version", graph.version());
        map.put("began", log.began().toString());
        map.put("durationNanos", log.duration().toNanos());
        map.put("items", log.items());
        map.put("errors", log.errorCount());
        map.put("firstErrors", log.errors().stream().map(LogMap::itemError).toList());
        Map<String, Object> nodes = new LinkedHashMap<>();
        log.nodeStats().forEach((node, stats) -> nodes.put(node, stats(stats)));
        map.put("nodes", Collections.unmodifiableMap(nodes));
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Object> itemError(ItemError error) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("item", error.item());
        map.put("node", error.node());
        map.putAll(error(error.error()));
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Object> stats(NodeStats stats) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("count", stats.count());
        map.put("totalNanos", stats.total().toNanos());
        map.put("minNanos", stats.min().toNanos());
        map.put("avgNanos", stats.avg().toNanos());
        map.put("p50Nanos", stats.p50().toNanos());
        map.put("p95Nanos", stats.p95().toNanos());
        map.put("maxNanos", stats.max().toNanos());
        map.put("errors", stats.errors());
        map.put("cached", stats.cached());
        map.put("replayed", stats.replayed());
        map.put("retries", stats.retries());
        return Collections.unmodifiableMap(map);
    }

    private Map<String, Object> step(NodeRecord step) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("node", step.node());
        map.put("iteration", step.iteration());
        map.put("attempts", step.attempts());
        map.put("ready", step.ready().toString());
        map.put("start", step.start().toString());
        map.put("end", step.end().toString());
        map.put("waitingNanos", step.waiting().toNanos());
        map.put("workingNanos", step.working().toNanos());
        map.put("origin", step.origin().name());
        map.put("status", step.status().name());
        if (step.error() != null) {
            map.put("error", error(step.error()));
        }
        if (withValues) {
            map.put("inputs", PlainValue.of(step.inputs()));
            map.put("outputs", PlainValue.of(step.outputs()));
        }
        return Collections.unmodifiableMap(map);
    }

    private static Map<String, Object> error(Throwable error) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("type", error.getClass().getName());
        map.put("message", PlainValue.text(error, Throwable::getMessage));
        return Collections.unmodifiableMap(map);
    }
}
