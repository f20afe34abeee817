package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The part of {@link UnknownInput} that looks from the other side, at names the graph's annotations give: an entry of {@code @Graph(inputs)} that no
 * node takes, and a {@code @Rename} of a value that its method does not have. Reported on that name. A value that was probably meant by it is not
 * reported as missing as well.
 */
final class UnknownInputName implements GraphRule {

    @Override
    public void check(Inspection graph) {
        for (GraphNode node : graph.wiring().declared()) {
            checkRenames(node, graph);
        }
        for (Name listed : graph.graph().inputs()) {
            checkListed(listed, graph);
        }
    }

    private static void checkRenames(GraphNode node, Inspection graph) {
        NodeUse use = node.use();
        for (Renaming renaming : Renames.leadingNowhere(use)) {
            boolean input = use.inputs().contains(renaming);
            List<String> known = input ? Renames.taken(use.method()) : Renames.given(use.method());
            graph.report()
                    .error(
                            renaming.from().site(),
                            renameOfNothing(renaming.from().text(), use, input ? "take" : "produce", known));
        }
    }

    private static Message renameOfNothing(String from, NodeUse use, String does, List<String> known) {
        Message message = Message.of(
                UnknownInput.RULE,
                "The %s '%s' renames '%s', which %s does not %s."
                        .formatted(
                                Places.annotation(use),
                                use.name(),
                                from,
                                use.method().display(),
                                does));
        if (!known.isEmpty()) {
            message = message.fact(does + "s", Lists.enumerated(known));
        }
        Optional<String> guess = Suggestions.closest(from, known);
        return message.didYouMean(guess.map(name -> "'" + name + "'").orElse(""))
                .fix(guess.map(name -> "write '" + name + "'").orElse("name a value that the method has"))
                .fix("remove the @Rename");
    }

    private static void checkListed(Name listed, Inspection graph) {
        Wiring wiring = graph.wiring();
        String name = listed.text();
        Give give = wiring.producer(name);
        boolean known = wiring.inputs().containsKey(name) || graph.suspects().contains(name);
        if (known || (give == null && graph.suspects().incomplete())) {
            return;
        }
        if (give != null) {
            graph.report().error(listed.site(), produced(give, graph));
            return;
        }
        SortedMap<String, Candidate> free = new TreeMap<>();
        wiring.consumers().forEach((value, takes) -> {
            if (!isListed(value, graph) && !wiring.producers().containsKey(value)) {
                free.put(value, Candidate.of(takes.get(0)));
            }
        });
        Optional<Candidate> guess = graph.guesses().closest(name, free, type -> true);
        guess.ifPresent(candidate -> graph.suspects().add(candidate.name()));
        graph.report().error(listed.site(), notTaken(name, guess, graph));
    }

    private static boolean isListed(String value, Inspection graph) {
        return graph.graph().inputs().stream().anyMatch(name -> name.text().equals(value));
    }

    private static Message notTaken(String name, Optional<Candidate> guess, Inspection graph) {
        List<String> taken = new ArrayList<>(graph.wiring().inputs().keySet());
        boolean takenByOthers = graph.wiring().declared().stream()
                .flatMap(node -> node.takes().stream())
                .anyMatch(take -> take.value().equals(name));
        Message message = Message.of(
                UnknownInput.RULE,
                "%s lists the input '%s', which no node of it %s."
                        .formatted(graph.name(), name, takenByOthers ? "that runs takes" : "takes"));
        if (!taken.isEmpty()) {
            message = message.fact("inputs", Lists.enumerated(taken));
        }
        return (guess.isPresent()
                        ? message.didYouMean(guess.get()
                                        .display(Spelling.of(guess.get().type())))
                                .fix("write '" + guess.get().name() + "'")
                        : message)
                .fix("remove it from inputs");
    }

    private static Message produced(Give give, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(), List.of(give));
        return Message.of(
                        UnknownInput.RULE,
                        "%s lists the input '%s', which %s produces."
                                .formatted(graph.name(), give.value(), spelling.node(give.node())))
                .fact(give.value(), spelling.type(give.port().type()), spelling.role(give))
                .fix("remove it from inputs")
                .fix("start behind %s, if the caller is to give it: name the nodes that take it in entrypoint"
                        .formatted(give.node().name()));
    }
}
