package dev.hypergraph4j.processor.wire;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks at the nodes that return nothing: they are run for their effects, whose order can be seen from outside. */
final class Effects {
    private final GateChoices choices;
    private final Precedence precedence;

    Effects(GateChoices choices, Precedence precedence) {
        this.choices = choices;
        this.precedence = precedence;
    }

    /** For each of them the last one before it, in the order of declaration, that a run may execute too and that nothing orders with it, if there is one. */
    List<List<GraphNode>> unordered(Collection<GraphNode> nodes) {
        List<GraphNode> effects = nodes.stream().filter(Effects::isEffect).toList();
        Map<GraphNode, Set<GraphNode>> behind = new HashMap<>();
        effects.forEach(effect -> behind.put(effect, precedence.allBehind(effect)));
        List<List<GraphNode>> pairs = new ArrayList<>();
        for (int i = 1; i < effects.size(); i++) {
            GraphNode later = effects.get(i);
            for (int j = i - 1; j >= 0; j--) {
                GraphNode earlier = effects.get(j);
                if (!behind.getOrDefault(earlier, Set.of()).contains(later)
                        && !behind.getOrDefault(later, Set.of()).contains(earlier)
                        && !choices.areExclusive(earlier, later)) {
                    pairs.add(List.of(earlier, later));
                    break;
                }
            }
        }
        return List.copyOf(pairs);
    }

    private static boolean isEffect(GraphNode node) {
        return node.gives().isEmpty()
                && node.nesting() == null
                && !node.method().traits().isGate();
    }
}
