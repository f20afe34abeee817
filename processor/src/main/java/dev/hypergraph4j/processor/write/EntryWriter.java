package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** Writes the entry methods of a graph interface: each fills in its inputs and runs what its result needs. */
final class EntryWriter {
    private final Wiring wiring;
    private final GraphNames names;
    private final InputsWriter inputs;
    private final ValueFields fields;
    private final CodeBlock newState;

    EntryWriter(Wiring wiring, GraphNames names, InputsWriter inputs, ValueFields fields, CodeBlock newState) {
        this.wiring = wiring;
        this.names = names;
        this.inputs = inputs;
        this.fields = fields;
        this.newState = newState;
    }

    void write(TypeSpec.Builder graph) {
        for (EntrySlice slice : wiring.entries()) {
            graph.addMethod(declaration(slice.entry()).addCode(body(slice)).build());
        }
    }

    /** The method without its body. */
    static MethodSpec.Builder declaration(EntryMethod entry) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(entry.method())
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(entry.returned());
        entry.parameters().forEach(parameter -> method.addParameter(declaredType(parameter), parameter.name()));
        return method;
    }

    private static TypeName declaredType(Parameter parameter) {
        TypeName type = parameter.type().spelling();
        return parameter.demand() == Demand.OPTIONAL ? Spellings.optional(type) : type;
    }

    private CodeBlock body(EntrySlice slice) {
        EntryMethod entry = slice.entry();
        CodeBlock.Builder body = CodeBlock.builder();
        if (entry.result() == EntryMethod.Result.RUN_RESULT) {
            CodeBlock arguments = wiring.inputs().values().stream()
                    .map(input -> component(input, parameter(entry, input)))
                    .collect(Arguments.joined());
            CodeBlock record = CodeBlock.of("new $T($L)", names.inputs, arguments);
            CodeBlock run = entry.asynchronous()
                    ? future(entry, CodeBlock.of("runAsync($L)", record))
                    : CodeBlock.of("run($L)", record);
            return body.addStatement("return $L", run).build();
        }
        NameAllocator locals = new NameAllocator();
        entry.parameters().forEach(parameter -> locals.newName(parameter.name()));
        String state = locals.newName("state");
        body.addStatement("$T $N = $L", names.stateType, state, newState);
        for (GraphInput input : fields.neededBy(slice)) {
            body.addStatement("$N.$N = $L", state, input.name(), field(input, parameter(entry, input)));
        }
        CodeBlock run = CodeBlock.of(
                "new $T<>($L, $L, $N, $T.defaults())",
                RuntimeTypes.PREPARED_RUN,
                constant("PLAN", entry),
                constant(names.slice(entry), entry),
                state,
                RuntimeTypes.RUN_OPTIONS);
        return body.addStatement("return $L", result(slice, run, locals.newName("result")))
                .build();
    }

    /** A constant of the graph class, which a parameter of that name would hide. */
    private CodeBlock constant(String name, EntryMethod entry) {
        return entry.parameters().stream().map(Parameter::name).anyMatch(name::equals)
                ? CodeBlock.of("$T.$N", names.graph, name)
                : CodeBlock.of("$N", name);
    }

    private static CodeBlock result(EntrySlice slice, CodeBlock run, String result) {
        EntryMethod entry = slice.entry();
        boolean optional = entry.result() == EntryMethod.Result.OPTIONAL_OUTPUT;
        if (!entry.asynchronous()) {
            return optional
                    ? CodeBlock.of("$T.ofNullable(runEntry($L))", Optional.class, run)
                    : CodeBlock.of("runEntry($L)", run);
        }
        CodeBlock outputs = optional
                ? CodeBlock.of("$1N -> $2T.ofNullable($1N.outputs())", result, Optional.class)
                : CodeBlock.of("$T::outputs", RuntimeTypes.RUN_RESULT);
        return future(entry, CodeBlock.of("startEntry($L)$Z.$LthenApply($L)", run, witness(slice), outputs));
    }

    /** The type of the stage's value, where the output's own would not do. */
    private static CodeBlock witness(EntrySlice slice) {
        EntryMethod entry = slice.entry();
        TypeName given = Objects.requireNonNull(slice.value()).type().spelling();
        TypeName wanted = Objects.requireNonNull(entry.type()).spelling();
        if (Spellings.boxed(given).equals(Spellings.boxed(wanted))) {
            return CodeBlock.of("");
        }
        boolean optional = entry.result() == EntryMethod.Result.OPTIONAL_OUTPUT;
        return CodeBlock.of("<$T>", optional ? Spellings.optional(wanted) : Spellings.boxed(wanted));
    }

    private static CodeBlock future(EntryMethod entry, CodeBlock stage) {
        ClassName declared = (ClassName) Spellings.raw(entry.returned());
        return declared.equals(ClassName.get(CompletableFuture.class))
                ? CodeBlock.of("$L$Z.toCompletableFuture()", stage)
                : stage;
    }

    /** The parameter of the entry method that gives {@code input}; {@code null} where it gives none. */
    private static @Nullable Parameter parameter(EntryMethod entry, GraphInput input) {
        return entry.parameters().stream()
                .filter(parameter -> parameter.value().equals(input.name()))
                .findFirst()
                .orElse(null);
    }

    /** The component of the inputs record, in which what is bound takes the place of a default. */
    private CodeBlock component(GraphInput input, @Nullable Parameter parameter) {
        CodeBlock leftOut = InputsWriter.isProvided(input) ? inputs.boundOrLeftOut(input) : inputs.leftOut(input);
        if (parameter == null) {
            return leftOut;
        }
        CodeBlock value = CodeBlock.of("$N", parameter.name());
        if (!input.mayBeAbsent()) {
            return otherwise(parameter, leftOut);
        }
        return switch (parameter.demand()) {
            case OPTIONAL -> value;
            case NULLABLE -> CodeBlock.of("$T.ofNullable($L)", Optional.class, value);
            case REQUIRED, CONTEXT -> CodeBlock.of("$T.of($L)", Optional.class, value);
        };
    }

    /** The field of the state. */
    private CodeBlock field(GraphInput input, @Nullable Parameter parameter) {
        if (parameter == null) {
            return inputs.boundOrLeftOut(input);
        }
        if (parameter.demand() != Demand.REQUIRED) {
            return otherwise(parameter, inputs.boundOrLeftOut(input));
        }
        boolean isPrimitive = input.type().spelling().isPrimitive()
                || parameter.type().spelling().isPrimitive();
        return isPrimitive
                ? CodeBlock.of("$N", parameter.name())
                : CodeBlock.of("$1T.requireNonNull($2N, $2S)", Objects.class, parameter.name());
    }

    /** The parameter's value, or {@code leftOut} where the caller gives none. */
    private static CodeBlock otherwise(Parameter parameter, CodeBlock leftOut) {
        return switch (parameter.demand()) {
            case OPTIONAL -> CodeBlock.of("$N.orElseGet(() -> $L)", parameter.name(), leftOut);
            case NULLABLE -> CodeBlock.of("$1N != null ? $1N : $2L", parameter.name(), leftOut);
            case REQUIRED, CONTEXT -> CodeBlock.of("$N", parameter.name());
        };
    }
}
