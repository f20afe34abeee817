package dev.hypergraph4j.processor.model;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.NodeKind;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A method with {@code @Node}, {@code @Route}, {@code @IfElse} or {@code @Interrupt}.
 *
 * @param owner the class that declares it
 * @param method its Java name; empty where it stands for a nested graph, the {@code owner}
 * @param node the name of the node: the method's, or what the annotation's {@code name} says
 * @param kind what kind of work it does
 * @param isStatic whether it is called without a holder
 * @param isPublic whether any package can call it, its class included
 * @param asynchronous whether it returns a {@code CompletionStage}
 * @param returned the declared return type ({@code void} included), for code that holds it
 * @param parameters what it takes; one that takes the {@code NodeContext} is told by its {@link Demand}
 * @param outputs what it gives; none for a method run for its effect
 * @param traits what it does beside that
 * @param faults what keeps it from being a node; if there are any, its outputs may be incomplete
 * @param position where it stands in the source
 * @param hash of its signature and code; empty where the compiler did not tell
 * @param site the method; where it comes from a class file, the annotation value that took its class in
 */
public record NodeMethod(
        ClassName owner,
        String method,
        String node,
        NodeKind kind,
        boolean isStatic,
        boolean isPublic,
        boolean asynchronous,
        TypeName returned,
        List<Parameter> parameters,
        List<OutputPort> outputs,
        Traits traits,
        List<Fault> faults,
        SourcePosition position,
        String hash,
        Site site) {

    /** The same method with other parameters. */
    public NodeMethod withParameters(List<Parameter> others) {
        return new NodeMethod(
                owner,
                method,
                node,
                kind,
                isStatic,
                isPublic,
                asynchronous,
                returned,
                others,
                outputs,
                traits,
                faults,
                position,
                hash,
                site);
    }

    /** The parameters that take values: all but one that takes the {@code NodeContext}. */
    public List<Parameter> values() {
        return parameters.stream()
                .filter(parameter -> parameter.demand() != Demand.CONTEXT)
                .toList();
    }

    /** The types of its values, and of what else it says, that code in {@code packageName} can't spell, each once, in the order of the signature. */
    public List<ValueType> typesHiddenFrom(String packageName) {
        return Stream.of(
                        parameters.stream().map(Parameter::type),
                        outputs.stream().map(OutputPort::type),
                        traits.types().stream())
                .flatMap(types -> types)
                .filter(type -> !type.isVisibleFrom(packageName))
                .distinct()
                .toList();
    }

    /** Whether it stands for a nested graph, which is no method, and not for one of a class. */
    public boolean isNestedGraph() {
        return method.isEmpty();
    }

    /** How messages name it: {@code Retrieval.retrieve}; of a nested graph {@code Rag}. */
    public String display() {
        return isNestedGraph() ? owner.simpleName() : owner.simpleName() + "." + method;
    }

    /** How messages name it where its parameters matter: {@code Retrieval.retrieve(terms, topK)}. */
    public String signature() {
        return display() + parameters.stream().map(Parameter::name).collect(Collectors.joining(", ", "(", ")"));
    }
}
