package dev.hypergraph4j.processor.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.Name;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/**
 * A type with what it inherits: the methods of its ancestors first, each in the order of the source. Left out are methods that a descendant
 * overrides or hides, static methods of other interfaces, and those of {@code Object}.
 */
final class Lineage {
    private final TypeElement type;
    private final Compilation compilation;
    private final Set<TypeElement> types = new LinkedHashSet<>();
    private final Map<Name, List<ExecutableElement>> byName = new HashMap<>();

    /** Walks the ancestors of {@code type}; those that do not exist are noted in the scope. */
    Lineage(TypeElement type, Scope scope) {
        this.type = type;
        this.compilation = scope.compilation();
        addTypes(type, scope);
        for (TypeElement member : types) {
            for (ExecutableElement method : ElementFilter.methodsIn(member.getEnclosedElements())) {
                byName.computeIfAbsent(method.getSimpleName(), name -> new ArrayList<>())
                        .add(method);
            }
        }
    }

    /** The methods that {@code wanted} holds for. */
    List<ExecutableElement> methods(Predicate<ExecutableElement> wanted) {
        List<ExecutableElement> methods = new ArrayList<>();
        for (TypeElement member : types) {
            ElementFilter.methodsIn(member.getEnclosedElements()).stream()
                    .filter(wanted)
                    .filter(method -> isOwn(method) || (isInherited(method) && !isReplaced(method)))
                    .sorted(Comparator.comparing(compilation.sources()::place))
                    .forEach(methods::add);
        }
        return methods;
    }

    private void addTypes(TypeElement start, Scope scope) {
        if (types.contains(start)) {
            return;
        }
        for (TypeMirror ancestor : ancestors(start)) {
            if (ancestor.getKind() == TypeKind.DECLARED) {
                TypeElement element = (TypeElement) ((DeclaredType) ancestor).asElement();
                if (!element.getQualifiedName().contentEquals("java.lang.Object")) {
                    addTypes(element, scope);
                }
            }
            scope.addUnresolved(ancestor);
        }
        types.add(start);
    }

    private static List<TypeMirror> ancestors(TypeElement type) {
        List<TypeMirror> ancestors = new ArrayList<>();
        ancestors.add(type.getSuperclass());
        ancestors.addAll(type.getInterfaces());
        return ancestors;
    }

    private boolean isOwn(ExecutableElement method) {
        return Enclosing.type(method).equals(type);
    }

    private static boolean isInherited(ExecutableElement method) {
        return !Enclosing.type(method).getKind().isInterface()
                || !method.getModifiers().contains(Modifier.STATIC);
    }

    private boolean isReplaced(ExecutableElement method) {
        return byName.getOrDefault(method.getSimpleName(), List.of()).stream()
                .anyMatch(other -> !other.equals(method) && replaces(other, method));
    }

    private boolean replaces(ExecutableElement other, ExecutableElement method) {
        return compilation.elements().overrides(other, method, type)
                || compilation.elements().hides(other, method);
    }
}
