package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How one message spells types and methods: with simple names, but for types of which two in the message share one. So it has to know all that
 * the message mentions before it spells the first.
 */
final class Spelling {
    private static final Pattern TYPE_NAME = Pattern.compile("[\\p{javaJavaIdentifierPart}.]+");

    private final Map<String, String> qualified = new HashMap<>();
    private final Set<String> shared = new HashSet<>();

    private Spelling() {}

    static Spelling of(ValueType... types) {
        Spelling spelling = new Spelling();
        List.of(types).forEach(spelling::mention);
        return spelling;
    }

    static Spelling of(Collection<Take> takes, Collection<Give> gives) {
        Spelling spelling = new Spelling();
        takes.forEach(take -> spelling.mention(take.parameter().type()).mention(take.node()));
        gives.forEach(give -> spelling.mention(give.port().type()).mention(give.node()));
        return spelling;
    }

    static Spelling ofMethods(Collection<NodeMethod> methods) {
        Spelling spelling = new Spelling();
        methods.forEach(method -> spelling.mention(method.owner().canonicalName()));
        return spelling;
    }

    /** Has the message mention {@code type} too. */
    Spelling mention(ValueType type) {
        return mention(type.qualifiedDisplay());
    }

    /** {@code List<Doc>}. */
    String type(ValueType type) {
        boolean ambiguous = namesIn(type.qualifiedDisplay()).stream().anyMatch(name -> shared.contains(simple(name)));
        return ambiguous ? type.qualifiedDisplay() : type.display();
    }

    /** {@code Retrieval.retrieve}; of a further use of the method also the name of that: {@code Retrieval.retrieve (as retrieveTitles)}. */
    String node(GraphNode node) {
        boolean isOther =
                Places.isFurtherUse(node) && !node.name().equals(node.method().node());
        return method(node.method()) + (isOther ? " (as " + node.name() + ")" : "");
    }

    /** {@code Retrieval.retrieve}. */
    String method(NodeMethod method) {
        String owner = method.owner().canonicalName();
        String shown = shared.contains(simple(owner)) ? owner : method.owner().simpleName();
        return method.isNestedGraph() ? shown : shown + "." + method.method();
    }

    /** {@code Retrieval.retrieve(terms, topK)}. */
    String signature(NodeMethod method) {
        return method(method) + parameters(method.parameters());
    }

    /** {@code (terms, topK)}. */
    static String parameters(List<Parameter> parameters) {
        return parameters.stream().map(Parameter::name).collect(Collectors.joining(", ", "(", ")"));
    }

    /** The part that a parameter plays: {@code parameter of Retrieval.retrieve(terms, topK)}. */
    String role(Take take) {
        String name = take.parameter().name();
        return "parameter " + (name.equals(take.value()) ? "" : name + " ") + "of "
                + signature(take.node().method())
                + (Places.isFurtherUse(take.node()) && !take.node().method().isNestedGraph()
                        ? ", as " + take.node().name()
                        : "");
    }

    /** The part that an output plays: {@code output of Retrieval.retrieve}. */
    String role(Give give) {
        String name = give.port().name();
        return "output " + (name.equals(give.value()) ? "" : name + " ") + "of " + node(give.node());
    }

    private Spelling mention(GraphNode node) {
        return mention(node.method().owner().canonicalName());
    }

    private Spelling mention(String names) {
        for (String name : namesIn(names)) {
            String known = qualified.putIfAbsent(simple(name), name);
            if (known != null && !known.equals(name)) {
                shared.add(simple(name));
            }
        }
        return this;
    }

    private static List<String> namesIn(String type) {
        return TYPE_NAME.matcher(type).results().map(MatchResult::group).toList();
    }

    private static String simple(String qualifiedName) {
        return qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
    }
}
