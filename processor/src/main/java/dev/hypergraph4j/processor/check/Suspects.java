package dev.hypergraph4j.processor.check;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The values and nodes of a graph that a mistake was found in. A rule that reports something adds what else may look wrong because of it, and says
 * nothing of what is here already: so a cause is reported once.
 *
 * <p>It starts with what is wrong before any graph is looked at: methods that can't be nodes, and names that can't be read.
 */
final class Suspects {
    private final Set<String> values = new HashSet<>();
    private final Set<GraphNode> nodes = new HashSet<>();
    private boolean incomplete;
    private boolean flawed;

    private Suspects() {}

    static Suspects of(Wiring wiring) {
        Suspects suspects = new Suspects();
        GraphDeclaration graph = wiring.graph();
        Set<ClassName> nameless = graph.nodeClasses().stream()
                .filter(nodeClass -> nodeClass.origin() == Origin.NAMELESS_CLASS_FILE)
                .map(NodeClass::name)
                .collect(Collectors.toSet());
        suspects.incomplete = !graph.unknown().isEmpty() || !nameless.isEmpty();
        suspects.flawed = graph.nodeClasses().stream()
                .anyMatch(nodeClass -> !nodeClass.unfitProviders().isEmpty());
        for (GraphNode node : wiring.declared()) {
            if (nameless.contains(node.use().holder())) {
                suspects.add(node);
            }
            suspects.addFaulty(node);
            suspects.addUnreadableNames(node);
        }
        return suspects;
    }

    void add(String value) {
        values.add(value);
    }

    /** Adds a node, and with it what it gives. */
    void add(GraphNode node) {
        nodes.add(node);
        node.gives().forEach(give -> values.add(give.value()));
    }

    /** Nodes of the graph are not known, or not all that they give: what a name stands for can't be told. */
    void addUnknownNodes() {
        incomplete = true;
    }

    /** Something is wrong that makes nothing else look wrong, and that is reported with a class. */
    void addFlaw() {
        flawed = true;
    }

    boolean contains(String value) {
        return values.contains(value);
    }

    boolean contains(GraphNode node) {
        return nodes.contains(node);
    }

    boolean contains(Take take) {
        return contains(take.node()) || contains(take.value());
    }

    /** Whether the graph may have nodes, or nodes outputs, that could not be read, so that nobody can say what no node gives or takes. */
    boolean incomplete() {
        return incomplete;
    }

    /** Whether nothing is wrong with the graph or a class that it uses. */
    boolean isEmpty() {
        return values.isEmpty() && nodes.isEmpty() && !incomplete && !flawed;
    }

    private void addFaulty(GraphNode node) {
        NodeMethod method = node.method();
        if (Faults.has(method)) {
            add(node);
        }
        if (method.faults().stream().anyMatch(fault -> fault.kind() == Fault.Kind.OUTPUT_MISSING)) {
            incomplete = true;
        }
        if (method.parameters().stream()
                .anyMatch(parameter -> parameter.defaultValue() instanceof DefaultValue.Unfit)) {
            flawed = true;
        }
    }

    private void addUnreadableNames(GraphNode node) {
        flawed |= JavaNames.problem(node.name()).isPresent();
        for (Name signal : node.method().traits().emits()) {
            flawed |= JavaNames.problem(signal.text()).isPresent();
        }
        for (Take take : node.takes()) {
            boolean isValue = take.parameter().demand() != Demand.CONTEXT;
            if (isValue && JavaNames.problem(take.value()).isPresent()) {
                add(take.value());
            }
        }
        for (Give give : node.gives()) {
            if (JavaNames.problem(give.value()).isPresent()) {
                add(give.value());
            }
        }
        for (Renaming renaming : Renames.leadingNowhere(node.use())) {
            add(node);
            add(renaming.to().text());
        }
    }
}
