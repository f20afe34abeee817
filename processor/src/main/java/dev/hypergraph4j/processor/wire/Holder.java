package dev.hypergraph4j.processor.wire;

import com.palantir.javapoet.ClassName;
import java.util.Locale;

/**
 * An object that a graph is made of: one that node methods are called on, or a nested graph.
 *
 * @param type its type; of a nested graph the one that is generated
 * @param label what to call it, unless that is the name of something else
 */
public record Holder(ClassName type, String label) {

    /** The instance of a class with node methods. */
    public static Holder of(ClassName nodeClass) {
        String name = nodeClass.simpleName();
        int second = name.offsetByCodePoints(0, 1);
        return new Holder(nodeClass, name.substring(0, second).toLowerCase(Locale.ROOT) + name.substring(second));
    }

    /** The nested graph that {@code node} runs: one for each node, so that two nodes may run graphs that are made of other objects. */
    public static Holder of(GraphNode node, Nesting nesting) {
        return new Holder(nesting.graphType(), node.name());
    }
}
