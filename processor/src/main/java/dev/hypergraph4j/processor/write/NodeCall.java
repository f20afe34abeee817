package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Objects;
import java.util.Optional;

/** The call of a node's method with the values it takes, as it stands in the generated code. */
final class NodeCall {
    private final Wiring wiring;
    private final GraphNames names;
    private final DefaultCode defaults;
    /** What stands before a value or holder: nothing inside the state itself, {@code state.} elsewhere. */
    private final String prefix;

    NodeCall(Wiring wiring, GraphNames names, DefaultCode defaults, String prefix) {
        this.wiring = wiring;
        this.names = names;
        this.defaults = defaults;
        this.prefix = prefix;
    }

    CodeBlock of(GraphNode node) {
        NodeMethod method = node.method();
        CodeBlock arguments = node.takes().stream().map(this::argument).collect(CodeBlock.joining(", "));
        if (isForwarded(method)) {
            CodeBlock holder = method.isStatic() ? CodeBlock.of("") : holder(node);
            String separator = method.isStatic() || method.parameters().isEmpty() ? "" : ", ";
            return CodeBlock.of(
                    "$T.$N($L$L$L)",
                    NodesWriter.nameFor(method.owner()),
                    method.method(),
                    holder,
                    separator,
                    arguments);
        }
        return method.isStatic()
                ? CodeBlock.of("$T.$N($L)", method.owner(), method.method(), arguments)
                : CodeBlock.of("$L.$N($L)", holder(node), method.method(), arguments);
    }

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
        boolean mayBeAbsent = give != null ? give.port().nullable() : Objects.requireNonNull(input).mayBeAbsent();
        CodeBlock value = CodeBlock.of("$L$N", prefix, take.value());
        if (parameter.demand() == Demand.OPTIONAL) {
            return CodeBlock.of("$T.$L($L)", Optional.class, mayBeAbsent ? "ofNullable" : "of", value);
        }
        DefaultValue byDefault = parameter.defaultValue();
        if (mayBeAbsent && byDefault != null) {
            return CodeBlock.of("$L != null ? $L : $L", value, value, defaults.of(byDefault));
        }
        return value;
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
