package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.Output;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Site;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;

/** Reads the abstract methods of a graph interface, those of the interfaces that it extends first. */
final class EntryMethodReader {
    private static final Set<String> OF_OBJECT = Set.of("toString()", "hashCode()", "equals(java.lang.Object)");

    private final TypeElement graph;
    private final Scope scope;
    private final Compilation compilation;
    private final ParameterReader parameters;
    private final String outputs;

    EntryMethodReader(TypeElement graph, Scope scope) {
        this.graph = graph;
        this.scope = scope;
        this.compilation = scope.compilation();
        this.parameters = new ParameterReader(scope);
        this.outputs = String.join("_", ClassName.get(graph).simpleNames()) + "Outputs";
    }

    List<EntryMethod> read() {
        Map<String, EntryMethod> entries = new LinkedHashMap<>();
        for (ExecutableElement method : new Lineage(graph, scope).methods(EntryMethodReader::isEntry)) {
            ExecutableType signature =
                    (ExecutableType) compilation.types().asMemberOf((DeclaredType) graph.asType(), method);
            // Two interfaces may declare the same method; there is one to implement.
            entries.computeIfAbsent(key(method, signature), key -> read(method, signature, entries.isEmpty()));
        }
        return List.copyOf(entries.values());
    }

    private static boolean isEntry(ExecutableElement method) {
        return method.getModifiers().contains(Modifier.ABSTRACT) && !NodeMark.isOn(method) && !isOfObject(method);
    }

    /** Whether every class has the method already; interfaces repeat such methods to document them. */
    private static boolean isOfObject(ExecutableElement method) {
        String signature = method.getParameters().stream()
                .map(parameter -> TypeDisplay.qualified(parameter.asType()))
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
        return OF_OBJECT.contains(signature);
    }

    private String key(ExecutableElement method, ExecutableType signature) {
        return signature.getParameterTypes().stream()
                .map(type -> TypeDisplay.qualified(compilation.types().erasure(type)))
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }

    private EntryMethod read(ExecutableElement method, ExecutableType signature, boolean isFirst) {
        String name = method.getSimpleName().toString();
        EntryResult result = EntryResult.of(signature.getReturnType(), outputs, compilation);
        AnnotationUse output = AnnotationUse.on(method, Output.class);
        Site site = scope.site(method);
        TypeMirror type = result.type();
        return new EntryMethod(
                name,
                parameters.read(method, signature, List.of(), parameter -> false),
                scope.spelling(signature.getReturnType()),
                result.result(),
                result.asynchronous(),
                output == null ? name : scope.text(output, "value", name),
                type == null ? null : scope.type(type),
                faults(method, result, isFirst),
                site,
                output == null ? site : scope.site(output, "value"));
    }

    private List<String> faults(ExecutableElement method, EntryResult result, boolean isFirst) {
        List<String> faults = new ArrayList<>();
        if (!method.getTypeParameters().isEmpty()) {
            faults.add("has type parameters");
        }
        if (method.isVarArgs()) {
            faults.add("takes a variable number of arguments");
        }
        if (!result.fault().isEmpty()) {
            faults.add(result.fault());
        }
        if (!compilation.origins().isSource(method) && Origins.isNameless(method)) {
            faults.add("comes from a class file that does not tell the names of its parameters");
        }
        if (isFirst) {
            addFaultsOfInterface(faults);
        }
        return List.copyOf(faults);
    }

    /** What is wrong with the interface is said once, by its first method. */
    private void addFaultsOfInterface(List<String> faults) {
        if (!graph.getTypeParameters().isEmpty()) {
            faults.add("belongs to an interface with type parameters");
        }
        if (graph.getModifiers().contains(Modifier.PRIVATE)) {
            faults.add("belongs to a private interface");
        }
    }
}
