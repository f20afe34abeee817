package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * The fields of the state that hold inputs. An input that every run of the whole graph needs may still be missing in the run of an entry method:
 * one that does not take it, since the nodes which it runs can do without.
 */
final class InputFields {
    private final Collection<GraphInput> inputs;
    private final Set<String> missingSomewhere = new HashSet<>();

    InputFields(Wiring wiring) {
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
    }

    /** The inputs that the nodes of {@code slice} take. */
    List<GraphInput> neededBy(EntrySlice slice) {
        Set<Object> nodes = new HashSet<>(slice.nodes());
        return inputs.stream()
                .filter(input -> input.takes().stream().map(Take::node).anyMatch(nodes::contains))
                .toList();
    }

    /** Whether the field may be without a value when a node that takes it runs. */
    boolean mayBeAbsent(GraphInput input) {
        return input.mayBeAbsent() || missingSomewhere.contains(input.name());
    }

    /** The type of the field: a value that may be absent is kept as a reference, {@code null} while it is. */
    TypeName type(GraphInput input) {
        TypeName type = input.type().spelling();
        return mayBeAbsent(input) ? Spellings.boxed(type) : type;
    }
}
