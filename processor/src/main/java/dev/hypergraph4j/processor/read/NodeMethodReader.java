package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.SourcePosition;
import dev.hypergraph4j.processor.model.Traits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import org.jspecify.annotations.Nullable;

/** Reads methods with an annotation that makes them nodes. */
final class NodeMethodReader {
    private final TypeElement type;
    private final Scope scope;
    private final Compilation compilation;
    private final ParameterReader parameters;
    private final ResultReader results;
    private final MethodFaults faults;

    /** Reads methods of {@code type}, be they inherited. */
    NodeMethodReader(TypeElement type, Scope scope) {
        this.type = type;
        this.scope = scope;
        this.compilation = scope.compilation();
        this.parameters = new ParameterReader(scope);
        this.results = new ResultReader(scope);
        this.faults = new MethodFaults(type, compilation.elements());
    }

    /** The method's type, with the type arguments that {@code type} gives to the class that declares it. */
    ExecutableType signature(ExecutableElement method) {
        return (ExecutableType) compilation.types().asMemberOf((DeclaredType) type.asType(), method);
    }

    /** The method; what its class file does not tell comes from {@code metadata}. */
    NodeMethod read(ExecutableElement method, ExecutableType signature, ClassFileMetadata.@Nullable Entry metadata) {
        NodeMark mark = mark(method);
        Returned returned = Returned.by(signature.getReturnType(), compilation);
        Result result = results.read(mark, returned, nullableOutputs(method, returned, metadata));
        List<Parameter> takes = parameters.read(
                method,
                signature,
                metadata == null ? List.of() : metadata.parameters(),
                name -> metadata != null && metadata.nullableParameters().contains(name));
        if (metadata == null && isVerbatim(method, result, takes)) {
            result = result.asVerbatim();
        }
        TraitsReader traitsReader = new TraitsReader(scope);
        Traits traits = traitsReader.read(mark, result);
        List<Fault> all = new ArrayList<>(faults.of(method));
        all.addAll(result.faults());
        all.addAll(traitsReader.faults());
        return new NodeMethod(
                ClassName.get(Enclosing.type(method)),
                method.getSimpleName().toString(),
                scope.text(mark.annotation(), "name", method.getSimpleName().toString()),
                kind(mark.annotation()),
                method.getModifiers().contains(Modifier.STATIC),
                Visibility.isPublic(method),
                returned.asynchronous(),
                scope.spelling(signature.getReturnType()),
                takes,
                List.copyOf(result.outputs()),
                traits,
                List.copyOf(all),
                metadata == null ? position(method) : metadata.position(),
                metadata == null ? hash(method, signature, takes, result, traits) : metadata.hash(),
                scope.site(method));
    }

    /** Whether a gate that chooses by text is seen to return the one text that it takes. */
    private boolean isVerbatim(ExecutableElement method, Result result, List<Parameter> takes) {
        Decision decision = result.decision();
        return decision != null
                && decision.choice() == Decision.Choice.TEXT
                && takes.size() == 1
                && compilation
                        .sources()
                        .code(method)
                        .equals("{return " + takes.get(0).name() + ";}");
    }

    /** Of several, of which the user is told, the first. */
    private static NodeMark mark(ExecutableElement method) {
        List<NodeMark> marks = NodeMark.on(method);
        if (marks.isEmpty()) {
            throw new IllegalArgumentException(method + " is no node");
        }
        return marks.get(0);
    }

    private NodeKind kind(AnnotationUse annotation) {
        String name = scope.text(annotation, "kind", NodeKind.STEP.name());
        return Arrays.stream(NodeKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(NodeKind.STEP);
    }

    private static Predicate<String> nullableOutputs(
            ExecutableElement method, Returned returned, ClassFileMetadata.@Nullable Entry metadata) {
        boolean all = Nullness.isNullable(method)
                || Nullness.isNullable(method.getReturnType())
                || (returned.type() != null && Nullness.isNullable(returned.type()));
        return name -> all || (metadata != null && metadata.nullableOutputs().contains(name));
    }

    private SourcePosition position(ExecutableElement method) {
        return compilation.sources().position(method);
    }

    private String hash(
            ExecutableElement method, ExecutableType signature, List<Parameter> takes, Result result, Traits traits) {
        String code = compilation.sources().code(method);
        return code.isEmpty() ? "" : NodeDefinition.hash(method, signature, takes, result.outputs(), traits, code);
    }
}
