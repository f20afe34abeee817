package dev.hypergraph4j.processor.check;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Obstacle;
import dev.hypergraph4j.processor.model.Obstacle.Kind;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphValue;
import dev.hypergraph4j.processor.wire.Nesting;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Refuses, in a durable graph, a value that can't be written and read back exactly: an input, what a node gives, an answer. Values of graphs nested in it
 * are its own, unless these are durable themselves. Reported on the parameter of an input and on the method that gives a value, since the type stands there;
 * once where several values break on the same component or class.
 */
final class NotPersistable implements GraphRule {
    /** What has to be changed in the type at fault, and not where it is used. */
    private static final Set<Kind> FAULTS_OF_TYPES =
            Set.of(Kind.CLASS, Kind.OPEN, Kind.INNER, Kind.NAMES, Kind.ENDLESS);

    @Override
    public void check(Inspection graph) {
        if (graph.graph().durable()) {
            new Search(graph).check(graph.wiring());
        }
    }

    private static final class Search {
        private final Inspection graph;
        private final Set<ClassName> nested = new HashSet<>();
        private final Set<List<Object>> told = new HashSet<>();

        Search(Inspection graph) {
            this.graph = graph;
        }

        void check(Wiring wiring) {
            for (GraphNode node : wiring.active()) {
                Wiring inner = wiring(node);
                if (inner != null
                        && isLookedInto(inner)
                        && nested.add(inner.graph().type())) {
                    check(inner);
                }
            }
            wiring.inputs().values().forEach(input -> check(input, wiring));
            for (GraphNode node : wiring.active()) {
                if (isOwn(node) && !graph.suspects().contains(node)) {
                    node.gives().forEach(give -> check(give, wiring));
                }
            }
            wiring.values().values().forEach(value -> check(value, wiring));
        }

        private void check(GraphInput input, Wiring wiring) {
            Obstacle obstacle = input.type().obstacle();
            Take take = obstacle == null ? null : taking(input.takes(), input.type());
            if (obstacle != null && take != null) {
                report(take, obstacle, wiring);
            }
        }

        private void check(Give give, Wiring wiring) {
            Obstacle obstacle = give.port().type().obstacle();
            if (obstacle != null && isNews(give.value(), obstacle, wiring)) {
                NodeMethod method = give.node().method();
                graph.report()
                        .error(
                                method.isNestedGraph() ? give.node().use().site() : method.site(),
                                ObstacleMessage.of(give, obstacle, nesting(wiring)));
            }
        }

        /** Where several give a value, it is kept as what its consumers take. */
        private void check(GraphValue value, Wiring wiring) {
            boolean isRight =
                    value.gives().stream().allMatch(give -> give.port().type().obstacle() == null);
            Obstacle obstacle = isRight ? value.type().obstacle() : null;
            Take take = obstacle == null
                    ? null
                    : taking(wiring.consumers().getOrDefault(value.name(), List.of()), value.type());
            if (obstacle != null && take != null) {
                report(take, obstacle, wiring);
            }
        }

        private void report(Take take, Obstacle obstacle, Wiring wiring) {
            if (!graph.suspects().contains(take) && isNews(take.value(), obstacle, wiring)) {
                graph.report().error(take.parameter().site(), ObstacleMessage.of(take, obstacle, nesting(wiring)));
            }
        }

        /** Who takes the value as {@code type}; of nodes that are looked at by themselves none. */
        private @Nullable Take taking(List<Take> takes, ValueType type) {
            List<Take> own = takes.stream().filter(take -> isOwn(take.node())).toList();
            return own.stream()
                    .filter(take -> take.parameter().type().equals(type))
                    .findFirst()
                    .or(() -> own.stream().findFirst())
                    .orElse(null);
        }

        /** What has to be said of {@code wiring}, if it is that of a nested graph. */
        private String nesting(Wiring wiring) {
            return wiring.graph().type().equals(graph.graph().type())
                    ? ""
                    : "%s, which is durable, nests %s"
                            .formatted(graph.name(), wiring.graph().type().simpleName());
        }

        private boolean isNews(String value, Obstacle obstacle, Wiring wiring) {
            Obstacle.Component component = obstacle.component();
            String type = obstacle.type().qualifiedDisplay();
            if (obstacle.own() && FAULTS_OF_TYPES.contains(obstacle.kind())) {
                return told.add(List.of(type));
            }
            return told.add(
                    component == null
                            ? List.of(wiring.graph().type(), value, type)
                            : List.of(component.owner().qualifiedDisplay(), component.name()));
        }
    }

    /** The nested graph that the node is, as far as it is known here: one that comes from a class file shows what it takes and gives. */
    private static @Nullable Wiring wiring(GraphNode node) {
        Nesting nesting = node.nesting();
        return nesting == null ? null : nesting.graph().wiring();
    }

    /** Whether the values that the node takes and gives are not looked at inside of the graph that it is. */
    private static boolean isOwn(GraphNode node) {
        Wiring inner = wiring(node);
        return inner == null || !(isLookedInto(inner) || inner.graph().durable());
    }

    /** Whether the nested graph is part of this compilation, and does not see to its values by itself. */
    private static boolean isLookedInto(Wiring inner) {
        List<NodeClass> classes = inner.graph().nodeClasses();
        boolean isSource = !classes.isEmpty() && classes.get(0).origin() == Origin.SOURCE;
        return isSource && !inner.graph().durable();
    }
}
