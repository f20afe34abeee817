package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Holder;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the class with the values of one run: a typed field for each, and the methods that run the nodes on them. */
final class StateWriter {
    private final Wiring wiring;
    private final List<GraphNode> plan;
    private final GraphNames names;
    private final ValueFields fields;
    private final ArgumentCode arguments;
    private final Pieces pieces;
    private final List<String> slots;

    StateWriter(Wiring wiring, GraphNames names, ValueFields fields, ArgumentCode arguments) {
        this.wiring = wiring;
        this.plan = wiring.plan();
        this.names = names;
        this.fields = fields;
        this.arguments = arguments;
        this.pieces = Pieces.of(plan);
        this.slots = fields.names();
    }

    TypeSpec write() {
        TypeSpec.Builder state = TypeSpec.classBuilder(names.stateType)
                .addJavadoc(
                        "The values of one run, and its nodes: each falls through to the next until the last one asked for.\n")
                .addModifiers(PRIVATE, STATIC, FINAL)
                .superclass(RuntimeTypes.GRAPH_STATE);
        addFields(state);
        if (needsGraph()) {
            state.addMethod(constructor());
        }
        NodeClasses classes = NodeClasses.of(plan);
        if (classes.areNeeded()) {
            writeAcross(classes, state);
        } else {
            writeMethods(state, Host.STATE, 0, plan.size(), 0, slots.size());
        }
        state.addMethod(result());
        if (plan.stream().anyMatch(NodeCode::hasStageOfItsOwn)) {
            state.addMethod(NodeCode.valueOf());
        }
        return state.build();
    }

    /** The expression that makes a state, inside a method of the graph. */
    CodeBlock newState() {
        return CodeBlock.of("new $T($L)", names.stateType, needsGraph() ? "this" : "");
    }

    private void writeAcross(NodeClasses classes, TypeSpec.Builder state) {
        int slotsInClass = (slots.size() + classes.count() - 1) / classes.count();
        RunWriter.writeAcross(state, names, classes);
        CompleteWriter.writeAcross(state, plan, names, classes);
        new PutWriter(plan, slots, fields, names, Host.STATE).writeAcross(state, classes.count(), slotsInClass);
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
        NodeCode code = new NodeCode(wiring, names, arguments, host);
        new RunWriter(plan, names, pieces, code, host)
                .write(type, firstNode >> pieces.bits(), (endNode + pieces.size() - 1) >> pieces.bits());
        new CompleteWriter(plan, names, code, host).write(type, firstNode, endNode);
        new PutWriter(plan, slots, fields, names, host).write(type, firstSlot, endSlot);
        new ValueWriter(slots, names, host).write(type, firstSlot, endSlot);
    }

    private void addFields(TypeSpec.Builder type) {
        for (Holder holder : wiring.holders()) {
            type.addField(holder.type(), names.holderInState(holder), PRIVATE, FINAL);
        }
        if (callsGraph()) {
            type.addField(names.graph, names.graphField, PRIVATE, FINAL);
        }
        slots.forEach(value -> type.addField(fields.type(value), value, PRIVATE));
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addParameter(names.graph, names.graphField);
        for (Holder holder : wiring.holders()) {
            constructor.addStatement(
                    "this.$N = $N.$N", names.holderInState(holder), names.graphField, names.holder(holder));
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
        CodeBlock outputs = wiring.outputs().stream().map(StateWriter::output).collect(Arguments.joined());
        CodeBlock whole = CodeBlock.of("new $T($L)", names.outputs, outputs);
        List<EntrySlice> slices = slices(wiring);
        if (slices.isEmpty()) {
            return result.addStatement("return $L", whole).build();
        }
        result.addCode("return switch ($N) {\n$>", names.slice);
        for (int i = 0; i < slices.size(); i++) {
            Give give = Objects.requireNonNull(slices.get(i).give());
            result.addStatement("case $L -> $N", i + 1, give.value());
        }
        return result.addStatement("default -> $L", whole).addCode("$<};\n").build();
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
