package dev.hypergraph4j.runtime.log;

import static java.util.Comparator.comparing;

import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Tells people of a map in one line. */
final class MapSummary {
    private static final int MOST_NODES = 5;

    private final MapLog log;

    MapSummary(MapLog log) {
        this.log = log;
    }

    String text() {
        StringBuilder text = new StringBuilder(log.items() == 1 ? "1 item, " : log.items() + " items, ");
        text.append(DurationText.of(log.duration()));
        if (log.errorCount() > 0) {
            text.append(log.errorCount() == 1 ? ", 1 error" : ", " + log.errorCount() + " errors");
        }
        Set<String> shown = longest();
        log.nodeStats().forEach((node, stats) -> {
            if (shown.contains(node)) {
                text.append(" | ").append(node).append(": ").append(times(stats));
            }
        });
        int others = log.nodeStats().size() - shown.size();
        return others == 0
                ? text.toString()
                : text.append(" | ").append(others).append(" more").toString();
    }

    private Set<String> longest() {
        return log.nodeStats().entrySet().stream()
                .sorted(comparing((Map.Entry<String, NodeStats> node) ->
                                node.getValue().total())
                        .reversed())
                .limit(MOST_NODES)
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private static String times(NodeStats stats) {
        String average = "avg " + DurationText.of(stats.avg());
        boolean varies = stats.p95().compareTo(stats.avg().multipliedBy(2)) >= 0;
        return varies ? average + " (p95 " + DurationText.of(stats.p95()) + ")" : average;
    }
}
