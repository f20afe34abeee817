package dev.hypergraph4j.processor.wire;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Subgraph;
import java.util.Map;

/**
 * A nested graph, as the graph around it sees it.
 *
 * @param subgraph what was declared
 * @param graph the nested graph
 * @param bound the values of the inputs that are bound there, by their names in the nested graph
 */
public record Nesting(Subgraph subgraph, NestedGraph graph, Map<String, DefaultValue> bound) {

    /** Whether the node takes the record of its inputs, if it has any, and gives that of its outputs. */
    public boolean isNamespaced() {
        return subgraph.namespaced();
    }

    /** What the node called {@code name} takes where it is namespaced. */
    static String record(String name) {
        return name + "Inputs";
    }

    /** The type that is generated for the nested graph. */
    public ClassName graphType() {
        return graph.generated("Graph");
    }

    /** The type that is generated for its inputs. */
    public ClassName inputsType() {
        return graph.generated("Inputs");
    }

    /** The type that is generated for answers to its questions, if it asks any. */
    public ClassName answersType() {
        return graph.generated("Answers");
    }

    /** Whether code in the package named so can spell these types. */
    public boolean isVisibleFrom(String packageName) {
        return graph.isPublic() || graph.type().packageName().equals(packageName);
    }

    /** Whether it asks questions, itself or by a graph nested in it. */
    public boolean asks() {
        return !graph.question().isEmpty();
    }
}
