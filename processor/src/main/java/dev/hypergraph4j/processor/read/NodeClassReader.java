package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.Default;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeClass.Origin;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Site;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.ExecutableType;
import org.jspecify.annotations.Nullable;

/** Reads classes with node methods. */
final class NodeClassReader {

    /**
     * A class as it was read.
     *
     * @param unresolved what it mentions and does not exist (yet)
     */
    record Read(NodeClass nodeClass, Set<String> unresolved) {}

    /** A node method with what decides its place: the class that declares it, and its index there if it comes from a class file. */
    private record Placed(NodeMethod method, int generation, int index, boolean nameless) {}

    private final Compilation compilation;
    private final ClassFileMetadata metadata;

    NodeClassReader(Compilation compilation) {
        this.compilation = compilation;
        this.metadata = new ClassFileMetadata(compilation);
    }

    /**
     * Reads {@code type}, which may have no node methods at all.
     *
     * @param takenInAt where the user mentions it, if that matters
     */
    Read read(TypeElement type, @Nullable Site takenInAt) {
        boolean isSource = compilation.origins().isSource(type);
        Site site = isSource || takenInAt == null ? compilation.sites().of(type) : takenInAt;
        Scope scope = new Scope(compilation, type, site);
        Lineage lineage = new Lineage(type, scope);
        List<Placed> placed = nodes(type, lineage, scope);
        List<NodeMethod> methods = placed.stream().map(Placed::method).toList();
        Providers providers =
                new Providers(lineage.methods(method -> AnnotationUse.on(method, Default.class) != null), scope);
        List<NodeMethod> complete = providers.applyTo(methods);
        if (isSource && AnnotationUse.on(type, Graph.class) == null) {
            providers.refuseIdle(ClassName.get(type), values(methods));
        }
        Origin origin = isSource ? Origin.SOURCE : Origin.CLASS_FILE;
        NodeClass nodeClass = new NodeClass(
                ClassName.get(type),
                complete,
                providers.usable(),
                providers.unfit(),
                placed.stream().anyMatch(Placed::nameless) ? Origin.NAMELESS_CLASS_FILE : origin,
                Visibility.isPublic(type),
                site);
        return new Read(nodeClass, scope.unresolved());
    }

    /** The names of the values that the methods take. */
    private static Set<String> values(List<NodeMethod> methods) {
        return methods.stream()
                .flatMap(method -> method.values().stream())
                .map(Parameter::value)
                .collect(Collectors.toSet());
    }

    private List<Placed> nodes(TypeElement type, Lineage lineage, Scope scope) {
        NodeMethodReader reader = new NodeMethodReader(type, scope);
        List<Placed> placed = new ArrayList<>();
        int generation = 0;
        TypeElement declaring = type;
        for (ExecutableElement method : lineage.methods(NodeMark::isOn)) {
            generation += Enclosing.type(method).equals(declaring) ? 0 : 1;
            declaring = Enclosing.type(method);
            placed.add(place(type, method, reader, generation));
        }
        placed.sort(Comparator.comparingInt(Placed::generation).thenComparingInt(Placed::index));
        return placed;
    }

    private Placed place(TypeElement type, ExecutableElement method, NodeMethodReader reader, int generation) {
        ExecutableType signature = reader.signature(method);
        boolean isSource = compilation.origins().isSource(method);
        ClassFileMetadata.Entry entry = isSource ? null : metadata.find(type, method, signature);
        boolean nameless = !isSource && entry == null && Origins.isNameless(method);
        return new Placed(
                reader.read(method, signature, entry), generation, entry == null ? 0 : entry.index(), nameless);
    }
}
