package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.EventProcessor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Writes down what happens, a line an event, indented by how deep its span lies in the tree, without ids and times. */
final class Transcript implements EventProcessor {
    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final List<Event> events = new CopyOnWriteArrayList<>();
    private final Map<Long, Integer> depths = new HashMap<>(Map.of(0L, -1));

    @Override
    public void onEvent(Event event) {
        int depth = depths.computeIfAbsent(event.spanId(), id -> depths.get(event.parentSpanId()) + 1);
        events.add(event);
        lines.add("  ".repeat(depth) + event.span() + ": " + described(event));
    }

    /** The lines, each with a line break behind it. */
    String text() {
        return String.join("\n", lines) + "\n";
    }

    List<String> lines() {
        return List.copyOf(lines);
    }

    List<Event> events() {
        return List.copyOf(events);
    }

    private static String described(Event event) {
        if (event instanceof Event.RunStarted run) {
            return "run of " + run.graph() + " starts, " + run.nodes() + " nodes";
        } else if (event instanceof Event.RunEnded run) {
            return "run of " + run.graph() + " ends " + run.status() + caused(run.error());
        } else if (event instanceof Event.MapStarted map) {
            return "map of " + map.graph() + " starts, " + map.items() + " items";
        } else if (event instanceof Event.MapEnded map) {
            return "map of " + map.graph() + " ends, " + map.completed() + " completed, " + map.failed() + " failed";
        } else if (event instanceof Event.NodeStarted) {
            return "starts";
        } else if (event instanceof Event.NodeEnded node) {
            return "ends " + node.status() + caused(node.error());
        } else if (event instanceof Event.NodeSkipped) {
            return "is skipped";
        } else if (event instanceof Event.RouteDecided route) {
            return "opens " + route.targets();
        } else if (event instanceof Event.StopRequested stop) {
            return "is to stop: " + stop.reason();
        }
        return event.getClass().getSimpleName();
    }

    private static String caused(Throwable error) {
        return error == null ? "" : ", " + error.getClass().getSimpleName();
    }
}
