package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Refuses an entry method that can't be implemented: one that takes what its result does not need, or not all that it needs; one that returns another
 * type than its output has; one in the way of a generated method. Reported on the parameter where one is at fault, else on the method.
 */
final class BadEntryMethod implements GraphRule {
    private static final String RULE = "BadEntryMethod";

    @Override
    public void check(Inspection graph) {
        for (EntrySlice slice : graph.wiring().entries()) {
            EntryMethod entry = slice.entry();
            if (!faults(entry).isEmpty()) {
                graph.report().error(entry.site(), faulty(entry, graph));
            } else if (isInTheWay(entry, graph)) {
                graph.report().error(entry.site(), inTheWay(entry, graph));
            } else if (entry.result() == EntryMethod.Result.RUN_RESULT || slice.give() != null) {
                checkParameters(slice, graph);
                checkResult(slice, graph);
            }
        }
    }

    private static List<String> faults(EntryMethod entry) {
        boolean returnsNothing = entry.type() == null && entry.result() != EntryMethod.Result.RUN_RESULT;
        return entry.faults().isEmpty() && returnsNothing ? List.of("returns nothing") : entry.faults();
    }

    private static boolean isInTheWay(EntryMethod entry, Inspection graph) {
        boolean generatedAnyway = entry.method().equals("run")
                && entry.result() == EntryMethod.Result.RUN_RESULT
                && !entry.asynchronous();
        return !generatedAnyway
                && GeneratedMethods.include(entry.method(), entry.parameters().size(), graph.wiring());
    }

    private static void checkParameters(EntrySlice slice, Inspection graph) {
        if (graph.suspects().incomplete()) {
            return;
        }
        Map<String, Take> needed = new TreeMap<>();
        for (GraphNode node : slice.nodes()) {
            for (Take take : node.takes()) {
                if (graph.wiring().isFromCaller(take)) {
                    needed.merge(take.value(), take, BadEntryMethod::needier);
                }
            }
        }
        Map<String, Take> missing = new TreeMap<>(needed);
        slice.entry().parameters().forEach(parameter -> missing.remove(parameter.value()));
        missing.keySet().removeIf(graph.suspects()::contains);
        Set<String> seen = new HashSet<>();
        for (Parameter parameter : slice.entry().parameters()) {
            if (!seen.add(parameter.value())) {
                graph.report().error(parameter.site(), twice(parameter, slice.entry(), graph));
            } else if (!needed.containsKey(parameter.value())
                    && !graph.suspects().contains(parameter.value())) {
                checkUnneeded(parameter, slice, needed, missing, graph);
            }
        }
        missing.values().removeIf(take -> !isRequired(take, graph));
        if (!missing.isEmpty()) {
            graph.report().error(slice.entry().site(), missing(slice.entry(), missing, graph));
        }
    }

    private static Take needier(Take one, Take other) {
        return one.parameter().toleratesAbsence() ? other : one;
    }

    private static boolean isRequired(Take take, Inspection graph) {
        GraphInput input = graph.wiring().inputs().get(take.value());
        return input != null
                && input.defaultValue() == null
                && !take.parameter().toleratesAbsence();
    }

    /**
     * Reports the parameter; what it was meant to be is no longer missing. Where the result needs a value with a mistake, nobody knows what else it
     * needs.
     */
    private static void checkUnneeded(
            Parameter parameter,
            EntrySlice slice,
            Map<String, Take> needed,
            Map<String, Take> missing,
            Inspection graph) {
        Give give = graph.wiring().producer(parameter.value());
        if (give != null) {
            graph.report().error(parameter.site(), produced(parameter, give, slice.entry(), graph));
            return;
        }
        SortedMap<String, Candidate> candidates = new TreeMap<>();
        missing.forEach((name, take) -> candidates.put(name, Candidate.of(take)));
        Optional<Candidate> guess =
                graph.guesses().closest(parameter.value(), candidates, parameter.type()::isAssignableTo);
        if (guess.isPresent()) {
            missing.remove(guess.get().name());
        } else if (needed.keySet().stream().anyMatch(graph.suspects()::contains)) {
            return;
        }
        graph.report().error(parameter.site(), unneeded(parameter, slice.entry(), needed, guess, graph));
    }

    private static void checkResult(EntrySlice slice, Inspection graph) {
        EntryMethod entry = slice.entry();
        Give give = slice.give();
        ValueType type = entry.type();
        if (give == null || type == null || graph.suspects().contains(give.value())) {
            return;
        }
        if (!give.port().type().isAssignableTo(type)) {
            graph.report().error(entry.site(), otherType(entry, type, give, graph));
        } else if (entry.result() == EntryMethod.Result.OUTPUT && slice.mayBeAbsent()) {
            graph.report().error(entry.site(), maybeNone(entry, type, give, graph));
        }
    }

    private static String name(EntryMethod entry, Inspection graph) {
        return graph.name() + "." + entry.method();
    }

    private static String role(EntryMethod entry, Inspection graph) {
        return "parameter of " + name(entry, graph) + Spelling.parameters(entry.parameters());
    }

