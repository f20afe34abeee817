package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
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
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes the record of a graph's inputs: {@code RagInputs}, its {@code of}, {@code withX}, builder and {@code SPEC}. */
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
                .addJavadoc("What a run of the graph {@code $L} takes; see {@link $T}.\n", graph, names.graph)
                .addField(spec());
        addConstructor(type);
        inputs.forEach(input -> type.addJavadoc("\n@param $L $L", input.name(), described(input)));
        type.addMethod(factory());
        if (!inputs.isEmpty()) {
            type.addMethod(builderFactory());
            NameAllocator withers = new NameAllocator();
            inputs.forEach(input -> type.addMethod(wither(input, withers)));
            type.addType(builder());
        }
        return type;
    }

    /** The type of the record's component for {@code input}. */
    static TypeName componentType(GraphInput input) {
        TypeName type = input.type().spelling();
        return input.mayBeAbsent() ? Spellings.optional(type) : type;
    }

    private static String described(GraphInput input) {
        DefaultValue byDefault = input.defaultValue();
        return input.required()
                ? "required"
                : byDefault == null ? "optional" : "optional, by default {@code " + byDefault.display() + "}";
    }

    private void addConstructor(TypeSpec.Builder type) {
        RecordConstructor constructor = new RecordConstructor();
        inputs.forEach(input -> constructor.add(componentType(input), input.name()));
        constructor.writeInto(type);
    }

    private FieldSpec spec() {
        CodeBlock.Builder code = CodeBlock.builder().add("$T.of($S", RuntimeTypes.INPUT_SPEC, graph);
        for (GraphInput input : inputs) {
            TypeName raw = Spellings.raw(input.type().spelling());
            String display = input.type().display();
            DefaultValue byDefault = input.defaultValue();
            if (input.required()) {
                code.add(
                        ",\n$>$>$T.required($S, $T.class, $S)$<$<",
                        RuntimeTypes.INPUT_SPEC,
                        input.name(),
                        raw,
                        display);
            } else {
                code.add(
                        ",\n$>$>$T.optional($S, $T.class, $S, $S)$<$<",
                        RuntimeTypes.INPUT_SPEC,
                        input.name(),
                        raw,
                        display,
                        byDefault == null ? "" : byDefault.display());
            }
        }
        return FieldSpec.builder(RuntimeTypes.INPUT_SPEC, "SPEC", PUBLIC, STATIC, FINAL)
                .addJavadoc("The names and types of the inputs, and which of them are required.")
                .initializer(code.add(")").build())
                .build();
    }

    private MethodSpec factory() {
        MethodSpec.Builder of = MethodSpec.methodBuilder("of")
                .addJavadoc("Inputs with these required ones; the others are as if left out.")
                .addModifiers(PUBLIC, STATIC)
                .returns(names.inputs);
        CodeBlock.Builder arguments = CodeBlock.builder();
        String separator = "";
        for (GraphInput input : inputs) {
            arguments.add(separator);
            if (input.required()) {
                of.addParameter(input.type().spelling(), input.name());
                arguments.add("$N", input.name());
            } else {
                arguments.add(leftOut(input));
            }
            separator = ", ";
        }
        return of.addStatement("return new $T($L)", names.inputs, arguments.build())
                .build();
    }

    /** What the component of an optional input is where the caller gives none. */
    CodeBlock leftOut(GraphInput input) {
        DefaultValue byDefault = input.defaultValue();
        return byDefault == null ? CodeBlock.of("$T.empty()", Optional.class) : defaults.of(byDefault);
    }

    private MethodSpec wither(GraphInput changed, NameAllocator withers) {
        CodeBlock.Builder arguments = CodeBlock.builder();
        String separator = "";
        for (GraphInput input : inputs) {
            boolean wrapped = input.equals(changed) && input.mayBeAbsent();
            arguments.add(separator);
            arguments.add(
                    wrapped
                            ? CodeBlock.of("$T.of($N)", Optional.class, input.name())
                            : CodeBlock.of("$N", input.name()));
            separator = ", ";
        }
        return MethodSpec.methodBuilder(withers.newName("with" + Spellings.capitalized(changed.name())))
                .addJavadoc("The same inputs with another {@code $L}.", changed.name())
                .addModifiers(PUBLIC)
                .returns(names.inputs)
                .addParameter(changed.type().spelling(), changed.name())
                .addStatement("return new $T($L)", names.inputs, arguments.build())
                .build();
    }

    private MethodSpec builderFactory() {
        return MethodSpec.methodBuilder("builder")
                .addJavadoc("Starts with nothing given.")
                .addModifiers(PUBLIC, STATIC)
                .returns(names.inputsBuilder)
                .addStatement("return new $T()", names.inputsBuilder)
                .build();
    }

    private TypeSpec builder() {
        TypeSpec.Builder builder = TypeSpec.classBuilder(names.inputsBuilder)
                .addJavadoc("Collects inputs by name. Not thread-safe.")
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
                .addJavadoc("The input {@code $L}: $L.", input.name(), described(input))
                .addModifiers(PUBLIC)
                .returns(names.inputsBuilder)
                .addParameter(type, input.name())
                .addStatement("this.$N = $L", input.name(), value)
                .addStatement("return this")
                .build();
    }

    private MethodSpec build() {
        MethodSpec.Builder build = MethodSpec.methodBuilder("build")
                .addJavadoc("The inputs; those that were not given are at their default.\n\n")
                .addJavadoc("@throws $T if a required one was not given", RuntimeTypes.MISSING_INPUT)
                .addModifiers(PUBLIC)
                .returns(names.inputs);
        List<GraphInput> required = inputs.stream().filter(GraphInput::required).toList();
        if (!required.isEmpty()) {
            CodeBlock missing = required.stream()
                    .map(input -> CodeBlock.of("$N == null", input.name()))
                    .collect(CodeBlock.joining(" || "));
            build.beginControlFlow("if ($L)", missing)
                    .addStatement("throw SPEC.missing(given().keySet())")
                    .endControlFlow();
        }
        CodeBlock arguments = inputs.stream().map(this::built).collect(CodeBlock.joining(", "));
        return build.addStatement("return new $T($L)", names.inputs, arguments).build();
    }

    private CodeBlock built(GraphInput input) {
        if (input.required()) {
            return CodeBlock.of("$N", input.name());
        }
        return input.mayBeAbsent()
                ? CodeBlock.of("$T.ofNullable($N)", Optional.class, input.name())
                : CodeBlock.of("$N != null ? $N : $L", input.name(), input.name(), leftOut(input));
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
            fromValues
                    .beginControlFlow("if ($N.containsKey($S))", values, input.name())
                    .addStatement("$N = ($T) $N.get($S)", input.name(), type, values, input.name())
                    .endControlFlow();
        }
        return fromValues.addStatement("return this").build();
    }
}
