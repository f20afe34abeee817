package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.model.SourcePosition;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;

/**
 * Writes {@code run(from, to)}: a {@code switch} that is entered at one node and falls through to the next until the last one asked for. The same
 * code so serves a run from the first node to the last, which goes straight through, and one node at a time. It is cut into {@link Pieces}.
 */
final class RunWriter {
    private final List<GraphNode> plan;
    private final GraphNames names;
    private final Pieces pieces;
    private final NodeCode code;
    private final Host host;

    RunWriter(List<GraphNode> plan, GraphNames names, Pieces pieces, NodeCode code, Host host) {
        this.plan = plan;
        this.names = names;
        this.pieces = pieces;
        this.code = code;
        this.host = host;
    }

    /** Writes the method for the pieces from {@code first} to {@code end}. */
    void write(TypeSpec.Builder type, int first, int end) {
        if (end - first <= 1) {
            type.addMethod(parameters(host.override("run", names))
                    .addCode(end == first ? CodeBlock.of("") : piece(first))
                    .build());
            return;
        }
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int piece = first; piece < end; piece++) {
            cases.addStatement("case $L -> nodes$L($L$N, $N)", piece, piece, host.pass(names), names.node, names.to);
        }
        type.addMethod(parameters(host.override("run", names))
                .addCode(loop(names, pieces.bits(), cases.build()))
                .build());
        for (int piece = first; piece < end; piece++) {
            type.addMethod(parameters(host.part("nodes" + piece, names))
                    .addCode(piece(piece))
                    .build());
        }
    }

    /** Writes the state's method that leads on to the classes nested in it. */
    static void writeAcross(TypeSpec.Builder state, GraphNames names, NodeClasses classes) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int i = 0; i < classes.count(); i++) {
            cases.addStatement("case $L -> $L.run(this, $N, $N)", i, NodeClasses.name(i), names.node, names.to);
        }
        state.addMethod(parameters(Host.STATE.override("run", names), names)
                .addCode(loop(names, NodeClasses.BITS, cases.build()))
                .build());
    }

    private MethodSpec.Builder parameters(MethodSpec.Builder method) {
        return parameters(method, names);
    }

    private static MethodSpec.Builder parameters(MethodSpec.Builder method, GraphNames names) {
        return method.addParameter(int.class, names.from)
                .addParameter(int.class, names.to)
                .addException(Throwable.class);
    }

    /** From one piece (or class) to the next; each runs its nodes up to its own end or the last one asked for. */
    private static CodeBlock loop(GraphNames names, int bits, CodeBlock cases) {
        String node = names.node;
        return CodeBlock.builder()
                .beginControlFlow(
                        "for (int $1N = $2N; $1N < $3N; $1N = ($1N | $4L) + 1)",
                        node,
                        names.from,
                        names.to,
                        (1 << bits) - 1)
                .beginControlFlow("switch ($N >> $L)", node, bits)
                .add(cases)
                .endControlFlow()
                .endControlFlow()
                .build();
    }

    private CodeBlock piece(int piece) {
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch ($N)", names.from);
        for (int number = pieces.from(piece); number < pieces.to(piece); number++) {
            GraphNode node = plan.get(number);
            cases.add("case $L: // $L\n$>", number, comment(node));
            if (!node.endsLater()) {
                cases.add(code.run(node));
            }
            addEnd(cases, node, number, number == pieces.to(piece) - 1);
            cases.add("$<");
        }
        return cases.endControlFlow().build();
    }

    /** Notes the node's end, or an asynchronous one's beginning, and returns where no further node was asked for. */
    private void addEnd(CodeBlock.Builder cases, GraphNode node, int number, boolean isLast) {
        CodeBlock end = end(node, number);
        if (isLast) {
            cases.addStatement(end);
        } else {
            cases.beginControlFlow("if ($L == $N)", end, names.to)
                    .addStatement("return")
                    .endControlFlow();
        }
    }

    private CodeBlock end(GraphNode node, int number) {
        if (node.nesting() != null) {
            return code.nested(node, node.nesting());
        }
        String noted = node.method().asynchronous() ? "began" : "published";
        return node.endsLater()
                ? CodeBlock.of("$L$L($L, $L)", host.prefix(names), noted, number, code.call(node))
                : CodeBlock.of("$Lended($L)", host.prefix(names), number);
    }

    /** Names the node and where to find it: {@code retrieve, Retrieval.java:17}. */
    static String comment(GraphNode node) {
        SourcePosition position = node.method().position();
        return position.file().isEmpty() ? node.name() : node.name() + ", " + position.file() + ":" + position.line();
    }
}
