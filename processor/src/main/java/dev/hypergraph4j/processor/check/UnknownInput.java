package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Refuses a value that nobody gives: in a graph with closed inputs, one that is not among them; in an open graph, one whose name is so close to that of
 * a produced value of a fitting type that it is probably meant ({@code @Input} says that it is not). Reported on the first parameter
 * that takes it, once a value: there the name is written.
 */
final class UnknownInput implements GraphRule {
    static final String RULE = "UnknownInput";

    @Override
    public void check(Inspection graph) {
        if (graph.suspects().incomplete()) {
            return;
        }
        List<String> misnamed = entryParametersThatNobodyTakes(graph);
        for (String value : graph.wiring().unlisted()) {
            if (Suggestions.closest(value, misnamed).isPresent()) {
                continue;
            }
            List<Take> takes = sound(graph.wiring().consumers().getOrDefault(value, List.of()), graph);
            if (graph.wiring().producers().containsKey(value)) {
                takes.stream()
                        .filter(take -> take.parameter().isSeed())
                        .findFirst()
                        .or(() -> takes.stream().findFirst())
                        .ifPresent(take -> checkFirst(take, graph));
                continue;
            }
            takes.stream()
                    .filter(take -> !take.parameter().toleratesAbsence())
                    .findFirst()
                    .or(() -> takes.stream().findFirst())
                    .ifPresent(take -> checkMissing(take, takes, graph));
        }
        graph.wiring().hidden().values().forEach(input -> checkMissed(input, graph));
        if (!graph.graph().closesInputs()) {
            graph.wiring().inputs().values().forEach(input -> checkMissed(input, graph));
        }
    }

    /** Values that an entry method takes by another name are its mistake, and reported there. */
    private static List<String> entryParametersThatNobodyTakes(Inspection graph) {
        return graph.graph().entries().stream()
                .flatMap(entry -> entry.parameters().stream())
                .map(Parameter::value)
                .filter(name -> !graph.wiring().consumers().containsKey(name))
                .distinct()
                .toList();
    }

    private static List<Take> sound(List<Take> takes, Inspection graph) {
        return takes.stream().filter(take -> !graph.suspects().contains(take)).toList();
    }

    private static void checkMissing(Take take, List<Take> takes, Inspection graph) {
        Optional<Candidate> guess = graph.guesses().takeable(take);
        if (guess.isEmpty() || !graph.suspects().contains(guess.get().name())) {
            graph.report().error(Places.of(take), missing(take, takes, guess, graph));
        }
        graph.suspects().add(take.value());
    }

    /** A value that nodes give, but not the first one. */
    private static void checkFirst(Take take, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(take), List.of());
        Message message = Message.of(
                RULE,
                "%s needs a first '%s', which %s does not take as an input."
                        .formatted(spelling.node(take.node()), take.value(), graph.name()));
        graph.report()
                .error(
                        Places.of(take),
                        Facts.takes(message, List.of(take), spelling)
                                .fix(fromCaller(take.value(), graph))
                                .fix("give it a default, with @Default on the parameter"));
        graph.suspects().add(take.value());
    }

    private static void checkMissed(GraphInput input, Inspection graph) {
        List<Take> takes = sound(input.takes(), graph);
        if (takes.isEmpty() || takes.stream().anyMatch(take -> take.parameter().declaredInput())) {
            return;
        }
        Take take = takes.get(0);
        Optional<Candidate> guess = graph.missedBy(take)
                .filter(candidate ->
                        candidate.type().isAssignableTo(take.parameter().type()));
        if (guess.isPresent()) {
            if (!graph.suspects().contains(guess.get().name())) {
                graph.report().error(Places.of(take), missed(take, guess.get(), graph));
            }
            graph.suspects().add(take.value());
        }
    }

    private static Message missing(Take take, List<Take> takes, Optional<Candidate> guess, Inspection graph) {
        Spelling spelling = Spelling.of(takes, List.of());
        guess.ifPresent(candidate -> spelling.mention(candidate.type()));
        boolean cut = graph.wiring().cutProducers().containsKey(take.value());
        Message message = Message.of(
                RULE,
                "%s needs '%s', which no node of %s %s and %s does not take as an input."
                        .formatted(
                                spelling.node(take.node()),
                                take.value(),
                                graph.name(),
                                cut ? "that runs produces" : "produces",
                                graph.name()));
        message = graph.withPath(Facts.takes(message, first(take, takes), spelling), take.node());
        if (guess.isPresent()) {
            message = message.didYouMean(guess.get().display(spelling))
                    .fix(Places.takeInstead(take, guess.get().name()));
        }
        message = message.fix(fromCaller(take.value(), graph));
        return cut
                ? message.fix("add the node that produces it to entrypoint")
                : message.fix("have a node produce it: @Node(outputName = \"" + take.value() + "\")");
    }

    private static Message missed(Take take, Candidate guess, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(take), List.of()).mention(guess.type());
        Message message = Message.of(
                        RULE,
                        "%s needs '%s', which no node of %s produces; one produces '%s'."
                                .formatted(spelling.node(take.node()), take.value(), graph.name(), guess.name()))
                .fact(take.value(), spelling.type(take.parameter().type()), spelling.role(take));
        message = graph.withPath(message, take.node())
                .didYouMean(guess.display(spelling))
                .fix(Places.takeInstead(take, guess.name()));
        return graph.graph().closesInputs()
                ? message.fix(fromCaller(take.value(), graph))
                : message.fix("annotate the parameter @Input, if the caller is to give '" + take.value() + "'");
    }

    private static List<Take> first(Take take, List<Take> takes) {
        return Stream.concat(Stream.of(take), takes.stream().filter(other -> !other.equals(take)))
                .toList();
    }

    private static String fromCaller(String value, Inspection graph) {
        return graph.graph().inputs().isEmpty()
                ? "take it from the caller: add '" + value + "' to an entry method of " + graph.name()
                : "take it from the caller: add \"" + value + "\" to the inputs of " + graph.name();
    }
}
