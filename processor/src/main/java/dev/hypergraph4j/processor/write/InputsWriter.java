package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.wire.GraphInput;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the record of a graph's inputs: {@code RagInputs}, its {@code of}, {@code withX}, {@code SPEC} and builder. */
final class InputsWriter {
    private final String graph;
    private final GraphNames names;
    private final Collection<GraphInput> inputs;
    private final DefaultCode defaults;

    InputsWriter(String graph, GraphNames names, Collection<GraphInput> inputs, DefaultCode defaults) {
        this.graph = graph;
        this.names = names;
        this.inputs = inputs;
        this.defaults = defaults;
    }

    TypeSpec.Builder write() {
        TypeSpec.Builder type = TypeSpec.recordBuilder(names.inputs)
                .addJavadoc("What a run of the graph $L takes; see {@link $T}.\n", DocText.code(graph), names.graph)
                .addField(spec());
        if (!inputs.isEmpty()) {
            type.addJavadoc("\n");
        }
        RecordConstructor constructor = new RecordConstructor();
        for (GraphInput input : inputs) {
            constructor.add(Spellings.avoiding(names.inputsBuilder.simpleName(), componentType(input)), input.name());
            type.addJavadoc("@param $L $L\n", input.name(), described(input));
            type.alwaysQualify(input.name());
        }
        constructor.writeInto(type);
        type.addMethod(of());
        if (!inputs.isEmpty()) {
            type.addMethod(builderFactory());
            NameAllocator withers = new NameAllocator();
            inputs.forEach(input -> type.addMethod(wither(input, withers)));
            type.addType(new InputsBuilderWriter(names, inputs, this).write());
        }
        return type;
    }

    /** The type of the record's component for {@code input}. */
    static TypeName componentType(GraphInput input) {
        TypeName type = input.type().spelling();
        return input.mayBeAbsent() ? Spellings.optional(type) : type;
    }

    /** Whether the caller has to give {@code input}, for documentation. */
    static String described(GraphInput input) {
        DefaultValue byDefault = input.defaultValue();
        if (input.required()) {
            return "required";
        }
        return byDefault == null ? "optional" : "optional, by default " + DocText.code(byDefault.display());
    }

    /** What the component of an optional input is where the caller gives none. */
    CodeBlock leftOut(GraphInput input) {
        DefaultValue byDefault = input.defaultValue();
        return byDefault == null ? CodeBlock.of("$T.empty()", Optional.class) : defaults.of(byDefault);
    }

    /** Whether the default comes from a method, and so may be another object at each call. */
    static boolean isProvided(GraphInput input) {
        return input.defaultValue() instanceof DefaultValue.Provider;
    }

    /** What an optional input is, inside a method of the graph, where the caller could give none: what is bound to it, or its default. */
    CodeBlock boundOrLeftOut(GraphInput input) {
        DefaultValue byDefault = input.defaultValue();
        if (isProvided(input)) {
            TypeName type = Spellings.boxed(input.type().spelling());
            CodeBlock bound = CodeBlock.of("settings().<$T>over($S, null, null)", type, input.name());
            return CodeBlock.of("$T.requireNonNullElseGet($L,$W() -> $L)", Objects.class, bound, leftOut(input));
        }
        CodeBlock leftOut = byDefault == null ? CodeBlock.of("null") : leftOut(input);
        return CodeBlock.of("settings().over($S, $L, $L)", input.name(), leftOut, leftOut);
    }

    private FieldSpec spec() {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($>$>\n$S", RuntimeTypes.INPUT_SPEC, graph);
        for (GraphInput input : inputs) {
            TypeName raw = Spellings.raw(input.type().spelling());
            String display = input.type().display();
            DefaultValue byDefault = input.defaultValue();
            if (input.required()) {
                code.add(",\n$T.required($S, $T.class, $S)", RuntimeTypes.INPUT_SPEC, input.name(), raw, display);
            } else {
                code.add(
                        ",\n$T.optional($S, $T.class, $S, $S)",
                        RuntimeTypes.INPUT_SPEC,
                        input.name(),
                        raw,
                        display,
                        byDefault == null ? "" : byDefault.display());
            }
            if (input.seed()) {
                code.add(".asSeed()");
            }
        }
        return FieldSpec.builder(RuntimeTypes.INPUT_SPEC, "SPEC", PUBLIC, STATIC, FINAL)
                .addJavadoc("The names and types of the inputs, and which of them are required.\n")
                .initializer(code.add(")$<$<").build())
                .build();
    }

    private MethodSpec of() {
        MethodSpec.Builder of = MethodSpec.methodBuilder("of")
                .addJavadoc(describedFactory())
                .addModifiers(PUBLIC, STATIC)
                .returns(names.inputs);
        List<CodeBlock> arguments = new ArrayList<>();
        for (GraphInput input : inputs) {
            if (input.required()) {
                of.addParameter(input.type().spelling(), input.name());
                arguments.add(CodeBlock.of("$N", input.name()));
            } else {
                arguments.add(leftOut(input));
            }
        }
        return of.addStatement(
                        "return new $T($L)", names.inputs, arguments.stream().collect(Arguments.joined()))
                .build();
    }

    private String describedFactory() {
        if (inputs.isEmpty()) {
            return "Nothing: the graph takes no inputs.\n";
        }
        if (inputs.stream().noneMatch(GraphInput::required)) {
            return "All inputs as if left out.\n";
        }
        boolean allRequired = inputs.stream().allMatch(GraphInput::required);
        return allRequired ? "All inputs.\n" : "The required inputs; the others are as if left out.\n";
    }

    private MethodSpec wither(GraphInput changed, NameAllocator withers) {
        CodeBlock arguments = inputs.stream()
                .map(input -> {
                    boolean wrapped = input.mayBeAbsent() && input.name().equals(changed.name());
                    return wrapped
                            ? CodeBlock.of("$T.of($N)", Optional.class, input.name())
                            : CodeBlock.of("$N", input.name());
                })
                .collect(Arguments.joined());
        return MethodSpec.methodBuilder(withers.newName("with" + Spellings.capitalized(changed.name())))
                .addJavadoc("The same inputs with another {@code $L}.\n", changed.name())
                .addModifiers(PUBLIC)
                .returns(names.inputs)
                .addParameter(changed.type().spelling(), changed.name())
                .addStatement("return new $T($L)", names.inputs, arguments)
                .build();
    }

    private MethodSpec builderFactory() {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("Starts with nothing given.\n")
                .addModifiers(PUBLIC, STATIC)
                .returns(names.inputsBuilder)
                .addStatement("return new $T()", names.inputsBuilder)
                .build();
    }
}
