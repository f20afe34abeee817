package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.internal.Mermaid;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.List;

/** The documentation of a graph class: its drawing, and tables of its inputs and outputs. */
final class GraphJavadoc {
    private static final int MOST_NODES_DRAWN = 60;

    private GraphJavadoc() {}

    static CodeBlock of(Wiring wiring) {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add(
                        "The graph $L of {@link $T}: $L.\n",
                        DocText.code(wiring.graph().name()),
                        wiring.graph().type(),
                        counted(wiring.plan().size()));
        if (wiring.plan().size() <= MOST_NODES_DRAWN) {
            doc.add("\n<pre>{@code\n$L\n}</pre>\n", drawing(wiring));
        }
        if (!wiring.inputs().isEmpty()) {
            doc.add("\n<table>\n<caption>Inputs</caption>\n<tr><th>Name</th><th>Type</th><th>Given</th></tr>\n");
            wiring.inputs().values().forEach(input -> doc.add(row(input.name(), type(input), remark(input))));
            doc.add("</table>\n");
        }
        if (!wiring.outputs().isEmpty()) {
            doc.add("\n<table>\n<caption>Outputs</caption>\n<tr><th>Name</th><th>Type</th><th>From</th></tr>\n");
            for (GraphOutput output : wiring.outputs()) {
                String from = output.give().node().method().display();
                doc.add(row(output.name(), output.type().display(), from));
            }
            doc.add("</table>\n");
        }
        return doc.build();
    }

    private static String counted(int nodes) {
        return nodes == 1 ? "one node" : nodes + " nodes";
    }

    private static String drawing(Wiring wiring) {
        List<Mermaid.Box> boxes =
                wiring.plan().stream().map(node -> box(node, wiring)).toList();
        List<String> outputs = wiring.outputs().stream().map(GraphOutput::name).toList();
        List<Mermaid.Value> inputs = wiring.inputs().values().stream()
                .map(input -> new Mermaid.Value(input.name(), input.mayBeAbsent()))
                .toList();
        return Mermaid.flowchart(inputs, boxes, outputs);
    }

    private static Mermaid.Box box(GraphNode node, Wiring wiring) {
        return new Mermaid.Box(
                node.name(),
                node.method().kind(),
                node.takes().stream().map(Take::value).toList(),
                node.gives().stream()
                        .map(give -> new Mermaid.Value(give.value(), wiring.mayBeAbsent(give)))
                        .toList(),
                new Mermaid.Control(
                        wiring.targets(node).stream().map(GraphNode::name).toList(),
                        node.emits(),
                        node.method().traits().waits().stream().map(Name::text).toList(),
                        node.method().traits().interrupt()));
    }

    private static String type(GraphInput input) {
        return input.type().display();
    }

    private static String remark(GraphInput input) {
        if (input.required()) {
            return "required";
        }
        return input.defaultValue() == null
                ? "optional"
                : "optional, by default " + DocText.code(input.defaultValue().display());
    }

    private static CodeBlock row(String name, String type, String remark) {
        return CodeBlock.of("<tr><td>$L</td><td>{@code $L}</td><td>$L</td></tr>\n", name, type, remark);
    }
}
