package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.processor.model.DefaultValue;
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

/** Reads methods with {@code @Node}. */
final class NodeMethodReader {
    private final TypeElement type;
    private final Scope scope;
    private final Compilation compilation;
    private final ParameterReader parameters;
    private final MethodFaults faults;

    /** Reads methods of {@code type}, be they inherited. */
    NodeMethodReader(TypeElement type, Scope scope) {
        this.type = type;
        this.scope = scope;
        this.compilation = scope.compilation();
        this.parameters = new ParameterReader(scope);
        this.faults = new MethodFaults(type, compilation.elements());
    }

    /** The method's type, with the type arguments that {@code type} gives to the class that declares it. */
    ExecutableType signature(ExecutableElement method) {
        return (ExecutableType) compilation.types().asMemberOf((DeclaredType) type.asType(), method);
    }

    /** The method; what its class file does not tell comes from {@code metadata}. */
    NodeMethod read(ExecutableElement method, ExecutableType signature, ClassFileMetadata.@Nullable Entry metadata) {
        AnnotationUse annotation = annotation(method);
        Returned returned = Returned.by(signature.getReturnType(), compilation);
        Outputs outputs = Outputs.of(
                scope.names(annotation, "outputName"), returned, nullableOutputs(method, returned, metadata), scope);
        List<Parameter> takes = parameters.read(
                method,
                signature,
                metadata == null ? List.of() : metadata.parameters(),
                name -> metadata != null && metadata.nullableParameters().contains(name));
        List<Fault> all = new ArrayList<>(faults.of(method));
        all.addAll(outputs.faults());
        return new NodeMethod(
                ClassName.get(Enclosing.type(method)),
                method.getSimpleName().toString(),
                scope.text(annotation, "name", method.getSimpleName().toString()),
                kind(annotation),
                method.getModifiers().contains(Modifier.STATIC),
                Visibility.isPublic(method),
                returned.asynchronous(),
                scope.spelling(signature.getReturnType()),
                takes,
                List.copyOf(outputs.ports()),
                Traits.PLAIN,
                List.copyOf(all),
                metadata == null ? position(method) : metadata.position(),
                metadata == null ? hash(method, signature, takes) : metadata.hash(),
                scope.site(method));
    }

    private static AnnotationUse annotation(ExecutableElement method) {
        AnnotationUse annotation = AnnotationUse.on(method, Node.class);
        if (annotation == null) {
            throw new IllegalArgumentException(method + " is no node");
        }
        return annotation;
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

    /** A hash of the signature, its types as the compiler understands them and not as an import spells them, and of the code. */
    private String hash(ExecutableElement method, ExecutableType signature, List<Parameter> takes) {
        String code = compilation.sources().code(method);
        if (code.isEmpty()) {
            return "";
        }
        StringBuilder definition = new StringBuilder();
        definition
                .append(TypeDisplay.qualified(signature.getReturnType()))
                .append(' ')
                .append(method.getSimpleName());
        for (int i = 0; i < takes.size(); i++) {
            Parameter parameter = takes.get(i);
            DefaultValue value = parameter.defaultValue();
            definition
                    .append(i == 0 ? '(' : ',')
                    .append(TypeDisplay.qualified(signature.getParameterTypes().get(i)))
                    .append(' ')
                    .append(String.join(
                            " ",
                            parameter.name(),
                            parameter.value(),
                            parameter.demand().name()))
                    .append(value == null ? "" : "=" + value.display());
        }
        return DefinitionHash.of(definition.append(')').append(code).toString());
    }
}
