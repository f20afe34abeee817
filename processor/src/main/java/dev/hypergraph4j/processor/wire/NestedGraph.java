package dev.hypergraph4j.processor.wire;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Nested;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.Subgraph;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A graph as one that nests it sees it, whether its source tells of it or what was generated beside its class file.
 *
 * @param type the type that declares it
 * @param name its name
 * @param isPublic whether the types that are generated for it are public
 * @param inputs what it takes, by name
 * @param outputs what it gives
 * @param question the names of the nodes that lead to one which asks; none where none does
 * @param site where it is declared; where it comes from a class file, the {@code @Subgraph}
 * @param wiring the graph with its edges; {@code null} where it comes from a class file
 */
public record NestedGraph(
        ClassName type,
        String name,
        boolean isPublic,
        Map<String, GraphInput> inputs,
        List<OutputPort> outputs,
        List<String> question,
        Site site,
        @Nullable Wiring wiring) {

    static NestedGraph of(Wiring wiring, Subgraph subgraph) {
        return new NestedGraph(
                wiring.graph().type(),
                wiring.graph().name(),
                wiring.graph().isPublic(),
                wiring.inputs(),
                wiring.outputs().stream()
                        .map(output -> new OutputPort(
                                output.name(), output.type(), output.name(), output.mayBeAbsent(), subgraph.site()))
                        .toList(),
                wiring.question(),
                wiring.graph().site(),
                wiring);
    }

    static NestedGraph of(Nested.Processed graph, Subgraph subgraph) {
        Map<String, GraphInput> inputs = new LinkedHashMap<>();
        graph.inputs().forEach(parameter -> inputs.put(parameter.value(), input(parameter)));
        return new NestedGraph(
                subgraph.type(),
                graph.name(),
                graph.isPublic(),
                Collections.unmodifiableMap(inputs),
                graph.outputs(),
                graph.question(),
                subgraph.site(),
                null);
    }

    private static GraphInput input(Parameter parameter) {
        boolean required = parameter.demand() == Demand.REQUIRED && parameter.defaultValue() == null;
        return new GraphInput(
                parameter.value(), parameter.type(), required, parameter.defaultValue(), false, List.of());
    }

    /** The type that is generated for it with {@code suffix}. */
    ClassName generated(String suffix) {
        return ClassName.get(type.packageName(), String.join("_", type.simpleNames()) + suffix);
    }
}
