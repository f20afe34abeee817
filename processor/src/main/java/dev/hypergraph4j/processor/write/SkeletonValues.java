package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.GraphValue;
import dev.hypergraph4j.processor.wire.Take;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * The inputs and outputs of a graph that was refused, as far as records can have them. To those that the graph has come those that it may have once
 * it is right: whatever its nodes take and give.
 */
final class SkeletonValues {
    /** Of the 255 slots of a record's constructor, half: any component may take two. */
    private static final int MOST_COMPONENTS = 127;

    private static final Set<String> NO_COMPONENTS = Set.of(
            "SPEC",
            "builder",
            "clone",
            "finalize",
            "getClass",
            "hashCode",
            "notify",
            "notifyAll",
            "of",
            "toString",
            "wait");

    private final String packageName;
    private final List<GraphInput> inputs;
    private final List<GraphOutput> outputs;

    SkeletonValues(Wiring wiring) {
        this.packageName = wiring.graph().type().packageName();
        Map<String, GraphInput> inputs = new HashMap<>();
        this.inputs = Stream.concat(wiring.inputs().values().stream(), further(wiring).stream())
                .filter(input -> isComponent(input.name(), input.type()))
                .filter(input -> inputs.putIfAbsent(input.name(), input) == null)
                .limit(MOST_COMPONENTS)
                .map(SkeletonValues::withoutDefault)
                .toList();
        Map<String, GraphOutput> outputs = new HashMap<>();
        this.outputs = Stream.concat(
                        wiring.outputs().stream(),
                        wiring.declared().stream()
                                .flatMap(node -> node.gives().stream())
                                .map(SkeletonValues::output))
                .filter(output -> isComponent(output.name(), output.type()))
                .filter(output -> outputs.putIfAbsent(output.name(), output) == null)
                .limit(MOST_COMPONENTS)
                .toList();
    }

    List<GraphInput> inputs() {
        return inputs;
    }

    List<GraphOutput> outputs() {
        return outputs;
    }

    /** What nodes take that is no input, as optional ones: so they take no part where inputs are given in their order. */
    private static List<GraphInput> further(Wiring wiring) {
        List<GraphInput> further = new ArrayList<>();
        wiring.declared().stream().flatMap(node -> node.takes().stream()).forEach(take -> further.add(input(take)));
        return further;
    }

    private static GraphOutput output(Give give) {
        return new GraphOutput(
                new GraphValue(give.value(), List.of(give), give.port().type(), true));
    }

    private static GraphInput input(Take take) {
        ValueType type = take.parameter().type();
        boolean mayBeAbsent =
                take.parameter().demand() != Demand.REQUIRED && take.parameter().defaultValue() == null;
        DefaultValue nothing = mayBeAbsent ? null : new DefaultValue.Literal("", CodeBlock.of(""));
        return new GraphInput(take.value(), type, false, nothing, false, List.of(take));
    }

    /** A default may be what is wrong; that there is one is all that counts here. */
    private static GraphInput withoutDefault(GraphInput input) {
        if (input.defaultValue() == null) {
            return input;
        }
        TypeName type = input.type().spelling();
        CodeBlock nothing = !type.isPrimitive()
                ? CodeBlock.of("null")
                : type.equals(TypeName.BOOLEAN) ? CodeBlock.of("false") : CodeBlock.of("($T) 0", type);
        return new GraphInput(
                input.name(),
                input.type(),
                input.required(),
                new DefaultValue.Literal("", nothing),
                input.seed(),
                input.takes());
    }

    private boolean isComponent(String name, ValueType type) {
        return SourceVersion.isName(name)
                && name.indexOf('.') < 0
                && !NO_COMPONENTS.contains(name)
                && type.isVisibleFrom(packageName);
    }
}
