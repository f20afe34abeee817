package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.metadata.GraphMetadata;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Nested;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Parameter.Seed;
import dev.hypergraph4j.processor.model.Site;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import org.jspecify.annotations.Nullable;

/**
 * A graph of a class file. Its nodes are of no interest: what it is to a graph around it is told by the types that were generated for it, in {@link
 * GraphMetadata} and in the records of its inputs and outputs.
 */
final class ClassFileGraph {

    /** The inputs, or the outputs: the record of them, and which are optional, and which of these primitive. */
    private record Values(@Nullable RecordComponents components, List<String> optional, List<String> primitive) {}

    private final TypeElement type;
    private final Scope scope;
    private final Site site;

    /** Reads {@code type} in {@code scope}. */
    ClassFileGraph(TypeElement type, Scope scope) {
        this.type = type;
        this.scope = scope;
        this.site = scope.site(type);
    }

    /** What is known of the graph. */
    Nested read() {
        TypeElement graph = generated("Graph");
        AnnotationUse metadata = graph == null ? null : AnnotationUse.on(graph, GraphMetadata.class);
        List<Parameter> inputs = metadata == null ? null : inputs(metadata);
        List<OutputPort> outputs = metadata == null ? null : outputs(metadata);
        if (metadata == null || inputs == null || outputs == null) {
            return new Nested.Unknown();
        }
        return new Nested.Processed(
                metadata.text("name", ""), Visibility.isPublic(type), inputs, outputs, metadata.texts("question"));
    }

    private @Nullable List<Parameter> inputs(AnnotationUse metadata) {
        Values values = values(metadata, "Inputs");
        Map<String, AnnotationUse> defaults = new HashMap<>();
        Scope.inner(metadata, "defaults").forEach(use -> defaults.put(use.text("input", ""), use));
        List<Parameter> inputs = new ArrayList<>();
        for (String name : metadata.texts("inputs")) {
            JavacType valueType = type(name, values);
            if (valueType == null) {
                return null;
            }
            Demand demand = values.optional().contains(name) ? Demand.OPTIONAL : Demand.REQUIRED;
            DefaultValue value = defaultValue(defaults.get(name), valueType);
            inputs.add(new Parameter(name, name, valueType, demand, value, false, Seed.NONE, site));
        }
        return inputs;
    }

    private @Nullable List<OutputPort> outputs(AnnotationUse metadata) {
        Values values = values(metadata, "Outputs");
        List<OutputPort> outputs = new ArrayList<>();
        for (String name : metadata.texts("outputs")) {
            JavacType valueType = type(name, values);
            if (valueType == null) {
                return null;
            }
            outputs.add(new OutputPort(name, valueType, name, values.optional().contains(name), site));
        }
        return outputs;
    }

    private Values values(AnnotationUse metadata, String kind) {
        TypeElement generated = generated(kind);
        return new Values(
                generated == null ? null : RecordComponents.of(generated.asType(), scope.compilation()),
                metadata.texts("optional" + kind),
                metadata.texts("primitive" + kind));
    }

    /** The type of a value; {@code null} where the record does not have it. */
    private @Nullable JavacType type(String name, Values values) {
        RecordComponents.Component component =
                values.components() == null ? null : values.components().find(name);
        if (component == null) {
            return null;
        }
        if (!values.optional().contains(name)) {
            return scope.type(component.type());
        }
        Compilation compilation = scope.compilation();
        TypeMirror boxed = Bounds.argument(component.type(), compilation.elements());
        return scope.type(
                values.primitive().contains(name) ? compilation.types().unboxedType(boxed) : boxed);
    }

    private @Nullable DefaultValue defaultValue(@Nullable AnnotationUse metadata, JavacType valueType) {
        if (metadata == null) {
            return null;
        }
        String provider = metadata.text("provider", "");
        return provider.isEmpty() ? valueType.literal(metadata.text("literal", ""), site) : provider(provider);
    }

    private DefaultValue provider(String qualifiedName) {
        int dot = qualifiedName.lastIndexOf('.');
        String method = qualifiedName.substring(dot + 1);
        TypeElement owner = scope.compilation().elements().getTypeElement(qualifiedName.substring(0, dot));
        if (owner != null) {
            for (ExecutableElement member : ElementFilter.methodsIn(owner.getEnclosedElements())) {
                if (member.getSimpleName().contentEquals(method)
                        && member.getParameters().isEmpty()) {
                    return new DefaultValue.Provider(
                            ClassName.get(owner),
                            method,
                            scope.type(member.getReturnType()),
                            Visibility.isPublic(member),
                            site);
                }
            }
        }
        return new DefaultValue.Unfit(qualifiedName + "()", "does not exist", site);
    }

    private @Nullable TypeElement generated(String suffix) {
        ClassName name = ClassName.get(type);
        String simpleName = String.join("_", name.simpleNames()) + suffix;
        return scope.compilation()
                .elements()
                .getTypeElement(ClassName.get(name.packageName(), simpleName).canonicalName());
    }
}
