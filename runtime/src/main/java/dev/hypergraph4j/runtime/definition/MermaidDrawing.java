package dev.hypergraph4j.runtime.definition;

import dev.hypergraph4j.internal.Mermaid;
import java.util.List;

/** Draws a graph as the compiler draws it in the Javadoc of what it generates. */
final class MermaidDrawing {
    private final GraphDefinition graph;

    MermaidDrawing(GraphDefinition graph) {
        this.graph = graph;
    }

    String text() {
        List<Mermaid.Value> inputs = graph.inputs().stream()
                .map(input -> new Mermaid.Value(input.name(), input.mayBeAbsent()))
                .toList();
        List<Mermaid.Box> boxes =
                graph.nodes().stream().map(MermaidDrawing::box).toList();
        List<String> outputs =
                graph.outputs().stream().map(ValueDefinition::name).toList();
        return Mermaid.flowchart(inputs, boxes, outputs);
    }

    private static Mermaid.Box box(NodeDefinition node) {
        List<String> takes =
                node.inputs().stream().map(ParameterDefinition::name).toList();
        List<Mermaid.Value> gives = node.outputs().stream()
                .map(output -> new Mermaid.Value(output.name(), output.optional()))
                .toList();
        NodeControl control = node.control();
        return new Mermaid.Box(
                node.name(),
                node.kind(),
                takes,
                gives,
                new Mermaid.Control(control.targets(), control.emits(), control.waitsFor(), control.asks()));
    }
}
