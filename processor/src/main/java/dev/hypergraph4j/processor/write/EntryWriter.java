package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
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
    private final InputFields fields;
    private final CodeBlock newState;

    EntryWriter(Wiring wiring, GraphNames names, InputsWriter inputs, InputFields fields, CodeBlock newState) {
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
        body.addStatement("$T $N = $L", names.stateType, names.state, newState);
        for (GraphInput input : fields.neededBy(slice)) {
            body.addStatement("$N.$N = $L", names.state, input.name(), field(input, parameter(entry, input)));
        }
        CodeBlock run = CodeBlock.of(
                "new $T<>(PLAN, $N, $N, $T.defaults())",
                RuntimeTypes.PREPARED_RUN,
                names.slice(entry),
                names.state,
                RuntimeTypes.RUN_OPTIONS);
        return body.addStatement("return $L", result(entry, run)).build();
    }

    private CodeBlock result(EntryMethod entry, CodeBlock run) {
        boolean optional = entry.result() == EntryMethod.Result.OPTIONAL_OUTPUT;
        if (entry.asynchronous()) {
            CodeBlock outputs = optional
                    ? CodeBlock.of("result -> $T.ofNullable(result.outputs())", Optional.class)
                    : CodeBlock.of("$T::outputs", RuntimeTypes.RUN_RESULT);
            return future(entry, CodeBlock.of("startEntry($L)$Z.thenApply($L)", run, outputs));
        }
        return optional
                ? CodeBlock.of("$T.ofNullable(runEntry($L))", Optional.class, run)
                : CodeBlock.of("runEntry($L)", run);
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

    /** The component of the inputs record. */
    private CodeBlock component(GraphInput input, @Nullable Parameter parameter) {
        if (parameter == null) {
            return inputs.leftOut(input);
        }
        CodeBlock value = CodeBlock.of("$N", parameter.name());
        boolean tolerant = parameter.demand() != Demand.REQUIRED;
        if (input.mayBeAbsent()) {
            return switch (parameter.demand()) {
                case OPTIONAL -> value;
                case NULLABLE -> CodeBlock.of("$T.ofNullable($L)", Optional.class, value);
                case REQUIRED -> CodeBlock.of("$T.of($L)", Optional.class, value);
            };
        }
        return tolerant ? orDefault(input, parameter, value) : value;
    }

    /** The field of the state. */
    private CodeBlock field(GraphInput input, @Nullable Parameter parameter) {
        if (parameter == null) {
            return inputs.boundOrLeftOut(input);
        }
        CodeBlock value = CodeBlock.of("$N", parameter.name());
        if (input.mayBeAbsent() && parameter.demand() == Demand.OPTIONAL) {
            return CodeBlock.of("$L.orElse(null)", value);
        }
        if (parameter.demand() != Demand.REQUIRED) {
            return input.mayBeAbsent() ? value : orDefault(input, parameter, value);
        }
        return input.type().spelling().isPrimitive()
                        || parameter.type().spelling().isPrimitive()
                ? value
                : CodeBlock.of("$T.requireNonNull($L, $S)", Objects.class, value, parameter.name());
    }

    private CodeBlock orDefault(GraphInput input, Parameter parameter, CodeBlock value) {
        return parameter.demand() == Demand.OPTIONAL
                ? CodeBlock.of("$L.orElseGet(() -> $L)", value, inputs.leftOut(input))
                : CodeBlock.of("$L != null ? $L : $L", value, value, inputs.leftOut(input));
    }
}
