package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The code of single nodes: the call of the method with the values that it takes, and the assignment of those that it gives. */
final class NodeCode {
    private static final List<ClassName> STAGES =
            List.of(ClassName.get(CompletionStage.class), ClassName.get(CompletableFuture.class));

    private final Wiring wiring;
    private final GraphNames names;
    private final ArgumentCode arguments;
    private final String prefix;

    NodeCode(Wiring wiring, GraphNames names, ArgumentCode arguments, Host host) {
        this.wiring = wiring;
        this.names = names;
        this.arguments = arguments;
        this.prefix = host.prefix(names);
    }

    /** Runs a node that is not asynchronous. */
    CodeBlock run(GraphNode node) {
        return assignments(node, CodeBlock.of("$T", node.method().returned()), call(node));
    }

    /** Takes in what the stage of the asynchronous node {@code number} completed with. */
    CodeBlock complete(GraphNode node, int number) {
        if (node.gives().isEmpty()) {
            return CodeBlock.of("");
        }
        if (!isTakenApart(node)) {
            TypeName type = Spellings.boxed(StateWriter.fieldType(node.gives().get(0)));
            return assignments(node, CodeBlock.of("$T", type), CodeBlock.of("($T) $N", type, names.value));
        }
        TypeName returned = node.method().returned();
        if (returned instanceof ParameterizedTypeName stage && STAGES.contains(stage.rawType())) {
            TypeName type = Spellings.upperBound(stage.typeArguments().get(0));
            return assignments(node, CodeBlock.of("$T", type), CodeBlock.of("($T) $N", type, names.value));
        }
        // Some stage class of the user's, which may not have the value's type among its type arguments. It is complete.
        CodeBlock stage = CodeBlock.of("($T) $Lstage($L)", returned, prefix, number);
        return assignments(node, CodeBlock.of("var"), CodeBlock.of("($L).toCompletableFuture().join()", stage));
    }

    /** The call of the node's method. */
    CodeBlock call(GraphNode node) {
        NodeMethod method = node.method();
        CodeBlock values =
                node.takes().stream().map(take -> arguments.of(take, prefix)).collect(Arguments.joined());
        if (!isForwarded(method)) {
            return method.isStatic()
                    ? CodeBlock.of("$T.$N($L)", method.owner(), method.method(), values)
                    : CodeBlock.of("$L.$N($L)", holder(node), method.method(), values);
        }
        String separator = method.isStatic() || method.parameters().isEmpty() ? "" : ", ";
        return CodeBlock.of(
                "$T.$N($L$L$L)",
                NodesWriter.nameFor(method.owner()),
                method.method(),
                method.isStatic() ? CodeBlock.of("") : holder(node),
                separator,
                values);
    }

    private CodeBlock assignments(GraphNode node, CodeBlock type, CodeBlock result) {
        if (node.gives().isEmpty()) {
            return CodeBlock.builder().addStatement(result).build();
        }
        if (!isTakenApart(node)) {
            return assignment(node.gives().get(0), result);
        }
        String record = names.record(node);
        CodeBlock.Builder code =
                CodeBlock.builder().addStatement("$L $N = given($L, $S)", type, record, result, "its outputs");
        for (Give give : node.gives()) {
            code.add(
                    assignment(give, CodeBlock.of("$N.$N()", record, give.port().accessor())));
        }
        return code.build();
    }

    private CodeBlock assignment(Give give, CodeBlock result) {
        OutputPort port = give.port();
        boolean unchecked = port.nullable() || port.type().spelling().isPrimitive();
        return unchecked
                ? CodeBlock.builder()
                        .addStatement("$L$N = $L", prefix, give.value(), result)
                        .build()
                : CodeBlock.builder()
                        .addStatement("$L$N = given($L, $S)", prefix, give.value(), result, give.value())
                        .build();
    }

    /** Whether the node's method returns a record whose components are its outputs. */
    static boolean isTakenApart(GraphNode node) {
        return node.gives().stream().anyMatch(give -> !give.port().accessor().isEmpty());
    }

    /** A method that this package can't call is called through the public forwarder beside it. */
    private boolean isForwarded(NodeMethod method) {
        String here = wiring.graph().type().packageName();
        return !method.isPublic() && !method.owner().packageName().equals(here);
    }

    private CodeBlock holder(GraphNode node) {
        ClassName holder = node.use().holder();
        boolean isGraphItself =
                wiring.graph().isInterface() && holder.equals(wiring.graph().type());
        return CodeBlock.of("$L$N", prefix, isGraphItself ? names.graphField : names.holder(holder));
    }
}
