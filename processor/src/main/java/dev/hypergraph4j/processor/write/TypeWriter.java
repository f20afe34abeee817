package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes {@code type(slot)}, which tells the exact type of any value by its number, to those who write values and read them back. */
final class TypeWriter {
    private static final int SLOTS_IN_METHOD = 500;

    private final List<TypeName> types;
    private final String name;

    TypeWriter(ValueFields fields, GraphNames names) {
        this.types = fields.names().stream()
                .map(fields::type)
                .map(Spellings::withoutWildcards)
                .toList();
        this.name = names.type;
    }

    void write(TypeSpec.Builder graph) {
        if (types.size() <= SLOTS_IN_METHOD) {
            graph.addMethod(method(name, types(0, types.size())));
            return;
        }
        CodeBlock.Builder cases = CodeBlock.builder();
        List<MethodSpec> parts = new ArrayList<>();
        for (int from = 0; from < types.size(); from += SLOTS_IN_METHOD) {
            int part = from / SLOTS_IN_METHOD;
            cases.addStatement("case $L -> $L$L(slot)", part, name, part);
            parts.add(method(name + part, types(from, Math.min(types.size(), from + SLOTS_IN_METHOD))));
        }
        graph.addMethod(method(name, chosen(CodeBlock.of("slot / $L", SLOTS_IN_METHOD), cases.build())))
                .addMethods(parts);
    }

    private static MethodSpec method(String name, CodeBlock body) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PRIVATE, STATIC)
                .returns(Type.class)
                .addParameter(int.class, "slot")
                .addCode(body)
                .build();
    }

    /** A case for each type of the slots from {@code first} to {@code end}, in the order of the first of its slots. */
    private CodeBlock types(int first, int end) {
        Map<TypeName, List<CodeBlock>> slots = new LinkedHashMap<>();
        for (int slot = first; slot < end; slot++) {
            slots.computeIfAbsent(types.get(slot), type -> new ArrayList<>()).add(CodeBlock.of("$L", slot));
        }
        CodeBlock.Builder cases = CodeBlock.builder();
        slots.forEach(
                (type, of) -> cases.addStatement("case $L -> $L", of.stream().collect(Arguments.joined()), code(type)));
        return slots.isEmpty()
                ? CodeBlock.builder()
                        .addStatement("throw new $T()", IllegalArgumentException.class)
                        .build()
                : chosen(CodeBlock.of("slot"), cases.build());
    }

    private static CodeBlock chosen(CodeBlock selector, CodeBlock cases) {
        return CodeBlock.builder()
                .add("return switch ($L) {\n$>", selector)
                .add(cases)
                .addStatement("default -> throw new $T()", IllegalArgumentException.class)
                .add("$<};\n")
                .build();
    }

    /** An expression for the type: a class literal where there is one. */
    private static CodeBlock code(TypeName type) {
        if (type instanceof ParameterizedTypeName generic
                && !generic.typeArguments().isEmpty()) {
            CodeBlock arguments =
                    generic.typeArguments().stream().map(TypeWriter::code).collect(Arguments.joined());
            return CodeBlock.of("$T.of($T.class,$W$L)", RuntimeTypes.GENERIC_TYPE, generic.rawType(), arguments);
        }
        if (type instanceof ArrayTypeName array && !isLiteral(array)) {
            return CodeBlock.of("$T.array($L)", RuntimeTypes.GENERIC_TYPE, code(array.componentType()));
        }
        return CodeBlock.of("$T.class", Spellings.raw(type));
    }

    private static boolean isLiteral(ArrayTypeName array) {
        TypeName component = array.componentType();
        return component instanceof ArrayTypeName inner ? isLiteral(inner) : component.equals(Spellings.raw(component));
    }
}
