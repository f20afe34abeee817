package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.NameAllocator;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Holder;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;

/**
 * The names that the generated code of one graph uses. Values keep their own; what is ours gives way: a holder or a local variable that would
 * clash with a value gets an underscore.
 */
final class GraphNames {
    final ClassName graph;
    final ClassName inputs;
    final ClassName outputs;
    final ClassName answers;
    final ClassName inputsBuilder;
    final ClassName graphBuilder;
    final ClassName stateType;
    final ClassName mapping;

    /** The method that tells the types of values. */
    final String type;

    /** The field of the state that holds the graph itself, for the node methods of a graph interface. */
    final String graphField;
    /** The parameters of the state's methods. */
    final String state;

    final String from;
    final String to;
    final String slot;
    final String node;
    final String value;
    final String slice;

    private final Set<String> values;
    private final NameAllocator allocator = new NameAllocator();
    private final Map<Holder, String> holders = new HashMap<>();
    private final Map<Holder, String> holdersInState = new HashMap<>();
    private final Map<EntryMethod, String> slices = new HashMap<>();
    private final Map<GraphNode, String> records = new HashMap<>();

    GraphNames(Wiring wiring, List<Holder> holders, Surroundings surroundings) {
        GraphDeclaration declaration = wiring.graph();
        String packageName = declaration.type().packageName();
        graph = ClassName.get(packageName, declaration.baseName() + "Graph");
        inputs = ClassName.get(packageName, declaration.baseName() + "Inputs");
        outputs = ClassName.get(packageName, declaration.baseName() + "Outputs");
        answers = ClassName.get(packageName, declaration.baseName() + "Answers");
        // Types of the unnamed package can't be told from nested ones: they have no other name.
        Function<String, String> nested = name -> packageName.isEmpty() && surroundings.hides(name) ? name + "_" : name;
        inputsBuilder = inputs.nestedClass(nested.apply("Builder"));
        graphBuilder = graph.nestedClass(nested.apply("Builder"));
        stateType = graph.nestedClass(nested.apply("State"));
        mapping = graph.nestedClass(nested.apply("Mapping"));
        type = unlikeMethods("type", declaration, surroundings);
        values = values(wiring);
        values.forEach(allocator::newName);
        nameHolders(holders);
        graphField = allocator.newName("graph");
        state = allocator.newName("state");
        from = allocator.newName("from");
        to = allocator.newName("to");
        slot = allocator.newName("slot");
        node = allocator.newName("node");
        value = allocator.newName("value");
        slice = allocator.newName("slice");
        nameSlices(declaration);
        wiring.plan().stream()
                .filter(NodeCode::isTakenApart)
                .forEach(node -> records.put(node, allocator.newName(node.name())));
    }

    /** The names of the values. */
    Set<String> values() {
        return values;
    }

    /** The field and parameter that hold {@code holder}. */
    String holder(Holder holder) {
        return Objects.requireNonNull(holders.get(holder));
    }

    /** The field of the state, which has values beside it, that holds {@code holder}. */
    String holderInState(Holder holder) {
        return Objects.requireNonNull(holdersInState.get(holder));
    }

    /** The constant with the slice that {@code entry} runs. */
    String slice(EntryMethod entry) {
        return Objects.requireNonNull(slices.get(entry));
    }

    /** The local variable that holds what {@code node} returned until it is taken apart. */
    String record(GraphNode node) {
        return Objects.requireNonNull(records.get(node));
    }

    /** A name for a local variable that clashes with no value. */
    String local(String suggestion) {
        return allocator.clone().newName(suggestion);
    }

    /** The name of a method of the graph class, which inherits those of the interface that it implements. */
    private static String unlikeMethods(String name, GraphDeclaration declaration, Surroundings surroundings) {
        String free = name;
        while (declaration.isInterface() && surroundings.methods(declaration.type(), free) > 0) {
            free += "_";
        }
        return free;
    }

    private void nameHolders(List<Holder> all) {
        NameAllocator names = new NameAllocator();
        List.of("settings", "newSettings").forEach(names::newName);
        for (Holder holder : all) {
            this.holders.put(holder, names.newName(holder.label()));
            this.holdersInState.put(holder, allocator.newName(holder.label()));
        }
    }

    private void nameSlices(GraphDeclaration declaration) {
        NameAllocator constants = new NameAllocator();
        List.of("PLAN", "WHOLE").forEach(constants::newName);
        for (EntryMethod entry : declaration.entries()) {
            String snake = entry.method().replaceAll("(?<=\\p{Ll}|\\d)(?=\\p{Lu})", "_");
            slices.put(entry, constants.newName(snake.toUpperCase(Locale.ROOT)));
        }
    }

    private static Set<String> values(Wiring wiring) {
        Set<String> values = new LinkedHashSet<>(wiring.inputs().keySet());
        for (GraphNode node : wiring.plan()) {
            node.gives().forEach(give -> values.add(give.value()));
        }
        return values;
    }
}
