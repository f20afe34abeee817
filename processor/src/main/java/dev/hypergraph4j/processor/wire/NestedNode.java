package dev.hypergraph4j.processor.wire;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Parameter.Seed;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.model.SourcePosition;
import dev.hypergraph4j.processor.model.Subgraph;
import dev.hypergraph4j.processor.model.Traits;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Makes an ordinary node of a nested graph: one that takes its inputs and gives its outputs. To all that follows, it differs from others in what it
 * runs only.
 */
final class NestedNode {
    private static final ClassName MAP_RESULT = ClassName.get("dev.hypergraph4j.runtime", "MapResult");

    private final Subgraph subgraph;
    private final NestedGraph graph;
    private final Map<String, DefaultValue> bound = new LinkedHashMap<>();

    private NestedNode(Subgraph subgraph, NestedGraph graph) {
        this.subgraph = subgraph;
        this.graph = graph;
        for (Subgraph.Binding bind : subgraph.binds()) {
            GraphInput input = graph.inputs().get(bind.input().text());
            if (input != null) {
                bound.putIfAbsent(
                        input.name(),
                        input.type().literal(bind.value().text(), bind.value().site()));
            }
        }
    }

    /** @param declared its place in the order of declaration */
    static GraphNode of(int declared, Subgraph subgraph, NestedGraph graph) {
        NestedNode nested = new NestedNode(subgraph, graph);
        return new GraphNode(declared, nested.use(), new Nesting(subgraph, graph, nested.bound));
    }

    private NodeUse use() {
        NodeMethod method = method();
        return new NodeUse(
                method, method.owner(), name(), subgraph.inputs(), subgraph.outputs(), false, subgraph.site());
    }

    private NodeMethod method() {
        List<Parameter> parameters = subgraph.namespaced() ? recordOfInputs() : parameters();
        List<OutputPort> outputs = subgraph.namespaced()
                ? List.of(new OutputPort(name(), record("Outputs"), "", false, subgraph.site()))
                : graph.outputs().stream().map(this::output).toList();
        return new NodeMethod(
                subgraph.type(),
                "",
                graph.name(),
                NodeKind.STEP,
                false,
                graph.isPublic(),
                false,
                returned(),
                parameters,
                outputs,
                Traits.PLAIN,
                List.of(),
                SourcePosition.UNKNOWN,
                "",
                graph.site());
    }

    private List<Parameter> parameters() {
        return graph.inputs().values().stream()
                .filter(input -> !bound.containsKey(input.name()))
                .map(this::parameter)
                .toList();
    }

    private List<Parameter> recordOfInputs() {
        if (graph.inputs().isEmpty()) {
            return List.of();
        }
        String name = Nesting.record(name());
        return List.of(
                new Parameter(name, name, record("Inputs"), Demand.REQUIRED, null, false, Seed.NONE, subgraph.site()));
    }

    private ValueType record(String suffix) {
        return new GeneratedRecord(graph.generated(suffix), graph.isPublic());
    }

    private String name() {
        return subgraph.name().isEmpty() ? graph.name() : subgraph.name();
    }

    private TypeName returned() {
        ClassName outputs = graph.generated("Outputs");
        return subgraph.isMapped() ? ParameterizedTypeName.get(MAP_RESULT, outputs) : outputs;
    }

    private Parameter parameter(GraphInput input) {
        if (subgraph.mapping().isOver(input.name())) {
            return new Parameter(
                    input.name(),
                    input.name(),
                    input.type().sequence(),
                    Demand.REQUIRED,
                    null,
                    false,
                    Seed.NONE,
                    subgraph.site());
        }
        return new Parameter(
                input.name(),
                input.name(),
                input.type(),
                input.mayBeAbsent() ? Demand.OPTIONAL : Demand.REQUIRED,
                input.defaultValue(),
                false,
                isFedBack(input) ? Seed.SEED : Seed.NONE,
                subgraph.site());
    }

    /** Whether the node gives what it takes, as one that adds to a list does: the first value comes from elsewhere. */
    private boolean isFedBack(GraphInput input) {
        return graph.outputs().stream()
                .anyMatch(output ->
                        renamed(subgraph.outputs(), output.name()).equals(renamed(subgraph.inputs(), input.name())));
    }

    private static String renamed(List<Renaming> renamings, String name) {
        return renamings.stream()
                .filter(renaming -> renaming.from().text().equals(name))
                .map(renaming -> renaming.to().text())
                .findFirst()
                .orElse(name);
    }

    private OutputPort output(OutputPort output) {
        if (subgraph.isMapped()) {
            boolean optional = output.nullable() || subgraph.mayMissItems();
            return new OutputPort(output.name(), output.type().list(optional), output.name(), false, subgraph.site());
        }
        return new OutputPort(output.name(), output.type(), output.name(), output.nullable(), subgraph.site());
    }
}
