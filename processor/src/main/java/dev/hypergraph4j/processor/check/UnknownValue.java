package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Refuses annotations that name what no node gives: a signal or value in {@code waitFor}, which would never come, and a value in
 * {@code @Graph(shared)}, which nobody would share. Reported on that name.
 */
final class UnknownValue implements GraphRule {
    private static final String RULE = "UnknownValue";

    @Override
    public void check(Inspection graph) {
        if (graph.suspects().incomplete()) {
            return;
        }
        Collection<String> values = new TreeSet<>(graph.wiring().producers().keySet());
        values.addAll(graph.wiring().cutProducers().keySet());
        Collection<String> awaitable = new TreeSet<>(values);
        for (GraphNode node : graph.wiring().declared()) {
            node.method().traits().emits().forEach(signal -> awaitable.add(signal.text()));
        }
        for (GraphNode node : graph.wiring().declared()) {
            checkWaits(node, awaitable, graph);
        }
        for (Name shared : graph.graph().shared()) {
            if (!values.contains(shared.text())) {
                graph.report().error(shared.site(), notShared(shared.text(), values, graph));
                graph.suspects().add(shared.text());
            }
        }
    }

    private static void checkWaits(GraphNode node, Collection<String> awaitable, Inspection graph) {
        for (Name awaited : node.method().traits().waits()) {
            if (!awaitable.contains(awaited.text()) && !graph.suspects().contains(node)) {
                Site site = Places.isFurtherUse(node) ? node.use().site() : awaited.site();
                graph.report().error(site, neverThere(awaited.text(), node, awaitable, graph));
                graph.suspects().addFlaw();
            }
        }
    }

    private static Message neverThere(String awaited, GraphNode node, Collection<String> awaitable, Inspection graph) {
        Optional<String> guess = givenByNode(awaited, graph).or(() -> Suggestions.closest(awaited, awaitable));
        String reason = graph.wiring().consumers().containsKey(awaited)
                ? "which is an input of %s: no node gives it"
                : "which no node of %s gives";
        Message message = Message.of(
                RULE,
                "%s waits for '%s', %s."
                        .formatted(
                                Spelling.of(node.takes(), List.of()).node(node),
                                awaited,
                                reason.formatted(graph.name())));
        if (!awaitable.isEmpty()) {
            message = message.fact("to wait for", Lists.enumerated(List.copyOf(awaitable)));
        }
        return withGuess(message, guess)
                .fix("have a node give it: emit = \"" + awaited + "\"")
                .fix("remove it from waitFor");
    }

    /** What the node called {@code name} gives: nodes are not what is waited for, but may be taken for it. */
    private static Optional<String> givenByNode(String name, Inspection graph) {
        return graph.wiring().declared().stream()
                .filter(node -> node.name().equals(name))
                .flatMap(node -> Stream.concat(
                        node.method().traits().emits().stream().map(Name::text),
                        node.gives().stream().map(Give::value)))
                .findFirst();
    }

    private static Message notShared(String shared, Collection<String> values, Inspection graph) {
        Optional<String> guess = Suggestions.closest(shared, values);
        Message message =
                Message.of(RULE, "%s shares '%s', which no node of it produces.".formatted(graph.name(), shared));
        if (!values.isEmpty()) {
            message = message.fact("produced", Lists.enumerated(List.copyOf(values)));
        }
        return withGuess(message, guess)
                .fix("have nodes produce it: @Node(outputName = \"" + shared + "\")")
                .fix("remove it from shared");
    }

    private static Message withGuess(Message message, Optional<String> guess) {
        return guess.isPresent()
                ? message.didYouMean("'" + guess.get() + "'").fix("write '" + guess.get() + "'")
                : message;
    }
}
