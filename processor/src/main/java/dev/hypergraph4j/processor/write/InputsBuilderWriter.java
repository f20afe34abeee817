package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.GraphInput;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the builder of a graph's inputs: {@code RagInputs.Builder}. */
final class InputsBuilderWriter {
    private final GraphNames names;
    private final Collection<GraphInput> inputs;
    private final InputsWriter record;

    InputsBuilderWriter(GraphNames names, Collection<GraphInput> inputs, InputsWriter record) {
        this.names = names;
        this.inputs = inputs;
        this.record = record;
    }

    TypeSpec write() {
        TypeSpec.Builder builder = TypeSpec.classBuilder(names.inputsBuilder)
                .addJavadoc("Collects inputs by name. Not thread-safe.\n")
                .addModifiers(PUBLIC, STATIC, FINAL);
        for (GraphInput input : inputs) {
            builder.addField(Spellings.boxed(input.type().spelling()), input.name(), PRIVATE);
        }
        builder.addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        inputs.forEach(input -> builder.addMethod(setter(input)));
        return builder.addMethod(build())
                .addMethod(given())
                .addMethod(fromValues())
                .build();
    }

    private MethodSpec setter(GraphInput input) {
        TypeName type = input.type().spelling();
        CodeBlock value = type.isPrimitive()
                ? CodeBlock.of("$N", input.name())
                : CodeBlock.of("$T.requireNonNull($N, $S)", Objects.class, input.name(), input.name());
        return MethodSpec.methodBuilder(input.name())
                .addJavadoc("Gives {@code $L}: $L.\n", input.name(), InputsWriter.described(input))
                .addModifiers(PUBLIC)
                .returns(names.inputsBuilder)
                .addParameter(type, input.name())
                .addStatement("this.$N = $L", input.name(), value)
                .addStatement("return this")
                .build();
    }

    private MethodSpec build() {
        MethodSpec.Builder build =
                MethodSpec.methodBuilder("build").addModifiers(PUBLIC).returns(names.inputs);
        List<GraphInput> required = inputs.stream().filter(GraphInput::required).toList();
        build.addJavadoc(
                required.size() == inputs.size()
                        ? "The inputs.\n"
                        : "The inputs; optional ones that were not given are at their default.\n");
        if (!required.isEmpty()) {
            CodeBlock missing = required.stream()
                    .map(input -> CodeBlock.of("$N == null", input.name()))
                    .collect(Arguments.alternatives());
            build.addJavadoc("\n@throws $T if a required one was not given\n", RuntimeTypes.MISSING_INPUT)
                    .beginControlFlow("if ($L)", missing)
                    .addStatement("throw SPEC.missing(given().keySet())")
                    .endControlFlow();
        }
        CodeBlock arguments = inputs.stream().map(this::built).collect(Arguments.joined());
        return build.addStatement("return new $T($L)", names.inputs, arguments).build();
    }

    private CodeBlock built(GraphInput input) {
        if (input.required()) {
            return CodeBlock.of("$N", input.name());
        }
        return input.mayBeAbsent()
                ? CodeBlock.of("$T.ofNullable($N)", Optional.class, input.name())
                : CodeBlock.of("$N != null ? $N : $L", input.name(), input.name(), record.leftOut(input));
    }

    /** {@code given()} is package-private: the graph class asks for it when inputs are bound. */
    private MethodSpec given() {
        String target = names.local("given");
        MethodSpec.Builder given = MethodSpec.methodBuilder("given")
                .returns(Types.mapOf(String.class, Object.class))
                .addStatement(
                        "$T $N = new $T<>()", Types.mapOf(String.class, Object.class), target, LinkedHashMap.class);
        for (GraphInput input : inputs) {
            given.beginControlFlow("if ($N != null)", input.name())
                    .addStatement("$N.put($S, $N)", target, input.name(), input.name())
                    .endControlFlow();
        }
        return given.addStatement("return $N", target).build();
    }

    /** {@code fromValues(values)} is package-private: the graph class calls it for inputs that come by name. */
    private MethodSpec fromValues() {
        String values = names.local("values");
        MethodSpec.Builder fromValues = MethodSpec.methodBuilder("fromValues")
                .returns(names.inputsBuilder)
                .addParameter(Types.mapOf(String.class, Object.class), values);
        for (GraphInput input : inputs) {
            TypeName type = Spellings.boxed(input.type().spelling());
            fromValues.addStatement("$N = ($T) $N.get($S)", input.name(), type, values, input.name());
        }
        return fromValues.addStatement("return this").build();
    }
}
