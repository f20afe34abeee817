package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The values that nodes take and nobody gives, or nobody at first.
 *
 * @param exposed those that the caller gives, by name, in the order of {@code inputs}, of the entry methods, or of declaration
 * @param hidden those that the caller may not give, since the inputs are closed, and that every node can do without
 * @param unlisted those that a node can't do without and the caller may not give, since the inputs are closed
 */
record Inputs(Map<String, GraphInput> exposed, Map<String, GraphInput> hidden, List<String> unlisted) {

    /** @param fromCaller who takes a value of that name from the caller, if anybody does */
    static Inputs of(GraphDeclaration graph, Edges edges, Function<String, List<Take>> fromCaller) {
        Map<String, DefaultValue> graphDefaults = graphDefaults(graph);
        Map<String, List<Parameter>> entryParameters = entryParameters(graph);
        Map<String, GraphInput> exposed = new LinkedHashMap<>();
        Map<String, GraphInput> hidden = new LinkedHashMap<>();
        List<String> unlisted = new ArrayList<>();
        for (String name : namesInOrder(graph, entryParameters, edges)) {
            List<Take> takes = fromCaller.apply(name);
            if (takes.isEmpty()) {
                continue;
            }
            List<Parameter> entries = entryParameters.getOrDefault(name, List.of());
            boolean seed = edges.producers().containsKey(name);
            GraphInput input = input(name, takes, entries, graphDefaults.get(name), seed);
            if (isOpenTo(name, graph, entryParameters)) {
                exposed.put(name, input);
            } else if (input.required()) {
                unlisted.add(name);
            } else {
                hidden.put(name, input);
            }
        }
        return new Inputs(
                Collections.unmodifiableMap(exposed), Collections.unmodifiableMap(hidden), List.copyOf(unlisted));
    }

    private static boolean isOpenTo(String name, GraphDeclaration graph, Map<String, List<Parameter>> entries) {
        return !graph.closesInputs()
                || entries.containsKey(name)
                || graph.inputs().stream().anyMatch(listed -> listed.text().equals(name));
    }

    private static Set<String> namesInOrder(
            GraphDeclaration graph, Map<String, List<Parameter>> entryParameters, Edges edges) {
        Set<String> names = new LinkedHashSet<>();
        graph.inputs().forEach(name -> names.add(name.text()));
        names.addAll(entryParameters.keySet());
        names.addAll(edges.consumers().keySet());
        return names;
    }

    private static GraphInput input(
            String name, List<Take> takes, List<Parameter> entries, @Nullable DefaultValue graphDefault, boolean seed) {
        DefaultValue defaultValue = Stream.concat(
                        entries.stream(), takes.stream().map(Take::parameter))
                .map(Parameter::defaultValue)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(graphDefault);
        boolean tolerated = takes.stream().allMatch(take -> take.parameter().demand() != Demand.REQUIRED);
        return new GraphInput(
                name, typeFor(takes, entries), !tolerated && defaultValue == null, defaultValue, seed, takes);
    }

    /** A type that whoever gives the input can give and whoever takes it can take; the first one's where there is none. */
    private static ValueType typeFor(List<Take> takes, List<Parameter> entries) {
        Set<ValueType> wanted = new LinkedHashSet<>();
        takes.forEach(take -> wanted.add(take.parameter().type()));
        Set<ValueType> given = new LinkedHashSet<>();
        entries.forEach(entry -> given.add(entry.type()));
        Set<ValueType> candidates = given.isEmpty() ? wanted : given;
        return candidates.stream()
                .filter(type -> wanted.stream().allMatch(type::isAssignableTo))
                .filter(type -> given.stream().allMatch(other -> other.isAssignableTo(type)))
                .findFirst()
                .orElseGet(() -> candidates.iterator().next());
    }

    private static Map<String, List<Parameter>> entryParameters(GraphDeclaration graph) {
        Map<String, List<Parameter>> byName = new LinkedHashMap<>();
        for (EntryMethod entry : graph.entries()) {
            for (Parameter parameter : entry.parameters()) {
                byName.computeIfAbsent(parameter.value(), name -> new ArrayList<>())
                        .add(parameter);
            }
        }
        return byName;
    }

    private static Map<String, DefaultValue> graphDefaults(GraphDeclaration graph) {
        Map<String, DefaultValue> byName = new LinkedHashMap<>();
        graph.nodeClasses().stream()
                .filter(nodeClass -> nodeClass.name().equals(graph.type()))
                .map(NodeClass::providers)
                .flatMap(List::stream)
                .forEach(provider -> byName.put(provider.method(), provider));
        return byName;
    }
}
