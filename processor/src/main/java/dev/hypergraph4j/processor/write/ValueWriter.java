package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
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
                    .addCode(values(first, end))
                    .build());
            return;
        }
        CodeBlock.Builder cases = CodeBlock.builder();
        List<MethodSpec> parts = new ArrayList<>();
        for (int part = first >> BITS; part << BITS < end; part++) {
            String name = "values" + part;
            cases.addStatement("case $L -> $L($L$N)", part, name, host.pass(names), names.slot);
            parts.add(parameters(host.part(name, names), names)
                    .addCode(values(Math.max(first, part << BITS), Math.min(end, (part + 1) << BITS)))
                    .build());
        }
        type.addMethod(parameters(host.override("value", names), names)
                        .addCode(chosen(CodeBlock.of("$N >> $L", names.slot, BITS), cases.build()))
                        .build())
                .addMethods(parts);
    }

    /** Writes the state's method that leads on to the classes nested in it, each with the same number of slots but for the last. */
    static void writeAcross(TypeSpec.Builder state, GraphNames names, int classes, int slotsInClass) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int i = 0; i < classes; i++) {
            cases.addStatement("case $L -> $L.value(this, $N)", i, NodeClasses.name(i), names.slot);
        }
        state.addMethod(parameters(Host.STATE.override("value", names), names)
                .addCode(chosen(CodeBlock.of("$N / $L", names.slot, slotsInClass), cases.build()))
                .build());
    }

    private CodeBlock values(int first, int end) {
        CodeBlock.Builder cases = CodeBlock.builder();
        for (int slot = first; slot < end; slot++) {
            cases.addStatement("case $L -> $L$N", slot, host.prefix(names), slots.get(slot));
        }
        return first == end
                ? CodeBlock.builder()
                        .addStatement("throw new $T()", IllegalArgumentException.class)
                        .build()
                : chosen(CodeBlock.of("$N", names.slot), cases.build());
    }

    private static CodeBlock chosen(CodeBlock selector, CodeBlock cases) {
        return CodeBlock.builder()
                .add("return switch ($L) {\n$>", selector)
                .add(cases)
                .addStatement("default -> throw new $T()", IllegalArgumentException.class)
                .add("$<};\n")
                .build();
    }

    private static MethodSpec.Builder parameters(MethodSpec.Builder method, GraphNames names) {
        return method.returns(Object.class).addParameter(int.class, names.slot);
    }
}
