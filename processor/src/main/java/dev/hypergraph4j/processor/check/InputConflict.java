package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Take;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Refuses an input on which those who have a say in it (nodes that take it, entry methods that pass it on) do not agree: on its type, on its default,
 * on whether there must be one. Reported on the entry method's parameter, if it is at odds with nodes; among equals on the one that stands
 * later; once an input.
 */
final class InputConflict implements GraphRule {
    private static final String RULE = "InputConflict";

    /**
     * Somebody who has a say in an input.
     *
     * @param who the method, as messages name it
     * @param role what it has to do with the input
     */
    private record Voice(
            String who,
            String role,
            ValueType type,
            @Nullable DefaultValue defaultValue,
            Site site) {}

    private record Clash(Voice earlier, Voice later) {}

    @Override
    public void check(Inspection graph) {
        Map<String, List<Voice>> entries = entries(graph);
        for (GraphInput input : graph.wiring().inputs().values()) {
            if (!graph.suspects().contains(input.name())) {
                check(input, entries.getOrDefault(input.name(), List.of()), graph);
            }
        }
    }

    private static void check(GraphInput input, List<Voice> entries, Inspection graph) {
        List<Take> sound = input.takes().stream()
                .filter(take -> !graph.suspects().contains(take.node()))
                .toList();
        List<Voice> nodes = sound.stream().map(InputConflict::voice).toList();
        Optional<Clash> types = typeClash(nodes, entries);
        Optional<Clash> defaults = defaultClash(input.name(), nodes, entries, graph);
        if (types.isPresent()) {
            graph.report().error(types.get().later().site(), types(input.name(), types.get()));
        } else if (defaults.isPresent()) {
            graph.report().error(defaults.get().later().site(), defaults(input.name(), defaults.get()));
        } else {
            checkAbsence(input, sound, graph);
        }
    }

    private static Optional<Clash> typeClash(List<Voice> nodes, List<Voice> entries) {
        Collection<Voice> wanted = distinctTypes(nodes);
        Collection<Voice> given = distinctTypes(entries);
        return clash(wanted, ValueType::isAssignableTo)
                .or(() -> given.stream()
                        .flatMap(entry -> wanted.stream()
                                .filter(node -> !entry.type().isAssignableTo(node.type()))
                                .map(node -> new Clash(node, entry)))
                        .findFirst())
                .or(() -> clash(given, (general, special) -> special.isAssignableTo(general)));
    }

    private static Collection<Voice> distinctTypes(List<Voice> voices) {
        Map<ValueType, Voice> byType = new LinkedHashMap<>();
        voices.forEach(voice -> byType.putIfAbsent(voice.type(), voice));
        return byType.values();
    }

    /** Two voices, if none of all has a type that serves the others. */
    private static Optional<Clash> clash(Collection<Voice> voices, BiPredicate<ValueType, ValueType> serves) {
        Voice best = null;
        for (Voice voice : voices) {
            if (best == null || (!serves.test(best.type(), voice.type()) && serves.test(voice.type(), best.type()))) {
                best = voice;
            }
        }
        boolean past = false;
        for (Voice voice : voices) {
            past |= voice.equals(best);
            if (best != null && !serves.test(best.type(), voice.type())) {
                return Optional.of(past ? new Clash(best, voice) : new Clash(voice, best));
            }
        }
        return Optional.empty();
    }

    private static Optional<Clash> defaultClash(
            String input, List<Voice> nodes, List<Voice> entries, Inspection graph) {
        List<Voice> stated = Stream.of(nodes.stream(), entries.stream(), providers(input, graph))
                .flatMap(voices -> voices)
                .filter(voice -> voice.defaultValue() != null && !(voice.defaultValue() instanceof DefaultValue.Unfit))
                .toList();
        return stated.stream()
                .filter(voice -> !Objects.equals(stated.get(0).defaultValue(), voice.defaultValue()))
                .map(voice -> new Clash(stated.get(0), voice))
                .findFirst();
    }

