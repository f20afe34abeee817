package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/**
 * A node of a graph: a node method under the names it has there.
 *
 * @param holder the class whose instance the method is called on, where it is not static: the method's owner or a class that inherits from it
 * @param name the node's name in the graph
 * @param inputs other names for values it takes
 * @param outputs other names for values it gives
 * @param ownClass whether the method is declared by the type with {@code @Graph}, and not by a class that was taken in
 * @param site the method; for a {@code @Use} its annotation, for a class file the annotation value that took it in
 */
public record NodeUse(
        NodeMethod method,
        ClassName holder,
        String name,
        List<Renaming> inputs,
        List<Renaming> outputs,
        boolean ownClass,
        Site site) {

    /** The name that a value which the method takes has in the graph. */
    public String inputName(Parameter parameter) {
        return renamed(inputs, parameter.value());
    }

    /** The name that a value which the method gives has in the graph. */
    public String outputName(OutputPort output) {
        return renamed(outputs, output.name());
    }

    private static String renamed(List<Renaming> renamings, String name) {
        for (Renaming renaming : renamings) {
            if (renaming.from().text().equals(name)) {
                return renaming.to().text();
            }
        }
        return name;
    }
}
