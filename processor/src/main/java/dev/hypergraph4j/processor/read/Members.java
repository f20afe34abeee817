package dev.hypergraph4j.processor.read;

import com.palantir.javapoet.ClassName;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.NodeUse;
import dev.hypergraph4j.processor.model.Site;
import dev.hypergraph4j.processor.model.UnknownReference;
import dev.hypergraph4j.processor.model.UnknownReference.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import org.jspecify.annotations.Nullable;

/** What a graph is made of: its own node methods, the classes of {@code @Graph(nodes)}, and its {@code @Use}s, in this order. */
final class Members {
    private final TypeElement graph;
    private final Scope scope;
    private final NodeClasses nodeClasses;

    private final Map<TypeElement, NodeClass> members = new LinkedHashMap<>();
    private final Map<TypeElement, Map<String, NodeMethod>> methods = new HashMap<>();
    private final List<NodeUse> uses = new ArrayList<>();
    private final List<UnknownReference> unknown = new ArrayList<>();

    Members(TypeElement graph, Scope scope, NodeClasses nodeClasses) {
        this.graph = graph;
        this.scope = scope;
        this.nodeClasses = nodeClasses;
        addAllOf(graph, read(graph, null));
    }

    /** The classes that the nodes come from. */
    List<NodeClass> classes() {
        return List.copyOf(members.values());
    }

    /** The nodes. */
    List<NodeUse> uses() {
        return List.copyOf(uses);
    }

    /** What leads nowhere. */
    List<UnknownReference> unknown() {
        return List.copyOf(unknown);
    }

    /** Takes all node methods of the class in that {@code entry}, an element of {@code @Graph(nodes)}, mentions. */
    void takeIn(AnnotationUse annotation, AnnotationValue entry) {
        TypeElement type = mentioned(annotation, entry);
        if (type == null || members.containsKey(type)) {
            return;
        }
        NodeClass nodeClass = nodeClass(type, scope.site(annotation, entry));
        if (nodeClass != null) {
            addAllOf(type, nodeClass);
        }
    }

    /** Adds the node that a {@code @Use} makes. */
    void use(AnnotationUse use) {
        AnnotationValue value = use.value("type");
        TypeElement type = value == null ? null : mentioned(use, value);
        if (value == null || type == null) {
            return;
        }
        NodeClass member = members.get(type);
        NodeClass nodeClass = member != null ? member : nodeClass(type, scope.site(use, value));
        if (nodeClass == null) {
            return;
        }
        String name = scope.text(use, "method", "");
        NodeMethod method =
                methods.computeIfAbsent(type, known -> byName(nodeClass)).get(name);
        if (method == null) {
            List<String> known = nodeClass.methods().stream()
                    .map(NodeMethod::method)
                    .distinct()
                    .toList();
            String written = type.getSimpleName() + "." + name;
            unknown.add(new UnknownReference(Kind.NODE_METHOD, written, known, scope.site(use, "method")));
            return;
        }
        members.putIfAbsent(type, nodeClass);
        uses.add(new NodeUse(
                method,
                nodeClass.name(),
                scope.text(use, "name", ""),
                scope.renamings(use, "inputs"),
                scope.renamings(use, "outputs"),
                type.equals(graph),
                scope.site(use)));
    }

    private void addAllOf(TypeElement type, NodeClass nodeClass) {
        members.put(type, nodeClass);
        ClassName holder = nodeClass.name();
        for (NodeMethod method : nodeClass.methods()) {
            uses.add(new NodeUse(
                    method, holder, method.node(), List.of(), List.of(), type.equals(graph), method.site()));
        }
    }

    /** The class that a value mentions; {@code null}, and noted, where it is none that could have node methods. */
    private @Nullable TypeElement mentioned(AnnotationUse annotation, AnnotationValue value) {
        if (AnnotationUse.isUnresolved(value)) {
            scope.addUnresolved(AnnotationUse.UNRESOLVED);
        } else if (value.getValue() instanceof TypeMirror mirror) {
            if (mirror.getKind() == TypeKind.DECLARED) {
                return (TypeElement) ((DeclaredType) mirror).asElement();
            }
            scope.addUnresolved(mirror);
            if (mirror.getKind() != TypeKind.ERROR) {
                addUnknown(Kind.NODE_CLASS, TypeDisplay.simple(mirror), scope.site(annotation, value));
            }
        }
        return null;
    }

    /** The class with its node methods; {@code null}, and noted, where it has none or is itself a graph. */
    private @Nullable NodeClass nodeClass(TypeElement type, Site site) {
        String name = type.getSimpleName().toString();
        if (AnnotationUse.on(type, Graph.class) != null) {
            addUnknown(Kind.NOT_A_GRAPH, name, site);
            return null;
        }
        NodeClass nodeClass = read(type, site);
        if (nodeClass.methods().isEmpty()) {
            addUnknown(Kind.NODE_CLASS, name, site);
            return null;
        }
        return nodeClass;
    }

    private NodeClass read(TypeElement type, @Nullable Site site) {
        NodeClassReader.Read read = nodeClasses.get(type, site);
        read.unresolved().forEach(scope::addUnresolved);
        return read.nodeClass();
    }

    private void addUnknown(Kind kind, String name, Site site) {
        unknown.add(new UnknownReference(kind, name, List.of(), site));
    }

    /** The methods by their Java name: of several that share one the first. */
    private static Map<String, NodeMethod> byName(NodeClass nodeClass) {
        Map<String, NodeMethod> byName = new HashMap<>();
        nodeClass.methods().forEach(method -> byName.putIfAbsent(method.method(), method));
        return byName;
    }
}
