package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Writes {@code complete(node, value)}, which takes in what asynchronous nodes give, and what was asked before. A graph without any such node has no
 * such method.
 */
final class CompleteWriter {
    private static final int NODES_IN_METHOD = 64;

    private final List<GraphNode> plan;
    private final GraphNames names;
    private final NodeCode code;
    private final Host host;

    CompleteWriter(List<GraphNode> plan, GraphNames names, NodeCode code, Host host) {
        this.plan = plan;
        this.names = names;
        this.code = code;
        this.host = host;
    }

    /** Writes the method for the nodes from {@code first} to {@code end}. */
    void write(TypeSpec.Builder type, int first, int end) {
        List<Integer> asynchronous = asynchronous(plan, first, end);
        if (asynchronous.isEmpty()) {
            return;
        }
        if (asynchronous.size() <= NODES_IN_METHOD) {
            type.addMethod(parameters(host.override("complete", names))
                    .addCode(cases(asynchronous))
                    .build());
            return;
        }
        MethodSpec.Builder complete = parameters(host.override("complete", names));
        List<MethodSpec> parts = new ArrayList<>();
        for (int from = 0; from < asynchronous.size(); from += NODES_IN_METHOD) {
            List<Integer> part = asynchronous.subList(from, Math.min(asynchronous.size(), from + NODES_IN_METHOD));
            String name = "complete" + part.get(0);
            complete.beginControlFlow("if ($N <= $L)", names.node, part.get(part.size() - 1))
                    .addStatement("$L($L$N, $N)", name, host.pass(names), names.node, names.value)
                    .addStatement("return")
                    .endControlFlow();
            parts.add(parameters(host.part(name, names)).addCode(cases(part)).build());
        }
        type.addMethod(complete.build()).addMethods(parts);
    }

    /** Writes the state's method that leads on to the classes nested in it. */
    static void writeAcross(TypeSpec.Builder state, List<GraphNode> plan, GraphNames names, NodeClasses classes) {
        if (asynchronous(plan, 0, plan.size()).isEmpty()) {
            return;
        }
        CodeBlock.Builder cases =
                CodeBlock.builder().beginControlFlow("switch ($N >> $L)", names.node, NodeClasses.BITS);
        for (int i = 0; i < classes.count(); i++) {
            if (!asynchronous(plan, classes.from(i), classes.to(i)).isEmpty()) {
                cases.addStatement(
                        "case $L -> $L.complete(this, $N, $N)", i, NodeClasses.name(i), names.node, names.value);
            }
        }
        cases.add(noSuchNode()).endControlFlow();
        state.addMethod(parameters(Host.STATE.override("complete", names), names)
                .addCode(cases.build())
                .build());
    }

    private CodeBlock cases(List<Integer> nodes) {
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch ($N)", names.node);
        for (int number : nodes) {
            GraphNode node = plan.get(number);
            CodeBlock taken = code.complete(node);
            cases.add(
                    taken.isEmpty() ? "case $L -> {} // $L\n" : "case $L -> { // $L\n$>",
                    number,
                    RunWriter.comment(node));
            if (!taken.isEmpty()) {
                cases.add(taken).add("$<}\n");
            }
        }
        return cases.add(noSuchNode()).endControlFlow().build();
    }

    private static CodeBlock noSuchNode() {
        return CodeBlock.of("default -> throw new $T();\n", IllegalArgumentException.class);
    }

    private MethodSpec.Builder parameters(MethodSpec.Builder method) {
        return parameters(method, names);
    }

    private static MethodSpec.Builder parameters(MethodSpec.Builder method, GraphNames names) {
        return method.addParameter(int.class, names.node).addParameter(Object.class, names.value);
    }

    private static List<Integer> asynchronous(List<GraphNode> plan, int first, int end) {
        List<Integer> numbers = new ArrayList<>();
        for (int number = first; number < end; number++) {
            GraphNode node = plan.get(number);
            if (node.endsLater() || NodeCode.asks(node)) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}
