package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.Give;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Refuses two producers of one value that a run may both execute: nothing tells which one its consumers get, unless the value is shared and one goes before
 * the other. Reported on the output name of the second, in the order of
 * declaration, once a value.
 */
final class DuplicateOutput implements GraphRule {
    private static final String RULE = "DuplicateOutput";

    @Override
    public void check(Inspection graph) {
        Set<String> reported = new HashSet<>();
        for (List<Give> pair : graph.wiring().clashes()) {
            String value = pair.get(0).value();
            if (!graph.suspects().contains(value) && reported.add(value)) {
                if (pair.stream().noneMatch(give -> graph.suspects().contains(give.node()))) {
                    graph.report().error(Places.of(pair.get(1)), message(value, pair, graph));
                }
                graph.suspects().add(value);
            }
        }
    }

    private static String orderOf(List<Give> pair) {
        return "let one wait for the other: emit = \"...\" in %s, waitFor = \"...\" in %s"
                .formatted(
                        pair.get(0).node().method().display(),
                        pair.get(1).node().method().display());
    }

    private static Message message(String value, List<Give> pair, Inspection graph) {
        List<Give> gives = graph.wiring().producers().getOrDefault(value, pair);
        Spelling spelling = Spelling.of(List.of(), gives);
        Give second = pair.get(1);
        String who = gives.size() == 2
                ? "both %s and %s produce".formatted(spelling.node(gives.get(0).node()), spelling.node(second.node()))
                : "%d nodes produce".formatted(gives.size());
        boolean shared =
                graph.graph().shared().stream().anyMatch(name -> name.text().equals(value));
        String order = shared ? ", and nothing says which goes first" : "";
        Message message = Message.of(RULE, "In %s, %s '%s'%s.".formatted(graph.name(), who, value, order));
        Message told = Facts.gives(message, gives, spelling);
        return (shared ? told.fix(orderOf(pair)) : told)
                .fix(Places.giveOtherwise(second) + ", and take it by that name where it is meant")
                .fix("leave one of the nodes out of " + graph.name());
    }
}
