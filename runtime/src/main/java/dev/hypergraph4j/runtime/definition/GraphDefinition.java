package dev.hypergraph4j.runtime.definition;

import dev.hypergraph4j.internal.Lists;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.internal.Suggestions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a graph is. Immutable and thread-safe; hashes, drawings and look-ups are worked out each time, in time linear in the graph's size.
 *
 * @param name its name
 * @param version what {@code @Graph(version)} says; empty by default
 * @param inputs what the caller gives
 * @param nodes its nodes, in the order of the plan
 * @param outputs what it gives
 * @param nested the graphs that are nodes of it, by the names of these nodes
 */
public record GraphDefinition(
        String name,
        String version,
        List<InputDefinition> inputs,
        List<NodeDefinition> nodes,
        List<ValueDefinition> outputs,
        Map<String, GraphDefinition> nested) {

    /** Copies the lists. */
    public GraphDefinition {
        inputs = List.copyOf(inputs);
        nodes = List.copyOf(nodes);
        outputs = List.copyOf(outputs);
        nested = Collections.unmodifiableMap(new LinkedHashMap<>(nested));
    }

    /** A graph in which no graphs are nested. */
    public GraphDefinition(
            String name,
            String version,
            List<InputDefinition> inputs,
            List<NodeDefinition> nodes,
            List<ValueDefinition> outputs) {
        this(name, version, inputs, nodes, outputs, Map.of());
    }

    /** The same graph with others as nodes of it, by the names of these nodes. */
    public GraphDefinition nesting(Map<String, GraphDefinition> graphs) {
        return new GraphDefinition(name, version, inputs, nodes, outputs, graphs);
    }

    /**
     * The node called {@code node}.
     *
     * @throws IllegalArgumentException if there is none; the message says which was probably meant
     */
    public NodeDefinition node(String node) {
        return nodes.get(indexOf(node));
    }

    /**
     * The place in {@link #nodes()} of the node called {@code node}: its number in the plan.
     *
     * @throws IllegalArgumentException if there is none; the message says which was probably meant
     */
    public int indexOf(String node) {
        for (int i = 0; i < nodes.size(); i++) {
            if (nodes.get(i).name().equals(node)) {
                return i;
            }
        }
        throw new IllegalArgumentException(unknown(node).text());
    }

    /**
     * The values that go from node to node, ordered by the node that takes them. Inputs and outputs of the graph are no edges, nor is a value
     * that a node takes twice a second one.
     */
    public List<Edge> edges() {
        Map<String, List<String>> producers = new HashMap<>();
        nodes.forEach(node -> node.outputs()
                .forEach(output -> producers
                        .computeIfAbsent(output.name(), name -> new ArrayList<>(1))
                        .add(node.name())));
        Set<Edge> edges = new LinkedHashSet<>();
        for (NodeDefinition node : nodes) {
            for (ParameterDefinition input : node.inputs()) {
                for (String producer : producers.getOrDefault(input.name(), List.of())) {
                    edges.add(new Edge(producer, input.name(), node.name()));
                }
            }
        }
        return List.copyOf(edges);
    }

    /**
     * A hash of how the graph is put together: its inputs, nodes and outputs with their names and types, and which method a node runs; hence its
     * edges too. The graph's own name and version, defaults, the code of the methods, their place in the source and the order of declaration do
     * not count. Types count by their simple names.
     *
     * @return 16 hexadecimal digits, the same on every machine and in every JVM
     */
    public String structuralHash() {
        return new Fingerprint().structure(this).toString();
    }

    /**
     * A hash of all that a result may depend on: the {@link #structuralHash() structure}, the code of the nodes' methods, the inputs' defaults
     * and the version. Where the compiler did not tell the code of a node ({@link NodeDefinition#hash()} is empty), a change of it goes
     * unnoticed, as does one in a method that a node calls.
     *
     * @return 16 hexadecimal digits, the same on every machine and in every JVM
     */
    public String definitionHash() {
        return new Fingerprint().structure(this).code(this).toString();
    }

    /** A Mermaid flowchart, lines separated by {@code \n}: what may be absent is dotted, a remote call has doubled sides. */
    public String toMermaid() {
        return new MermaidDrawing(this).text();
    }

    /** A drawing in the DOT language of Graphviz, with a {@code \n} at the end of each line; it shows what {@link #toMermaid()} shows. */
    public String toDot() {
        return new DotDrawing(this).text();
    }

    /**
     * A text for people: a table of the inputs, the nodes in the order of the plan with what they take and give, and the outputs; with a
     * {@code \n} at the end of each line. What may be absent has a question mark. The form may change.
     */
    public String describe() {
        return new Description(this).text();
    }

    private Message unknown(String node) {
        List<String> names = new ArrayList<>();
        nodes.forEach(known -> names.add(known.name()));
        Message message = Message.of("UnknownNode", "Graph '" + name + "' has no node '" + node + "'.")
                .fact("nodes", Lists.enumerated(names));
        return Suggestions.closest(node, names)
                .map(closest -> message.didYouMean("'" + closest + "'"))
                .orElse(message);
    }
}
