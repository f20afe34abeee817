package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes the class with the values of one run: a typed field for each, and the methods that run the nodes on them. */
final class StateWriter {
    private final Wiring wiring;
    private final List<GraphNode> plan;
    private final GraphNames names;
    private final DefaultCode defaults;
    private final Pieces pieces;
    private final List<String> slots;

    StateWriter(Wiring wiring, GraphNames names, DefaultCode defaults) {
        this.wiring = wiring;
        this.plan = wiring.plan();
        this.names = names;
        this.defaults = defaults;
        this.pieces = Pieces.of(plan);
        this.slots = new ArrayList<>(wiring.inputs().keySet());
        plan.forEach(node -> node.gives().forEach(give -> slots.add(give.value())));
    }

    TypeSpec write() {
        TypeSpec.Builder state = TypeSpec.classBuilder(names.stateType)
                .addJavadoc("The values of one run.")
                .addModifiers(PRIVATE, STATIC, FINAL)
                .superclass(RuntimeTypes.GRAPH_STATE);
        addFields(state);
        state.addMethod(constructor());
        NodeClasses classes = NodeClasses.of(plan);
        if (classes.areNeeded()) {
            writeAcross(classes, state);
        } else {
            writeMethods(state, Host.STATE, 0, plan.size(), 0, slots.size());
        }
        return state.addMethod(result()).build();
    }

    /** The expression that makes a state, inside a method of the graph. */
    CodeBlock newState() {
        return CodeBlock.of("new $T($L)", names.stateType, needsGraph() ? "this" : "");
    }

    /** A value that may be absent is kept as a reference, {@code null} while it is. */
    static TypeName fieldType(GraphInput input) {
        TypeName type = input.type().spelling();
        return input.mayBeAbsent() ? Spellings.boxed(type) : type;
    }

    /** A value that may be absent is kept as a reference, {@code null} while it is. */
    static TypeName fieldType(Give give) {
        TypeName type = give.port().type().spelling();
        return give.port().nullable() ? Spellings.boxed(type) : type;
    }

    private void writeAcross(NodeClasses classes, TypeSpec.Builder state) {
        int slotsInClass = (slots.size() + classes.count() - 1) / classes.count();
        RunWriter.writeAcross(state, names, classes);
        CompleteWriter.writeAcross(state, plan, names, classes);
        ValueWriter.writeAcross(state, names, classes.count(), slotsInClass);
        for (int i = 0; i < classes.count(); i++) {
            TypeSpec.Builder nodes = TypeSpec.classBuilder(NodeClasses.name(i)).addModifiers(PRIVATE, STATIC, FINAL);
            int lastSlot = Math.min(slots.size(), (i + 1) * slotsInClass);
            writeMethods(nodes, Host.NESTED_CLASS, classes.from(i), classes.to(i), i * slotsInClass, lastSlot);
            state.addType(nodes.build());
        }
    }

    private void writeMethods(
            TypeSpec.Builder type, Host host, int firstNode, int endNode, int firstSlot, int endSlot) {
        NodeCode code = new NodeCode(wiring, names, defaults, host);
        new RunWriter(plan, names, pieces, code, host)
                .write(type, firstNode >> pieces.bits(), (endNode + pieces.size() - 1) >> pieces.bits());
        new CompleteWriter(plan, names, code, host).write(type, firstNode, endNode);
        new ValueWriter(slots, names, host).write(type, firstSlot, endSlot);
    }

    private void addFields(TypeSpec.Builder type) {
        for (NodeClass holder : wiring.holders()) {
            type.addField(holder.name(), names.holder(holder.name()), PRIVATE, FINAL);
        }
        if (callsGraph()) {
            type.addField(names.graph, names.graphField, PRIVATE, FINAL);
        }
        for (GraphInput input : wiring.inputs().values()) {
            type.addField(fieldType(input), input.name(), PRIVATE);
        }
        for (GraphNode node : plan) {
            node.gives().forEach(give -> type.addField(fieldType(give), give.value(), PRIVATE));
        }
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder();
        if (needsGraph()) {
            constructor.addParameter(names.graph, names.graphField);
        }
        for (NodeClass holder : wiring.holders()) {
            String field = names.holder(holder.name());
            constructor.addStatement("this.$N = $N.$N", field, names.graphField, field);
        }
        if (callsGraph()) {
            constructor.addStatement("this.$N = $N", names.graphField, names.graphField);
        }
        return constructor.build();
    }

    private boolean needsGraph() {
        return !wiring.holders().isEmpty() || callsGraph();
    }

    /** Whether the graph is an interface with node methods of its own, which are called on the graph. */
    private boolean callsGraph() {
        return wiring.graph().isInterface()
                && plan.stream()
                        .anyMatch(node -> !node.method().isStatic()
                                && node.use().holder().equals(wiring.graph().type()));
    }

    private MethodSpec result() {
        MethodSpec.Builder result = MethodSpec.methodBuilder("result")
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(Object.class)
                .addParameter(int.class, names.slice);
        CodeBlock outputs = wiring.outputs().stream().map(StateWriter::output).collect(CodeBlock.joining(", "));
        CodeBlock whole = CodeBlock.of("return new $T($L);\n", names.outputs, outputs);
        List<EntrySlice> slices = slices(wiring);
        if (slices.isEmpty()) {
            return result.addCode(whole).build();
        }
        result.beginControlFlow("switch ($N)", names.slice);
        for (int i = 0; i < slices.size(); i++) {
            Give give = slices.get(i).give();
            result.addCode("case $L:\n$>return $N;\n$<", i + 1, give == null ? "null" : give.value());
        }
        return result.addCode("default:\n$>")
                .addCode(whole)
                .addCode("$<")
                .endControlFlow()
                .build();
    }

    /** The slices of entry methods that return one output, in their order; they are numbered from 1. */
    static List<EntrySlice> slices(Wiring wiring) {
        return wiring.entries().stream().filter(slice -> slice.give() != null).toList();
    }

    private static CodeBlock output(GraphOutput output) {
        return output.mayBeAbsent()
                ? CodeBlock.of("$T.ofNullable($N)", Optional.class, output.name())
                : CodeBlock.of("$N", output.name());
    }
}
