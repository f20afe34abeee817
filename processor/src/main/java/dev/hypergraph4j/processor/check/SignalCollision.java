package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The part of {@link NameCollision} that looks at signals: none may be called as a value, since {@code waitFor} has one name for both. Reported on the
 * signal, where a node first emits it.
 */
final class SignalCollision implements GraphRule {

    @Override
    public void check(Inspection graph) {
        Map<String, String> values = roles(graph);
        Set<String> seen = new HashSet<>();
        for (GraphNode node : graph.wiring().declared()) {
            for (Name signal : node.method().traits().emits()) {
                String role = values.get(signal.text());
                if (role != null && seen.add(signal.text())) {
                    Site site = Places.isFurtherUse(node) ? node.use().site() : signal.site();
                    graph.report().error(site, message(signal.text(), node, role, graph));
                }
            }
        }
    }

    /** What each value is to a node that has it. */
    private static Map<String, String> roles(Inspection graph) {
        Map<String, String> roles = new HashMap<>();
        for (GraphNode node : graph.wiring().declared()) {
            for (Give give : node.gives()) {
                roles.putIfAbsent(
                        give.value(), Spelling.of(List.of(), List.of(give)).role(give));
            }
        }
        for (GraphNode node : graph.wiring().declared()) {
            for (Take take : node.takes()) {
                if (take.parameter().demand() == Demand.CONTEXT) {
                    continue;
                }
                roles.putIfAbsent(
                        take.value(), Spelling.of(List.of(take), List.of()).role(take));
            }
        }
        return roles;
    }

    private static Message message(String name, GraphNode node, String role, Inspection graph) {
        return Message.of(
                        NameCollision.RULE,
                        "%s emits '%s', which is a value of %s."
                                .formatted(node.method().display(), name, graph.name()))
                .fact("signal", "emitted by " + node.method().signature())
                .fact("value", role)
                .fix("give the signal another name")
                .fix("wait for the value, and emit nothing");
    }
}
