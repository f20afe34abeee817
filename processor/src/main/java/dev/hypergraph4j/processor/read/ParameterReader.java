package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.Default;
import dev.hypergraph4j.From;
import dev.hypergraph4j.Input;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Seed;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of node methods and entry methods. */
final class ParameterReader {
    private final Scope scope;
    private final Literals literals;

    ParameterReader(Scope scope) {
        this.scope = scope;
        this.literals = new Literals(scope.compilation());
    }

    /**
     * The parameters of a method.
     *
     * @param signature its type as a member of the type that is read
     * @param names the names of the parameters; empty where the method itself tells them
     * @param nullable tells of a name whether the parameter takes {@code null}, beyond what it says itself
     */
    List<Parameter> read(
            ExecutableElement method, ExecutableType signature, List<String> names, Predicate<String> nullable) {
        List<Parameter> parameters = new ArrayList<>();
        for (int i = 0; i < method.getParameters().size(); i++) {
            VariableElement parameter = method.getParameters().get(i);
            String name = names.isEmpty() ? parameter.getSimpleName().toString() : names.get(i);
            parameters.add(read(parameter, signature.getParameterTypes().get(i), name, nullable.test(name)));
        }
        return List.copyOf(parameters);
    }

    private Parameter read(VariableElement parameter, TypeMirror declared, String name, boolean nullable) {
        boolean isOptional = Bounds.isClass(declared, Optional.class);
        TypeMirror type =
                isOptional ? Bounds.argument(declared, scope.compilation().elements()) : declared;
        AnnotationUse from = AnnotationUse.on(parameter, From.class);
        return new Parameter(
                name,
                from == null ? name : scope.text(from, "value", name),
                scope.type(type),
                demand(parameter, declared, nullable),
                defaultValue(parameter, type),
                AnnotationUse.on(parameter, Input.class) != null,
                seed(parameter),
                from == null ? scope.site(parameter) : scope.site(from, "value"));
    }

    private static Parameter.Seed seed(VariableElement parameter) {
        AnnotationUse annotation = AnnotationUse.on(parameter, Seed.class);
        if (annotation == null) {
            return Parameter.Seed.NONE;
        }
        return annotation.flag("converges", false) ? Parameter.Seed.CONVERGING : Parameter.Seed.SEED;
    }

    private static Demand demand(VariableElement parameter, TypeMirror declared, boolean nullable) {
        if (Bounds.isClass(declared, Optional.class)) {
            return Demand.OPTIONAL;
        }
        if (Bounds.isClass(declared, NodeContext.class)) {
            return Demand.CONTEXT;
        }
        boolean acceptsNull = nullable || Nullness.isNullable(parameter) || Nullness.isNullable(parameter.asType());
        return acceptsNull && !declared.getKind().isPrimitive() ? Demand.NULLABLE : Demand.REQUIRED;
    }

    private @Nullable DefaultValue defaultValue(VariableElement parameter, TypeMirror type) {
        AnnotationUse annotation = AnnotationUse.on(parameter, Default.class);
        if (annotation == null) {
            return null;
        }
        AnnotationValue value = annotation.value("value");
        return value == null
                ? new DefaultValue.Unfit("@Default", "needs a literal", scope.site(annotation))
                : literals.read(scope.text(annotation, "value", ""), type, scope.site(annotation, value));
    }
}
