package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.List;

/** Writes {@code value(slot)}, which reads any value of a run by its number: for logs, partial results and tools, never while nodes run. */
final class ValueWriter {
    private static final int BITS = 6;

    private final List<String> slots;
    private final GraphNames names;
    private final Host host;

    ValueWriter(List<String> slots, GraphNames names, Host host) {
        this.slots = slots;
        this.names = names;
        this.host = host;
    }

    /** Writes the method for the slots from {@code first} to {@code end}. */
    void write(TypeSpec.Builder type, int first, int end) {
        if (end - first <= 1 << BITS) {
            type.addMethod(parameters(host.override("value", names), names)
                    .addCode(cases(first, end))
                    .build());
            return;
        }
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch ($N >> $L)", names.slot, BITS);
        for (int part = first >> BITS; part << BITS < end; part++) {
            String name = "values" + part;
            cases.add("case $L:\n$>return $L($L$N);\n$<", part, name, host.pass(names), names.slot);
            type.addMethod(parameters(host.part(name, names), names)
                    .addCode(cases(Math.max(first, part << BITS), Math.min(end, (part + 1) << BITS)))
                    .build());
        }
        type.addMethod(parameters(host.override("value", names), names)
                .addCode(cases.add(noSuchSlot()).endControlFlow().build())
                .build());
    }

    /** Writes the state's method that leads on to the classes nested in it, each with the same number of slots but for the last. */
    static void writeAcross(TypeSpec.Builder state, GraphNames names, int classes, int slotsInClass) {
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch ($N / $L)", names.slot, slotsInClass);
        for (int i = 0; i < classes; i++) {
            cases.add("case $L:\n$>return $L.value(this, $N);\n$<", i, NodeClasses.name(i), names.slot);
        }
        state.addMethod(parameters(Host.STATE.override("value", names), names)
                .addCode(cases.add(noSuchSlot()).endControlFlow().build())
                .build());
    }

    private CodeBlock cases(int first, int end) {
        CodeBlock.Builder cases = CodeBlock.builder().beginControlFlow("switch ($N)", names.slot);
        for (int slot = first; slot < end; slot++) {
            cases.add("case $L:\n$>return $L$N;\n$<", slot, host.prefix(names), slots.get(slot));
        }
        return cases.add(noSuchSlot()).endControlFlow().build();
    }

    private static CodeBlock noSuchSlot() {
        return CodeBlock.of("default:\n$>throw new $T();\n$<", IllegalArgumentException.class);
    }

    private static MethodSpec.Builder parameters(MethodSpec.Builder method, GraphNames names) {
        return method.returns(Object.class).addParameter(int.class, names.slot);
    }
}
