package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.Decision.Choice;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.List;
import java.util.Objects;

/** The code that tells the runner which nodes a gate opens, from what its method returned. Targets that are not part of the plan open nothing. */
final class GateCode {
    private final int number;
    private final Decision decision;
    private final List<GraphNode> targets;
    private final String prefix;
    private final String local;

    /**
     * @param number the gate's in the plan
     * @param targets the nodes of the plan that it may open
     * @param prefix what stands before a method of the state
     * @param local a name for a local variable
     */
    GateCode(GraphNode gate, int number, List<GraphNode> targets, String prefix, String local) {
        this.number = number;
        this.decision = Objects.requireNonNull(gate.method().traits().decision());
        this.targets = targets;
        this.prefix = prefix;
        this.local = local;
    }

    /** @param result what the method returned */
    CodeBlock of(CodeBlock result) {
        if (decision.choice() == Choice.BOOLEAN) {
            return ifElse(result);
        }
        return decision.several() ? several(result) : single(result);
    }

    private CodeBlock ifElse(CodeBlock result) {
        CodeBlock whenTrue = opens(decision.targets().get(0).node());
        CodeBlock whenFalse = opens(decision.targets().get(1).node());
        CodeBlock.Builder code = CodeBlock.builder();
        if (whenTrue.isEmpty() && whenFalse.isEmpty()) {
            return code.addStatement(result).build();
        }
        if (whenTrue.isEmpty() || whenFalse.isEmpty()) {
            code.beginControlFlow(whenTrue.isEmpty() ? "if (!$L)" : "if ($L)", result);
            return code.add(whenTrue.isEmpty() ? whenFalse : whenTrue)
                    .endControlFlow()
                    .build();
        }
        code.beginControlFlow("if ($L)", result).add(whenTrue);
        return code.nextControlFlow("else").add(whenFalse).endControlFlow().build();
    }

    private CodeBlock single(CodeBlock result) {
        if (!decision.nullable()) {
            CodeBlock given = CodeBlock.of("given($L, $S)", result, "its choice");
            return decision.choice() == Choice.ENUM
                    ? chosen(given)
                    : CodeBlock.builder()
                            .addStatement("var $N = $L", local, given)
                            .add(chosen(CodeBlock.of("$N", local)))
                            .build();
        }
        CodeBlock.Builder code = CodeBlock.builder().addStatement("var $N = $L", local, result);
        code.beginControlFlow("if ($N != null)", local).add(chosen(CodeBlock.of("$N", local)));
        CodeBlock fallback = fallback();
        if (!fallback.isEmpty()) {
            code.nextControlFlow("else").add(fallback);
        }
        return code.endControlFlow().build();
    }

    private CodeBlock several(CodeBlock result) {
        CodeBlock.Builder code = CodeBlock.builder();
        TypeName type = decision.choice() == Choice.ENUM
                ? Objects.requireNonNull(decision.type()).spelling()
                : TypeName.get(String.class);
        String all = local + "s";
        code.addStatement(
                decision.nullable() ? "var $N = $L" : "var $N = given($L, $S)",
                decision.nullable() ? new Object[] {all, result} : new Object[] {all, result, "its choices"});
        String none = decision.nullable() ? "if ($1N == null || $1N.isEmpty())" : "if ($1N.isEmpty())";
        CodeBlock fallback = fallback();
        if (!fallback.isEmpty()) {
            code.beginControlFlow(none, all).add(fallback).nextControlFlow("else");
        } else if (decision.nullable()) {
            code.beginControlFlow("if ($N != null)", all);
        }
        code.beginControlFlow("for ($T $N : $N)", type, local, all)
                .add(chosen(CodeBlock.of("$N", local)))
                .endControlFlow();
        return !fallback.isEmpty() || decision.nullable()
                ? code.endControlFlow().build()
                : code.build();
    }

    private CodeBlock chosen(CodeBlock choice) {
        CodeBlock.Builder code = CodeBlock.builder().beginControlFlow("switch ($L)", choice);
        for (GateTarget target : decision.targets()) {
            String label = decision.choice() == Choice.ENUM ? "case $L" : "case $S";
            CodeBlock opens = opens(target.node());
            code.add(label + " -> ", target.choice());
            code.add(opens.isEmpty() ? CodeBlock.of("{}\n") : opens);
        }
        if (decision.choice() == Choice.TEXT) {
            CodeBlock known = decision.targets().stream()
                    .map(target -> CodeBlock.of("$S", target.choice()))
                    .collect(Arguments.joined());
            code.addStatement("default -> throw unknownTarget($N, $L)", local, known);
        }
        return code.endControlFlow().build();
    }

    private CodeBlock fallback() {
        Name fallback = decision.fallback();
        return fallback == null ? CodeBlock.of("") : opens(fallback.text());
    }

    /** The statement that opens a node; none where that is not part of the plan. */
    private CodeBlock opens(String node) {
        for (int i = 0; i < targets.size(); i++) {
            if (targets.get(i).name().equals(node)) {
                return CodeBlock.builder()
                        .addStatement("$Lopens($L, $L)", prefix, number, i)
                        .build();
            }
        }
        return CodeBlock.of("");
    }
}
