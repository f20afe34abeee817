package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Renaming;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;
import java.util.Optional;

/**
 * Where a finding about a value of a node sits, and where its name can be changed: at the method, unless the node is one more use of it; then at
 * the {@code @Use}, since the method is right where it is used otherwise.
 */
final class Places {
    private Places() {}

    /**
     * The methods whose findings belong to {@code nodeClass}: those it declares, and those for which it stands because they come from a class file.
     * Those of other inherited ones belong to the class that declares them.
     */
    static List<NodeMethod> methodsOf(NodeClass nodeClass) {
        return nodeClass.methods().stream()
                .filter(method ->
                        method.owner().equals(nodeClass.name()) || method.site().equals(nodeClass.site()))
                .toList();
    }

    /** The annotation that made a node, unless the method itself did: a {@code @Use} or a {@code @Subgraph}. */
    static String annotation(NodeUse use) {
        return use.method().isNestedGraph() ? "@Subgraph" : "@Use";
    }

    /** Whether {@code node} was made by a {@code @Use} or a {@code @Subgraph}. */
    static boolean isFurtherUse(GraphNode node) {
        return !node.use().site().equals(node.method().site());
    }

    static Site of(Take take) {
        return renamedTo(take.node().use().inputs(), take.parameter().value())
                .map(Name::site)
                .orElseGet(() -> isFurtherUse(take.node())
                        ? take.node().use().site()
                        : take.parameter().site());
    }

    static Site of(Give give) {
        return renamedTo(give.node().use().outputs(), give.port().name())
                .map(Name::site)
                .orElseGet(() -> isFurtherUse(give.node())
                        ? give.node().use().site()
                        : give.port().site());
    }

    /** How to have a node take {@code value} instead. */
    static String takeInstead(Take take, String value) {
        if (isFurtherUse(take.node())) {
            return "rename it in the %s: @Rename(from = \"%s\", to = \"%s\")"
                    .formatted(annotation(take.node().use()), take.parameter().value(), value);
        }
        return take.parameter().name().equals(take.parameter().value())
                ? "rename the parameter to '" + value + "'"
                : "write @From(\"" + value + "\")";
    }

    /** How to have a node take another value. */
    static String takeAnother(Take take) {
        if (isFurtherUse(take.node())) {
            return "rename '" + take.parameter().value() + "' in the "
                    + annotation(take.node().use());
        }
        return take.parameter().name().equals(take.parameter().value()) ? "rename the parameter" : "change the @From";
    }

    /** How to have a node give its value under another name. */
    static String giveOtherwise(Give give) {
        return isFurtherUse(give.node())
                ? "rename it in the %s: @Rename(from = \"%s\", to = \"...\")"
                        .formatted(annotation(give.node().use()), give.port().name())
                : "give the output of " + give.node().method().display() + " another name in its outputName";
    }

    private static Optional<Name> renamedTo(List<Renaming> renamings, String name) {
        return renamings.stream()
                .filter(renaming -> renaming.from().text().equals(name))
                .map(Renaming::to)
                .findFirst();
    }
}
