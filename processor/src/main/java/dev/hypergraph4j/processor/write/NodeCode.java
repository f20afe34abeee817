package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Traits.Streaming;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Holder;
import dev.hypergraph4j.processor.wire.Nesting;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The code of single nodes: the call of the method with the values that it takes, and the assignment of those that it gives. */
final class NodeCode {
    private static final List<ClassName> STAGES =
            List.of(ClassName.get(CompletionStage.class), ClassName.get(CompletableFuture.class));

    private static final String VALUE_OF = "valueOf";

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
        return asks(node)
                ? question(node, call(node))
                : assignments(node, CodeBlock.of("$T", node.method().returned()), collected(node, call(node)));
    }

    /** The list of all elements that a streaming node gives. */
    private CodeBlock collected(GraphNode node, CodeBlock call) {
        Streaming streaming = node.method().traits().streaming();
        return streaming == null
                ? call
                : CodeBlock.of(
                        "$L$L($L, $L)",
                        prefix,
                        streaming == Streaming.STREAM ? "streamed" : "iterated",
                        wiring.number(node),
                        call);
    }

    /** Whether the node asks a question. */
    static boolean asks(GraphNode node) {
        return node.method().traits().interrupt();
    }

    /** Takes the answer to a question. */
    private CodeBlock question(GraphNode node, CodeBlock question) {
        Give give = node.gives().get(0);
        TypeName type = Spellings.raw(give.port().type().spelling());
        return assigned(give, CodeBlock.of("$Lasks($L, $T.class, $L)", prefix, wiring.number(node), type, question));
    }

    /** Takes in what an asynchronous node's stage completed with, or what was asked before. */
    CodeBlock complete(GraphNode node) {
        if (asks(node)) {
            TypeName answer = node.gives().get(0).port().type().spelling();
            TypeName asked = ParameterizedTypeName.get(ClassName.get(Question.class), answer);
            return question(node, CodeBlock.of("($T) $N", asked, names.value));
        }
        if (node.gives().isEmpty() && !isGate(node)) {
            return CodeBlock.of("");
        }
        TypeName type = isTakenApart(node) || isGate(node)
                ? valueType(node)
                : Spellings.boxed(node.gives().get(0).port().type().spelling());
        if (type != null) {
            return assignments(node, CodeBlock.of("$T", type), CodeBlock.of("($T) $N", type, names.value));
        }
        CodeBlock value =
                CodeBlock.of("$L(($T) null, $N)", VALUE_OF, node.method().returned(), names.value);
        return assignments(node, CodeBlock.of("var"), value);
    }

    /** Whether the stage of {@code node} is of a class that need not have the type of its value among its type arguments. */
    static boolean hasStageOfItsOwn(GraphNode node) {
        return node.method().asynchronous() && (isTakenApart(node) || isGate(node)) && valueType(node) == null;
    }

    /** Writes what gives a value the type that such a stage has for it. */
    static MethodSpec valueOf() {
        TypeVariableName type = TypeVariableName.get("T");
        return MethodSpec.methodBuilder(VALUE_OF)
                .addJavadoc("The value with the type that {@code stage}, which is {@code null}, has for it.\n")
                .addModifiers(PRIVATE, STATIC)
                .addTypeVariable(type)
                .returns(type)
                .addParameter(ParameterizedTypeName.get(ClassName.get(CompletionStage.class), type), "stage")
                .addParameter(Object.class, "value")
                .addStatement("return ($T) value", type)
                .build();
    }

    /** The type of what the stage completes with; {@code null} where that is not plain to see. */
    private static @Nullable TypeName valueType(GraphNode node) {
        if (node.nesting() != null) {
            return node.method().returned();
        }
        return node.method().returned() instanceof ParameterizedTypeName stage && STAGES.contains(stage.rawType())
                ? Spellings.upperBound(stage.typeArguments().get(0))
                : null;
    }

    /** The call of the node's method. */
    CodeBlock call(GraphNode node) {
        NodeMethod method = node.method();
        CodeBlock values = arguments(node).collect(Arguments.joined());
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

    /** What each parameter gets: the context of the node, or a value. */
    private Stream<CodeBlock> arguments(GraphNode node) {
        Iterator<Take> takes = node.takes().iterator();
        return node.method().parameters().stream()
                .map(parameter -> parameter.demand() == Demand.CONTEXT
                        ? CodeBlock.of("$Lcontext($L)", prefix, wiring.number(node))
                        : arguments.of(takes.next(), prefix));
    }

    private CodeBlock assignments(GraphNode node, CodeBlock type, CodeBlock result) {
        if (isGate(node)) {
            return new GateCode(node, wiring.number(node), wiring.targets(node), prefix, names.local("choice"))
                    .of(result);
        }
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
            CodeBlock value = node.nesting() == null
                    ? CodeBlock.of("$N.$N()", record, give.port().accessor())
                    : NestedCode.output(give, node.nesting(), record);
            code.add(assignment(give, value));
        }
        return code.build();
    }

    private CodeBlock assignment(Give give, CodeBlock result) {
        OutputPort port = give.port();
        boolean unchecked = port.nullable() || port.type().spelling().isPrimitive();
        return assigned(give, unchecked ? result : CodeBlock.of("given($L, $S)", result, give.value()));
    }

    private CodeBlock assigned(Give give, CodeBlock value) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (wiring.isSettled(give)) {
            int node = wiring.number(give.node());
            code.addStatement("$1Lgives($2L, $1L$3N, $1L$3N = $4L)", prefix, node, give.value(), value);
        } else {
            code.addStatement("$L$N = $L", prefix, give.value(), value);
        }
        return code.build();
    }

    private static boolean isGate(GraphNode node) {
        return node.method().traits().isGate();
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

    /** Gives the runner what the nested graph that {@code node} is has to run. */
    CodeBlock nested(GraphNode node, Nesting nesting) {
        return new NestedCode(node, nesting, names, arguments, prefix).call(wiring.number(node));
    }

    private CodeBlock holder(GraphNode node) {
        ClassName holder = node.use().holder();
        boolean isGraphItself =
                wiring.graph().isInterface() && holder.equals(wiring.graph().type());
        return CodeBlock.of("$L$N", prefix, isGraphItself ? names.graphField : names.holderInState(Holder.of(holder)));
    }
}
