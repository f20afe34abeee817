package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.Parameter.Seed;
import java.util.List;
import java.util.Set;

/** Who takes a value from the caller: where no node gives it, where it is the first value of a cycle, and where a shared value is read before it is given. */
final class FromCaller {
    private final Edges edges;
    private final Precedence precedence;
    private final Set<String> shared;

    FromCaller(Edges edges, Precedence precedence, Set<String> shared) {
        this.edges = edges;
        this.precedence = precedence;
        this.shared = shared;
    }

    List<Take> takes(String value) {
        List<Take> takes = edges.consumers().getOrDefault(value, List.of());
        List<Give> gives = edges.producers().getOrDefault(value, List.of());
        if (gives.isEmpty()) {
            return takes;
        }
        if (shared.contains(value)) {
            return takes.stream()
                    .filter(take -> gives.stream().noneMatch(give -> isGivenBefore(give, take)))
                    .toList();
        }
        return takes.stream()
                .filter(take -> take.parameter().isSeed())
                .filter(take -> gives.stream().anyMatch(give -> precedence.isInSameRegion(give.node(), take.node())))
                .toList();
    }

    /** Seeds that no cycle feeds, or one that nothing makes turn: the node's own output does not. */
    List<Take> idleSeeds() {
        return edges.nodes().stream()
                .flatMap(node -> node.takes().stream())
                .filter(take -> take.parameter().isSeed() && !isTurned(take))
                .toList();
    }

    private boolean isTurned(Take take) {
        GraphNode node = take.node();
        boolean isFed = edges.producers().getOrDefault(take.value(), List.of()).stream()
                .anyMatch(give -> precedence.isInSameRegion(give.node(), node));
        return isFed
                && (take.parameter().seed() == Seed.CONVERGING
                        || precedence.unitOf(node).size() > 1);
    }

    private boolean isGivenBefore(Give give, Take take) {
        return precedence.sharedBefore().getOrDefault(take.node(), Set.of()).contains(give.node());
    }
}