    private static void checkAbsence(GraphInput input, List<Take> takes, Inspection graph) {
        Optional<Take> needy = takes.stream()
                .filter(take -> !take.parameter().toleratesAbsence())
                .findFirst();
        if (needy.isEmpty() || input.defaultValue() != null) {
            return;
        }
        for (EntryMethod entry : graph.graph().entries()) {
            for (Parameter parameter : entry.parameters()) {
                if (parameter.value().equals(input.name()) && parameter.toleratesAbsence()) {
                    graph.report()
                            .error(
                                    parameter.site(),
                                    absence(voice(entry, parameter, graph), voice(needy.get()), input));
                }
            }
        }
    }

    private static Map<String, List<Voice>> entries(Inspection graph) {
        Map<String, List<Voice>> byName = new LinkedHashMap<>();
        for (EntryMethod entry : graph.graph().entries()) {
            for (Parameter parameter : entry.parameters()) {
                byName.computeIfAbsent(parameter.value(), name -> new ArrayList<>())
                        .add(voice(entry, parameter, graph));
            }
        }
        return byName;
    }

    private static Voice voice(EntryMethod entry, Parameter parameter, Inspection graph) {
        String who = graph.name() + "." + entry.method();
        String role = "parameter of " + who + Spelling.parameters(entry.parameters());
        return new Voice(who, role, parameter.type(), parameter.defaultValue(), parameter.site());
    }

    private static Voice voice(Take take) {
        Spelling spelling = Spelling.of(List.of(take), List.of());
        Parameter parameter = take.parameter();
        return new Voice(
                spelling.node(take.node()),
                spelling.role(take),
                parameter.type(),
                parameter.defaultValue(),
                Places.of(take));
    }

    private static Stream<Voice> providers(String input, Inspection graph) {
        return graph.graph().nodeClasses().stream()
                .filter(nodeClass -> nodeClass.name().equals(graph.graph().type()))
                .map(NodeClass::providers)
                .flatMap(List::stream)
                .filter(provider -> provider.method().equals(input))
                .map(provider -> new Voice(
                        provider.display(),
                        "default method of " + graph.name(),
                        provider.type(),
                        provider,
                        provider.site()));
    }

    private static Message types(String input, Clash clash) {
        Spelling spelling = Spelling.of(clash.earlier().type(), clash.later().type());
        String laterType = spelling.type(clash.later().type());
        String earlierType = spelling.type(clash.earlier().type());
        return Message.of(
                        RULE,
                        "%s takes the input '%s' as %s, but %s takes it as %s."
                                .formatted(
                                        clash.later().who(),
                                        input,
                                        laterType,
                                        clash.earlier().who(),
                                        earlierType))
                .fact(input, laterType, clash.later().role())
                .fact(input, earlierType, clash.earlier().role())
                .fix("declare both with one type")
                .fix("rename one of the parameters, if they are two inputs");
    }

    private static Message defaults(String input, Clash clash) {
        String later = display(clash.later());
        String earlier = display(clash.earlier());
        return Message.of(
                        RULE,
                        "The input '%s' has the default %s in %s, but %s in %s."
                                .formatted(
                                        input,
                                        later,
                                        clash.later().who(),
                                        earlier,
                                        clash.earlier().who()))
                .fact(input, later, clash.later().role())
                .fact(input, earlier, clash.earlier().role())
                .fix("write one default, in both places or in one: it holds for both")
                .fix("rename one of the parameters, if they are two inputs");
    }

    private static String display(Voice voice) {
        return voice.defaultValue() == null ? "" : voice.defaultValue().display();
    }

    private static Message absence(Voice entry, Voice node, GraphInput input) {
        Spelling spelling = Spelling.of(entry.type(), node.type());
        return Message.of(
                        RULE,
                        "%s may be called without '%s', but %s needs it and there is no default."
                                .formatted(entry.who(), input.name(), node.who()))
                .fact(input.name(), spelling.type(entry.type()), "optional " + entry.role())
                .fact(input.name(), spelling.type(node.type()), node.role())
                .fix("require it: declare the parameter of " + entry.who() + " as " + spelling.type(node.type()))
                .fix("say what it is then, with @Default on the parameter of " + node.who());
    }
}
