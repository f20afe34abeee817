package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.metadata.NodeMetadata;
import dev.hypergraph4j.processor.model.SourcePosition;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;
import org.jspecify.annotations.Nullable;

/**
 * What the generated class {@code X_Nodes} beside a class file {@code X} tells of the node methods of {@code X}. Its methods forward to them: they
 * have the same names, and the same parameters behind the holder where there is one.
 */
final class ClassFileMetadata {

    /** What is known of one node method. */
    record Entry(
            int index,
            List<String> parameters,
            List<String> nullableParameters,
            List<String> nullableOutputs,
            SourcePosition position,
            String hash) {}

    private final Compilation compilation;
    private final Map<TypeElement, Map<String, Entry>> entries = new HashMap<>();

    ClassFileMetadata(Compilation compilation) {
        this.compilation = compilation;
    }

    /**
     * What is known of a method of {@code type}, be it inherited; {@code null} where there is no metadata.
     *
     * @param signature the method's type as a member of {@code type}
     */
    @Nullable
    Entry find(TypeElement type, ExecutableElement method, ExecutableType signature) {
        Entry entry = entry(type, method, signature);
        TypeElement declaring = Enclosing.type(method);
        return entry == null && !declaring.equals(type)
                ? entry(declaring, method, (ExecutableType) method.asType())
                : entry;
    }

    private @Nullable Entry entry(TypeElement type, ExecutableElement method, ExecutableType signature) {
        boolean isStatic = method.getModifiers().contains(Modifier.STATIC);
        String key = key(method, isStatic ? List.of() : List.of(type.asType()), signature.getParameterTypes());
        Entry entry = entries.computeIfAbsent(type, this::read).get(key);
        return entry != null
                        && entry.parameters().size() == method.getParameters().size()
                ? entry
                : null;
    }

    private Map<String, Entry> read(TypeElement type) {
        ClassName name = ClassName.get(type);
        ClassName metadata = ClassName.get(name.packageName(), String.join("_", name.simpleNames()) + "_Nodes");
        TypeElement nodes = compilation.elements().getTypeElement(metadata.canonicalName());
        Map<String, Entry> read = new HashMap<>();
        if (nodes != null) {
            for (ExecutableElement forwarder : ElementFilter.methodsIn(nodes.getEnclosedElements())) {
                AnnotationUse annotation = AnnotationUse.on(forwarder, NodeMetadata.class);
                if (annotation != null) {
                    List<? extends TypeMirror> parameters = ((ExecutableType) forwarder.asType()).getParameterTypes();
                    read.put(key(forwarder, List.of(), parameters), entry(annotation));
                }
            }
        }
        return read;
    }

    private static Entry entry(AnnotationUse annotation) {
        return new Entry(
                annotation.number("index", 0),
                annotation.texts("parameters"),
                annotation.texts("nullableParameters"),
                annotation.texts("nullableOutputs"),
                new SourcePosition(annotation.text("file", ""), annotation.number("line", 0)),
                annotation.text("hash", ""));
    }

    private String key(
            ExecutableElement method, List<? extends TypeMirror> holder, List<? extends TypeMirror> parameters) {
        Types types = compilation.types();
        return Stream.concat(holder.stream(), parameters.stream())
                .map(type -> TypeName.get(types.erasure(type)).toString())
                .collect(Collectors.joining(",", method.getSimpleName() + "(", ")"));
    }
}
