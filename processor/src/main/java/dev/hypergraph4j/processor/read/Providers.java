package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.Default;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import org.jspecify.annotations.Nullable;

/** The {@code @Default} methods of a class, and what they do for the parameters of its nodes. */
final class Providers {
    private final Scope scope;
    private final Map<String, DefaultValue.Provider> providers = new LinkedHashMap<>();
    private final List<DefaultValue.Unfit> unfit = new ArrayList<>();

    Providers(List<ExecutableElement> methods, Scope scope) {
        this.scope = scope;
        methods.forEach(this::add);
    }

    /** Those that can be called, by the name of the value that they provide. */
    List<DefaultValue.Provider> usable() {
        return List.copyOf(providers.values());
    }

    /** Those that can't be called, or that do not fit where they are wanted. */
    List<DefaultValue.Unfit> unfit() {
        return List.copyOf(unfit);
    }

    private void add(ExecutableElement method) {
        TypeElement owner = Enclosing.type(method);
        ValueType type = scope.type(method.getReturnType());
        String name = method.getSimpleName().toString();
        boolean isPublic = Visibility.isPublic(method);
        DefaultValue.Provider provider =
                new DefaultValue.Provider(ClassName.get(owner), name, type, isPublic, scope.site(method));
        String reason = reasonAgainst(method);
        if (reason == null) {
            providers.put(name, provider);
        } else {
            refuse(provider, reason);
        }
    }

    private static @Nullable String reasonAgainst(ExecutableElement method) {
        Set<Modifier> modifiers = method.getModifiers();
        AnnotationUse annotation = AnnotationUse.on(method, Default.class);
        if (modifiers.contains(Modifier.PRIVATE)) {
            return "is private";
        }
        if (!modifiers.contains(Modifier.STATIC)) {
            return "is not static";
        }
        if (!method.getParameters().isEmpty()) {
            return "has parameters";
        }
        if (!method.getTypeParameters().isEmpty()) {
            return "has type parameters";
        }
        if (method.getReturnType().getKind() == TypeKind.VOID) {
            return "returns nothing";
        }
        return annotation != null && annotation.value("value") != null ? "has a literal and is a method" : null;
    }

    /** The node methods with defaults for the parameters that have none of their own. */
    List<NodeMethod> applyTo(List<NodeMethod> methods) {
        return providers.isEmpty()
                ? methods
                : methods.stream().map(this::applyTo).toList();
    }

    private NodeMethod applyTo(NodeMethod method) {
        return method.withParameters(
                method.parameters().stream().map(this::applyTo).toList());
    }

    private Parameter applyTo(Parameter parameter) {
        DefaultValue.Provider provider = providers.get(parameter.value());
        if (provider == null || parameter.defaultValue() != null || parameter.demand() == Demand.CONTEXT) {
            return parameter;
        }
        if (!provider.type().isAssignableTo(parameter.type())) {
            refuse(
                    provider,
                    "gives " + provider.type().display() + " where "
                            + parameter.type().display() + " is wanted");
        }
        return parameter.withDefault(provider);
    }

    /** Refuses those declared by {@code owner} that provide for none of the values that its nodes take. */
    void refuseIdle(ClassName owner, Set<String> values) {
        for (DefaultValue.Provider provider : usable()) {
            if (provider.owner().equals(owner) && !values.contains(provider.method())) {
                refuse(provider, "is named as no parameter of a node in this class");
            }
        }
    }

    private void refuse(DefaultValue.Provider provider, String reason) {
        DefaultValue.Unfit refused = new DefaultValue.Unfit(provider.display(), reason, provider.site());
        if (unfit.stream().noneMatch(known -> known.site().equals(refused.site()))) {
            unfit.add(refused);
        }
    }
}
