package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import java.util.List;

/**
 * A {@code @Subgraph}: a graph that is a node of another one.
 *
 * @param type the nested graph's type
 * @param nested what that was found to be
 * @param name the node's name; empty where it is the nested graph's
 * @param namespaced whether it takes the record of its inputs, and gives that of its outputs
 * @param inputs other names for values it takes
 * @param outputs other names for values it gives
 * @param mapping over which inputs, and how, it is mapped
 * @param binds inputs with a fixed value
 * @param site the annotation
 */
public record Subgraph(
        ClassName type,
        Nested nested,
        String name,
        boolean namespaced,
        List<Renaming> inputs,
        List<Renaming> outputs,
        Mapping mapping,
        List<Binding> binds,
        Site site) {

    /** Over which inputs a nested graph is mapped; over none, where it is not. */
    public record Mapping(List<Name> over, MapMode mode, ErrorHandling onError) {

        /** Whether the nested graph runs over the input called so there. */
        public boolean isOver(String input) {
            return over.stream().anyMatch(name -> name.text().equals(input));
        }
    }

    /** A fixed value for an input, as the annotation has both. */
    public record Binding(Name input, Name value) {}

    /** Copies the lists. */
    public Subgraph {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        binds = List.copyOf(binds);
    }

    /** Whether it runs once for each of many items. */
    public boolean isMapped() {
        return !mapping.over().isEmpty();
    }

    /** Whether an output may be missing for an item although the node has ended well. */
    public boolean mayMissItems() {
        return mapping.onError() == ErrorHandling.CONTINUE;
    }

    /** The same, knowing what it nests. */
    public Subgraph of(Nested known) {
        return new Subgraph(type, known, name, namespaced, inputs, outputs, mapping, binds, site);
    }
}
