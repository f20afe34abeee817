package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Objects;
import java.util.Optional;

/** The code of single nodes: the call of the method with the values that it takes, and the assignment of those that it gives. */
final class NodeCode {
    private final Wiring wiring;
    private final GraphNames names;
    private final DefaultCode defaults;
    private final String prefix;

    NodeCode(Wiring wiring, GraphNames names, DefaultCode defaults, Host host) {
        this.wiring = wiring;
        this.names = names;
        this.defaults = defaults;
        this.prefix = host.prefix(names);
    }

    /** Runs a node that is not asynchronous: one statement, or a block where a record is taken apart. */
    CodeBlock run(GraphNode node) {
        return assignment(node, call(node), node.method().returned());
    }

    /** Takes in what an asynchronous node's stage completed with. */
    CodeBlock complete(GraphNode node) {
        if (node.gives().isEmpty()) {
            return CodeBlock.of("");
        }
        TypeName type = isTakenApart(node)
                ? node.method().returned()
                : Spellings.boxed(StateWriter.fieldType(node.gives().get(0)));
        return assignment(node, CodeBlock.of("($T) $N", type, names.value), type);
    }

    /** The call of the node's method. */
    CodeBlock call(GraphNode node) {
        NodeMethod method = node.method();
        CodeBlock arguments = node.takes().stream().map(this::argument).collect(CodeBlock.joining(", "));
        if (!isForwarded(method)) {
            return method.isStatic()
                    ? CodeBlock.of("$T.$N($L)", method.owner(), method.method(), arguments)
                    : CodeBlock.of("$L.$N($L)", holder(node), method.method(), arguments);
        }
        String separator = method.isStatic() || method.parameters().isEmpty() ? "" : ", ";
        return CodeBlock.of(
                "$T.$N($L$L$L)",
                NodesWriter.nameFor(method.owner()),
                method.method(),
                method.isStatic() ? CodeBlock.of("") : holder(node),
                separator,
                arguments);
    }

    private CodeBlock assignment(GraphNode node, CodeBlock result, TypeName type) {
        if (node.gives().isEmpty()) {
            return CodeBlock.builder().addStatement(result).build();
        }
        if (!isTakenApart(node)) {
            return assignment(node.gives().get(0), result);
        }
        String record = names.local("record");
        CodeBlock.Builder code = CodeBlock.builder()
                .add("{\n$>")
                .addStatement("$T $N = given($L, $S)", type, record, result, "its outputs");
        for (Give give : node.gives()) {
            code.add(
                    assignment(give, CodeBlock.of("$N.$N()", record, give.port().accessor())));
        }
        return code.add("$<}\n").build();
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

    private static boolean isTakenApart(GraphNode node) {
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

    private CodeBlock argument(Take take) {
        Parameter parameter = take.parameter();
        Give give = wiring.producer(take.value());
        GraphInput input = wiring.inputs().get(take.value());
        if (give == null && input == null) {
            return absent(parameter, Objects.requireNonNull(wiring.hidden().get(take.value())));
        }
        boolean mayBeAbsent = give != null
                ? give.port().nullable()
                : Objects.requireNonNull(input).mayBeAbsent();
        CodeBlock value = CodeBlock.of("$L$N", prefix, take.value());
        if (parameter.demand() == Demand.OPTIONAL) {
            return CodeBlock.of("$T.$L($L)", Optional.class, mayBeAbsent ? "ofNullable" : "of", value);
        }
        DefaultValue byDefault = parameter.defaultValue();
        return mayBeAbsent && byDefault != null
                ? CodeBlock.of("$L != null ? $L : $L", value, value, defaults.of(byDefault))
                : value;
    }

    /** What a parameter gets whose value nobody gives and that can do without. */
    private CodeBlock absent(Parameter parameter, GraphInput hidden) {
        DefaultValue byDefault = hidden.defaultValue();
        if (byDefault != null) {
            CodeBlock value = defaults.of(byDefault);
            return parameter.demand() == Demand.OPTIONAL ? CodeBlock.of("$T.of($L)", Optional.class, value) : value;
        }
        return parameter.demand() == Demand.OPTIONAL
                ? CodeBlock.of("$T.empty()", Optional.class)
                : CodeBlock.of("($T) null", parameter.type().spelling());
    }
}
