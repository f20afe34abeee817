package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.Give;
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

    /**
     * Where the user says that there is an output.
     *
     * @param words the start of a sentence: {@code Rag selects 'docs'}
     * @param type what it has to be; {@code null} where any type will do
     */
    private record Promise(
            String output, String words, @Nullable ValueType type, Site site) {
        static Promise of(Name selected, Inspection graph) {
            String words = "%s selects '%s'".formatted(graph.name(), selected.text());
            return new Promise(selected.text(), words, null, selected.site());
        }

        static Promise of(EntryMethod entry, Inspection graph) {
            String words = "%s.%s returns '%s'".formatted(graph.name(), entry.method(), entry.output());
            return new Promise(entry.output(), words, entry.type(), entry.outputSite());
        }

        boolean fits(ValueType given) {
            return type == null || given.isAssignableTo(type);
        }
    }

    @Override
    public void check(Inspection graph) {
        for (Name selected : graph.graph().select()) {
            if (!graph.wiring().producers().containsKey(selected.text())) {
                refuse(Promise.of(selected, graph), graph);
            }
        }
        for (EntrySlice slice : graph.wiring().entries()) {
            EntryMethod entry = slice.entry();
            if (entry.type() != null && slice.give() == null && entry.faults().isEmpty()) {
                refuse(Promise.of(entry, graph), graph);
            }
        }
    }

    private static void refuse(Promise promise, Inspection graph) {
        if (graph.suspects().contains(promise.output())) {
            return;
        }
        List<Give> cut = graph.wiring().cutProducers().getOrDefault(promise.output(), List.of());
        if (!cut.isEmpty()) {
            graph.report().error(promise.site(), cutOff(promise, cut.get(0), graph));
        } else if (!graph.suspects().incomplete()) {
            Optional<Candidate> guess = graph.guesses().produced(promise.output(), promise::fits);
            if (guess.isEmpty() || !graph.suspects().contains(guess.get().name())) {
                graph.report().error(promise.site(), unknown(promise, guess, graph));
            }
        }
    }

    private static Message unknown(Promise promise, Optional<Candidate> guess, Inspection graph) {
        boolean isInput = graph.wiring().consumers().containsKey(promise.output());
        String reason = isInput ? "which is an input of %s: no node produces it" : "which no node of %s produces";
        Message message = Message.of(RULE, "%s, %s.".formatted(promise.words(), reason.formatted(graph.name())));
        ValueType type = promise.type();
        Spelling spelling = type == null ? Spelling.of() : Spelling.of(type);
        guess.ifPresent(candidate -> spelling.mention(candidate.type()));
        if (type != null) {
            message = message.fact(promise.output(), spelling.type(type), "wanted by " + graph.name());
        }
        message = message.didYouMean(
                guess.map(candidate -> candidate.display(spelling)).orElse(""));
        return type == null
                ? withFixesOfSelect(message, promise.output(), guess)
                : withFixesOfEntryMethod(message, promise, guess, graph);
    }

    private static Message withFixesOfSelect(Message message, String output, Optional<Candidate> guess) {
        Message mended =
                guess.isPresent() ? message.fix("select \"" + guess.get().name() + "\"") : message;
        return mended.fix(produce(output)).fix("remove it from select");
    }

    private static Message withFixesOfEntryMethod(
            Message message, Promise promise, Optional<Candidate> guess, Inspection graph) {
        Predicate<ValueType> fits = promise::fits;
        String meant = guess.or(() -> graph.guesses().onlyProduced(fits))
                .map(Candidate::name)
                .orElse("...");
        return message.fix("say which output it returns: @Output(\"" + meant + "\")")
                .fix(produce(promise.output()));
    }

    private static String produce(String output) {
        return "have a node produce it: @Node(outputName = \"" + output + "\")";
    }

    private static Message cutOff(Promise promise, Give give, Inspection graph) {
        String output = promise.output();
        boolean bySelect = !graph.graph().select().isEmpty()
                && graph.graph().select().stream().noneMatch(name -> name.text().equals(output));
        Spelling spelling = Spelling.of(List.of(), List.of(give));
        Message message = Message.of(
                        RULE,
                        "%s, but %s leaves out the node that produces it."
                                .formatted(promise.words(), bySelect ? "select" : "entrypoint"))
                .fact(output, spelling.type(give.port().type()), spelling.role(give));
        return message.fix(
                bySelect
                        ? "add \"" + output + "\" to select"
                        : "add \"" + give.node().name() + "\", or a node before it, to entrypoint");
    }
}
