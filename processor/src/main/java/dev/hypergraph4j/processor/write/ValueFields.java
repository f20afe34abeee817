package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphValue;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The fields of the state, one for each value. One that may be without its value while somebody could look at it is kept as a reference, and is
 * {@code null} while it is. Other primitive values stay primitive: who needs one does not run before it is there.
 */
final class ValueFields {
    private final Wiring wiring;
    private final Collection<GraphInput> inputs;
    private final Set<String> missingSomewhere = new HashSet<>();
    private final Map<String, TypeName> types = new LinkedHashMap<>();

    /** The values that a run gives back. */
    private final Set<String> given = new HashSet<>();

    ValueFields(Wiring wiring) {
        this.wiring = wiring;
        this.inputs = wiring.inputs().values();
        for (EntrySlice slice : wiring.entries()) {
            neededBy(slice).stream()
                    .filter(GraphInput::required)
                    .map(GraphInput::name)
                    .filter(name -> slice.entry().parameters().stream()
                            .map(Parameter::value)
                            .noneMatch(name::equals))
                    .forEach(missingSomewhere::add);
        }
        wiring.outputs().forEach(output -> given.add(output.name()));
        wiring.entries().stream()
                .map(EntrySlice::value)
                .filter(Objects::nonNull)
                .forEach(value -> given.add(value.name()));
        inputs.forEach(input -> types.put(input.name(), inputType(input)));
        for (GraphNode node : wiring.plan()) {
            node.gives().forEach(give -> types.computeIfAbsent(give.value(), this::givenType));
        }
    }

    /** The inputs that the nodes of {@code slice} take. */
    List<GraphInput> neededBy(EntrySlice slice) {
        Set<Object> nodes = new HashSet<>(slice.nodes());
        return inputs.stream()
                .filter(input -> input.takes().stream().map(Take::node).anyMatch(nodes::contains))
                .toList();
    }

    /** The values in the order of their slots: the inputs, then what the nodes give. */
    List<String> names() {
        return List.copyOf(types.keySet());
    }

    /** The type of the field of {@code value}. */
    TypeName type(String value) {
        return Objects.requireNonNull(types.get(value));
    }

    /** Whether there may be no value when the node of {@code take} runs. */
    boolean mayBeAbsent(Take take) {
        GraphInput input = wiring.inputs().get(take.value());
        GraphValue value = wiring.values().get(take.value());
        if (input != null) {
            return mayBeAbsent(input) || (value != null && isNullable(value));
        }
        return Objects.requireNonNull(value).mayBeAbsent();
    }

    /** Whether what is kept may have to be narrowed for {@code take}: several give the value, and not all of them what it takes. */
    boolean isWider(Take take) {
        GraphValue value = wiring.values().get(take.value());
        return value != null && !value.type().isAssignableTo(take.parameter().type());
    }

    private boolean mayBeAbsent(GraphInput input) {
        return input.mayBeAbsent() || missingSomewhere.contains(input.name());
    }

    private TypeName inputType(GraphInput input) {
        GraphValue value = wiring.values().get(input.name());
        TypeName type = (value == null ? input.type() : value.type()).spelling();
        return mayBeAbsent(input) || (value != null && isNullable(value)) ? Spellings.boxed(type) : type;
    }

    private TypeName givenType(String name) {
        GraphValue value = Objects.requireNonNull(wiring.values().get(name));
        TypeName type = value.type().spelling();
        boolean isLookedAt = given.contains(name)
                || wiring.consumers().getOrDefault(name, List.of()).stream()
                        .anyMatch(take -> take.parameter().toleratesAbsence());
        return isNullable(value) || (!value.certain() && isLookedAt) ? Spellings.boxed(type) : type;
    }

    private static boolean isNullable(GraphValue value) {
        return value.gives().stream().anyMatch(give -> give.port().nullable());
    }
}
