package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes {@code put(slot, value)}, which sets what a node gave in another run. A graph whose nodes give nothing has no such method. */
final class PutWriter {
    private static final int SLOTS_IN_METHOD = 64;

    private final List<String> slots;
    private final ValueFields fields;
    private final GraphNames names;
    private final Host host;
    private final Set<String> given = new HashSet<>();

    PutWriter(List<GraphNode> plan, List<String> slots, ValueFields fields, GraphNames names, Host host) {
        this.slots = slots;
        this.fields = fields;
        this.names = names;
        this.host = host;
        plan.stream().flatMap(node -> node.gives().stream()).map(Give::value).forEach(given::add);
    }

    /** Writes the method for the slots from {@code first} to {@code end}. */
    void write(TypeSpec.Builder type, int first, int end) {
        List<Integer> settable = settable(first, end);
        if (settable.isEmpty()) {
            return;
        }
        if (settable.size() <= SLOTS_IN_METHOD) {
            type.addMethod(parameters(host.override("put", names), names)
                    .addCode(cases(settable))
                    .build());
            return;
        }
        MethodSpec.Builder put = parameters(host.override("put", names), names);
        List<MethodSpec> parts = new ArrayList<>();
        for (int from = 0; from < settable.size(); from += SLOTS_IN_METHOD) {
            List<Integer> part = settable.subList(from, Math.min(settable.size(), from + SLOTS_IN_METHOD));
            String name = "put" + part.get(0);
            put.beginControlFlow("if ($N <= $L)", names.slot, part.get(part.size() - 1))
                    .addStatement("$L($L$N, $N)", name, host.pass(names), names.slot, names.value)
                    .addStatement("return")
                    .endControlFlow();
            parts.add(parameters(host.part(name, names), names)
                    .addCode(cases(part))
                    .build());
        }
        type.addMethod(put.build()).addMethods(parts);
    }

    /** Writes the state's method that leads on to the classes nested in it, each with the same number of slots but for the last. */
    void writeAcross(TypeSpec.Builder state, int classes, int slotsInClass) {
        if (given.isEmpty()) {
            return;
        }
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch ($N / $L)", names.slot, slotsInClass);
        for (int i = 0; i < classes; i++) {
            if (!settable(i * slotsInClass, Math.min(slots.size(), (i + 1) * slotsInClass))
                    .isEmpty()) {
                cases.addStatement("case $L -> $L.put(this, $N, $N)", i, NodeClasses.name(i), names.slot, names.value);
            }
        }
        state.addMethod(parameters(Host.STATE.override("put", names), names)
                .addCode(cases.add(noSuchSlot()).endControlFlow().build())
                .build());
    }

    private List<Integer> settable(int first, int end) {
        List<Integer> settable = new ArrayList<>();
        for (int slot = first; slot < end; slot++) {
            if (given.contains(slots.get(slot))) {
                settable.add(slot);
            }
        }
        return settable;
    }

    private CodeBlock cases(List<Integer> settable) {
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch ($N)", names.slot);
        for (int slot : settable) {
            String field = slots.get(slot);
            cases.addStatement(
                    "case $L -> $L$N = ($T) $N", slot, host.prefix(names), field, fields.type(field), names.value);
        }
        return cases.add(noSuchSlot()).endControlFlow().build();
    }

    private static CodeBlock noSuchSlot() {
        return CodeBlock.of("default -> throw new $T();\n", IllegalArgumentException.class);
    }

    private static MethodSpec.Builder parameters(MethodSpec.Builder method, GraphNames names) {
        return method.addParameter(int.class, names.slot).addParameter(Object.class, names.value);
    }
}
