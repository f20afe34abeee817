package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;

/**
 * Refuses a node class from a class file that does not tell the names of its parameters, from which the edges follow. Reported on the annotation
 * value that took the class in: there is no source to point at.
 */
final class NamesMissing implements GraphRule {
    private static final String RULE = "NamesMissing";

    @Override
    public void check(Inspection graph) {
        graph.graph().nodeClasses().stream()
                .filter(nodeClass -> nodeClass.origin() == Origin.NAMELESS_CLASS_FILE)
                .forEach(nodeClass -> graph.report().error(nodeClass.site(), message(nodeClass, graph)));
    }

    private static Message message(NodeClass nodeClass, Inspection graph) {
        String name = nodeClass.name().simpleName();
        return Message.of(
                        RULE,
                        "%s can't use %s, whose class file does not tell the names of parameters."
                                .formatted(graph.name(), name))
                .fact("class", nodeClass.name().canonicalName())
                .fix("compile " + name + " with the Hypergraph4j processor, which writes them down beside it")
                .fix("compile it with javac -parameters");
    }
}