    private static Message faulty(EntryMethod entry, Inspection graph) {
        List<String> reasons =
                faults(entry).stream().map(fault -> "it " + fault).toList();
        return Message.of(
                        RULE,
                        "%s can't be an entry method: %s.".formatted(name(entry, graph), Lists.enumerated(reasons)))
                .fact("method", name(entry, graph) + Spelling.parameters(entry.parameters()))
                .fix("return an output, or the RunResult of all: RunResult<%sOutputs>"
                        .formatted(graph.graph().baseName()))
                .fix("give it a body, so that it is a default method");
    }

    private static Message inTheWay(EntryMethod entry, Inspection graph) {
        String generated = graph.graph().baseName() + "Graph";
        return Message.of(
                        RULE,
                        "%s is in the way of the method %s that %s has already."
                                .formatted(name(entry, graph), entry.method(), generated))
                .fact("method", name(entry, graph) + Spelling.parameters(entry.parameters()))
                .fix("rename it, and say which output it returns: @Output(\"" + entry.output() + "\")");
    }

    private static Message twice(Parameter parameter, EntryMethod entry, Inspection graph) {
        return Message.of(RULE, "%s takes '%s' twice.".formatted(name(entry, graph), parameter.value()))
                .fact(parameter.name(), parameter.type().display(), role(entry, graph))
                .fix("remove one of the parameters");
    }

    private static Message produced(Parameter parameter, Give give, EntryMethod entry, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(), List.of(give)).mention(parameter.type());
        return Message.of(
                        RULE,
                        "%s takes '%s', which %s produces."
                                .formatted(name(entry, graph), parameter.value(), spelling.node(give.node())))
                .fact(parameter.value(), spelling.type(parameter.type()), role(entry, graph))
                .fact(give.value(), spelling.type(give.port().type()), spelling.role(give))
                .fix("remove the parameter")
                .fix("leave %s out, if the caller is to give it: start behind it, with entrypoint"
                        .formatted(give.node().name()));
    }

    private static Message unneeded(
            Parameter parameter,
            EntryMethod entry,
            Map<String, Take> needed,
            Optional<Candidate> guess,
            Inspection graph) {
        String users = entry.result() == EntryMethod.Result.RUN_RESULT
                ? "no node of " + graph.name()
                : "no node that '" + entry.output() + "' needs";
        Spelling spelling = Spelling.of(parameter.type());
        guess.ifPresent(candidate -> spelling.mention(candidate.type()));
        Message message = Message.of(
                        RULE, "%s takes '%s', which %s takes.".formatted(name(entry, graph), parameter.value(), users))
                .fact(parameter.value(), spelling.type(parameter.type()), role(entry, graph));
        if (!needed.isEmpty()) {
            message = message.fact("inputs", Lists.enumerated(needed.keySet()));
        }
        return (guess.isPresent()
                        ? message.didYouMean(guess.get().display(spelling))
                                .fix("rename the parameter to '" + guess.get().name() + "'")
                        : message)
                .fix("remove the parameter");
    }

    private static Message missing(EntryMethod entry, Map<String, Take> missing, Inspection graph) {
        Spelling spelling = Spelling.of(missing.values(), List.of());
        Message message = Message.of(
                RULE,
                "%s does not take %s, which its result needs."
                        .formatted(name(entry, graph), Lists.quoted(missing.keySet())));
        List<String> declarations = new ArrayList<>();
        for (Take take : missing.values()) {
            String type = spelling.type(take.parameter().type());
            message = message.fact(take.value(), type, spelling.role(take));
            declarations.add(type + " " + take.value());
        }
        return message.fix("add to its parameters: " + Lists.enumerated(declarations))
                .fix("give what callers may leave out a default, with @Default");
    }

    private static Message otherType(EntryMethod entry, ValueType type, Give give, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(), List.of(give)).mention(type);
        String given = spelling.type(give.port().type());
        return Message.of(
                        RULE,
                        "%s returns '%s' as %s, but %s produces %s."
                                .formatted(
                                        name(entry, graph),
                                        entry.output(),
                                        spelling.type(type),
                                        spelling.node(give.node()),
                                        given))
                .fact(entry.output(), spelling.type(type), "result of " + name(entry, graph))
                .fact(entry.output(), given, spelling.role(give))
                .fix("return " + given)
                .fix("return another output: @Output(\"...\")");
    }

    private static Message maybeNone(EntryMethod entry, ValueType type, Give give, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(), List.of(give)).mention(type);
        Message message = Message.of(
                        RULE,
                        give.port().nullable()
                                ? "%s returns '%s', but %s, which is @Nullable, may produce none."
                                        .formatted(name(entry, graph), entry.output(), spelling.node(give.node()))
                                : "%s returns '%s', but %s may be skipped."
                                        .formatted(name(entry, graph), entry.output(), spelling.node(give.node())))
                .fact(entry.output(), spelling.type(type), "result of " + name(entry, graph))
                .fact(entry.output(), spelling.type(give.port().type()), spelling.role(give))
                .fix("return Optional<" + spelling.type(give.port().type()) + ">");
        return give.port().nullable()
                ? message.fix(
                        "remove @Nullable from %s, if it always gives a value".formatted(spelling.node(give.node())))
                : message.fix(
                        "have every choice of its gates lead to a node that produces '%s'".formatted(entry.output()));
    }
}
