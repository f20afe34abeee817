package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.Sketch.Node;
import dev.hypergraph4j.runtime.Takes.How;
import dev.hypergraph4j.runtime.Takes.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Invariant I3, held against a journal line by line: where a node begins, whatever comes before it is recorded, and it stays the last word; what has
 * failed has no consumers. For a graph, and for those nested in it, one each for each turn and item.
 */
final class ProducersFirst {
    /** Who comes before and after each node of a sketch, those of an earlier turn left out. */
    private record Neighbours(List<List<Node>> before, List<List<Node>> after) {}

    private final Sketch sketch;
    private final Precedence precedence;
    private final Map<Sketch, Neighbours> known;
    private final Neighbours neighbours;
    private final Map<String, ProducersFirst> nested = new HashMap<>();

    /** The latest turn in which a node has begun; none before it has. */
    private final Map<Node, Integer> begun = new HashMap<>();

    private final Map<Node, Set<String>> open = new HashMap<>();
    private final Set<Node> completed = new HashSet<>();
    private final Set<Node> failed = new HashSet<>();

    private ProducersFirst(Sketch sketch, Map<Sketch, Neighbours> known) {
        this.sketch = sketch;
        this.precedence = new Precedence(sketch);
        this.known = known;
        this.neighbours = known.computeIfAbsent(sketch, first -> neighbours());
    }

    static ProducersFirst of(Sketch sketch) {
        return new ProducersFirst(sketch, new IdentityHashMap<>());
    }

    private Neighbours neighbours() {
        List<List<Node>> before = new ArrayList<>();
        List<List<Node>> after = new ArrayList<>();
        sketch.nodes().forEach(node -> after.add(new ArrayList<>()));
        for (Node node : sketch.nodes()) {
            List<Node> earlier = precedence.predecessors(node).stream()
                    .filter(other -> !precedence.leadsBack(other, node))
                    .toList();
            before.add(earlier);
            earlier.forEach(other -> after.get(other.number()).add(node));
        }
        return new Neighbours(before, after);
    }

    /** A line of the journal that is about a step. */
    void line(String type, String step) {
        int end = step.indexOf('/');
        String own = end < 0 ? step : step.substring(0, end);
        Node node = sketch.node(name(own));
        switch (type) {
            case "STARTED" -> begins(node, turn(own), step);
            case "COMPLETED", "FAILED" -> ends(node, step, end < 0, type.equals("FAILED"));
            default -> {}
        }
        if (end >= 0) {
            nested.computeIfAbsent(own, first -> new ProducersFirst(node.inner().sketch(), known))
                    .line(type, step.substring(end + 1));
        }
    }

    private static int turn(String step) {
        int from = step.indexOf('#');
        return from < 0 ? 0 : Integer.parseInt(step.substring(from + 1).replaceFirst("\\[.*", ""));
    }

    private void begins(Node node, int turn, String step) {
        for (Node earlier : neighbours.before.get(node.number())) {
            assertThat(failed).as("failed before " + step + " began").doesNotContain(earlier);
            assertThat(open.getOrDefault(earlier, Set.of()))
                    .as("without an outcome when " + step + " began")
                    .isEmpty();
        }
        for (Node later : neighbours.after.get(node.number())) {
            int limit = precedence.areTogether(node, later) ? turn : 0;
            assertThat(begun.getOrDefault(later, -1))
                    .as("turn of " + later.name() + ", begun before " + step + " began")
                    .isLessThan(limit);
        }
        for (Value value : node.takes().values()) {
            assertThat(value.how() != How.REQUIRED || isThere(value.name()))
                    .as("'" + value.name() + "' is there when " + step + " began")
                    .isTrue();
        }
        begun.merge(node, turn, Math::max);
        if (!mayBeLeft(step)) {
            open.computeIfAbsent(node, first -> new HashSet<>()).add(step);
        }
    }

    /** Whether the step is part of an item that may fail while it waits, and its map go on. */
    private boolean mayBeLeft(String step) {
        Sketch at = sketch;
        for (int from = 0, to = step.indexOf('/'); to >= 0; from = to + 1, to = step.indexOf('/', from)) {
            InnerSketch inner = at.node(name(step.substring(from, to))).inner();
            if (inner.mapping() != null && !inner.raises()) {
                return true;
            }
            at = inner.sketch();
        }
        return false;
    }

    private static String name(String part) {
        return part.replaceFirst("[#\\[].*", "");
    }

    /** A step of a nested graph that fails need not be the end of it. */
    private void ends(Node node, String step, boolean isOwn, boolean fails) {
        open.computeIfAbsent(node, first -> new HashSet<>()).remove(step);
        if (isOwn) {
            (fails ? failed : completed).add(node);
        }
    }

    /** A nested graph has no lines of its own, and none at all where none of its nodes ran. */
    private boolean isThere(String value) {
        List<Node> producers = sketch.producers(value);
        boolean isFromCaller = producers.isEmpty() || sketch.shared().contains(value);
        return (isFromCaller && sketch.given().containsKey(value))
                || producers.stream().anyMatch(producer -> producer.inner() != null || completed.contains(producer));
    }
}
