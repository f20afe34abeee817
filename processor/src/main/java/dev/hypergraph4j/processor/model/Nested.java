package dev.hypergraph4j.processor.model;

import java.util.List;

/** What the type of a {@code @Subgraph} was found to be. */
public sealed interface Nested {

    /** A graph whose source is part of this compilation. */
    record Declared(GraphDeclaration graph) implements Nested {}

    /**
     * A graph of a class file, as what the processor generated beside it tells.
     *
     * @param name the graph's name
     * @param isPublic whether the types that were generated for it are public
     * @param inputs its inputs, as parameters that take them
     * @param outputs its outputs
     * @param question the names of the nodes that lead to one which asks; none where none does
     */
    record Processed(
            String name, boolean isPublic, List<Parameter> inputs, List<OutputPort> outputs, List<String> question)
            implements Nested {

        /** Copies the lists. */
        public Processed {
            inputs = List.copyOf(inputs);
            outputs = List.copyOf(outputs);
            question = List.copyOf(question);
        }
    }

    /** A graph of which nothing is known: it comes from a class file, for which the processor has generated nothing, or was not looked at yet. */
    record Unknown() implements Nested {}

    /**
     * The graph around it, or one that this is nested in.
     *
     * @param way the types from it back to it
     */
    record Itself(List<String> way) implements Nested {

        /** Copies the list. */
        public Itself {
            way = List.copyOf(way);
        }
    }
}
