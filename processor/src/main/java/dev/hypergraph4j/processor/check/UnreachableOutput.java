package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an output that is promised, by {@code select} or by an entry method, and that no run can produce. Reported on the promise: on the entry of
 * {@code select}, on {@code @Output}, or on the entry method whose name is the output's.
 */
final class UnreachableOutput implements GraphRule {
    private static final String RULE = "UnreachableOutput";

    @Override
    public void check(Inspection graph) {
        for (Name selected : graph.graph().select()) {
            if (!graph.wiring().producers().containsKey(selected.text())) {
                String promise = "%s selects '%s'".formatted(graph.name(), selected.text());
                refuse(selected.text(), promise, selected.site(), null, graph);
            }
        }
        for (EntrySlice slice : graph.wiring().entries()) {
            EntryMethod entry = slice.entry();
            if (entry.type() != null && slice.give() == null && entry.faults().isEmpty()) {
                String promise = "%s.%s returns '%s'".formatted(graph.name(), entry.method(), entry.output());
                refuse(entry.output(), promise, entry.outputSite(), entry.type(), graph);
            }
        }
    }

    private static void refuse(String output, String promise, Site site, @Nullable ValueType type, Inspection graph) {
        if (graph.suspects().contains(output)) {
            return;
        }
        List<Give> cut = graph.wiring().cutProducers().getOrDefault(output, List.of());
        if (!cut.isEmpty()) {
            graph.report().error(site, cutOff(output, promise, cut.get(0), graph));
        } else if (!graph.suspects().incomplete()) {
            Predicate<ValueType> fits = given -> type == null || given.isAssignableTo(type);
            Optional<Candidate> guess = graph.guesses().produced(output, fits);
            if (guess.isEmpty() || !graph.suspects().contains(guess.get().name())) {
                graph.report().error(site, unknown(output, promise, type, guess, graph));
            }
        }
    }

    private static Message unknown(
            String output, String promise, @Nullable ValueType type, Optional<Candidate> guess, Inspection graph) {
        List<Take> takes = graph.wiring().consumers().getOrDefault(output, List.of());
        Message message = Message.of(
                RULE,
                takes.isEmpty()
                        ? "%s, which no node of %s produces.".formatted(promise, graph.name())
                        : "%s, which is an input of %s: no node produces it.".formatted(promise, graph.name()));
        Spelling spelling = type == null ? Spelling.of() : Spelling.of(type);
        guess.ifPresent(candidate -> spelling.mention(candidate.type()));
        if (type != null) {
            message = message.fact(output, spelling.type(type), "wanted by " + graph.name());
        }
        String meant = guess.map(Candidate::name).orElse("...");
        if (guess.isPresent()) {
            message = message.didYouMean(guess.get().display(spelling));
        }
        if (type != null) {
            message = message.fix("say which output it returns: @Output(\"" + meant + "\")");
        } else if (guess.isPresent()) {
            message = message.fix("select \"" + meant + "\"");
        }
        message = message.fix("have a node produce it: @Node(outputName = \"" + output + "\")");
        return type == null ? message.fix("remove it from select") : message;
    }

    private static Message cutOff(String output, String promise, Give give, Inspection graph) {
        boolean bySelect = !graph.graph().select().isEmpty()
                && graph.graph().select().stream().noneMatch(name -> name.text().equals(output));
        String culprit = bySelect ? "select" : "entrypoint";
        Spelling spelling = Spelling.of(List.of(), List.of(give));
        return Message.of(RULE, "%s, but %s leaves out the node that produces it.".formatted(promise, culprit))
                .fact(output, spelling.type(give.port().type()), spelling.role(give))
                .fix(
                        bySelect
                                ? "add \"" + output + "\" to select"
                                : "add \"" + give.node().name() + "\", or a node before it, to entrypoint");
    }
}
