package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.Optional;
import java.util.function.Consumer;

/** Writes what has to do with settings: {@code bind}, {@code unbind} and {@code with}, which return the graph's own type, and bound inputs. */
final class SettingsWriter {
    private final Wiring wiring;
    private final GraphNames names;
    private final InputsWriter inputs;

    SettingsWriter(Wiring wiring, GraphNames names, InputsWriter inputs) {
        this.wiring = wiring;
        this.names = names;
        this.inputs = inputs;
    }

    void write(TypeSpec.Builder graph) {
        graph.addMethod(own("bind")
                .addParameter(String.class, "input")
                .addParameter(Object.class, "value")
                .addStatement("return ($T) super.bind(input, value)", names.graph)
                .build());
        if (!wiring.inputs().isEmpty()) {
            graph.addMethod(bindTyped());
        }
        graph.addMethod(own("unbind")
                .addParameter(String[].class, "inputs")
                .varargs()
                .addStatement("return ($T) super.unbind(inputs)", names.graph)
                .build());
        graph.addMethod(own("with")
                .addParameter(RuntimeTypes.RUNNER, "runner")
                .addStatement("return ($T) super.with(runner)", names.graph)
                .build());
        graph.addMethod(own("with")
                .addParameter(RuntimeTypes.EVENT_PROCESSOR, "processor")
                .addStatement("return ($T) super.with(processor)", names.graph)
                .build());
        graph.addMethod(withSettings());
        graph.addMethod(withBound());
        graph.addMethod(inputsOf());
    }

    /** What takes inputs by name: a lambda over the builder. */
    static TypeName consumer(GraphNames names) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), names.inputsBuilder);
    }

    private MethodSpec.Builder own(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(names.graph);
    }

    private MethodSpec bindTyped() {
        return MethodSpec.methodBuilder("bind")
                .addJavadoc("The same graph with values bound to inputs; see {@link #bind(String, Object)}.\n")
                .addModifiers(PUBLIC)
                .returns(names.graph)
                .addParameter(consumer(names), "inputs")
                .addStatement("$T builder = $T.builder()", names.inputsBuilder, names.inputs)
                .addStatement("inputs.accept(builder)")
                .addStatement("return with(bound(builder.given()))")
                .build();
    }

    private MethodSpec withSettings() {
        CodeBlock holders = wiring.holders().stream()
                .map(holder -> CodeBlock.of("$N, ", names.holder(holder)))
                .collect(CodeBlock.joining(""));
        return MethodSpec.methodBuilder("with")
                .addAnnotation(Override.class)
                .addModifiers(PROTECTED)
                .returns(names.graph)
                .addParameter(RuntimeTypes.GRAPH_SETTINGS, "newSettings")
                .addStatement("return new $T($LnewSettings)", names.graph, holders)
                .build();
    }

    private MethodSpec withBound() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("withBound")
                .addAnnotation(Override.class)
                .addModifiers(PROTECTED)
                .returns(names.inputs)
                .addParameter(names.inputs, "inputs")
                .addParameter(RuntimeTypes.GRAPH_SETTINGS, "bound");
        if (wiring.inputs().values().stream().allMatch(GraphInput::required)) {
            return method.addStatement("return inputs").build();
        }
        CodeBlock arguments =
                wiring.inputs().values().stream().map(this::component).collect(Arguments.joined());
        return method.addStatement("return new $T($L)", names.inputs, arguments).build();
    }

    private CodeBlock component(GraphInput input) {
        CodeBlock given = CodeBlock.of("inputs.$N()", input.name());
        if (input.required()) {
            return given;
        }
        return input.mayBeAbsent()
                ? CodeBlock.of(
                        "$T.ofNullable(bound.over($S, $L.orElse(null), null))", Optional.class, input.name(), given)
                : CodeBlock.of("bound.over($S, $L, $L)", input.name(), given, inputs.leftOut(input));
    }

    private MethodSpec inputsOf() {
        MethodSpec.Builder method = MethodSpec.methodBuilder("inputsOf")
                .addAnnotation(Override.class)
                .addModifiers(PROTECTED)
                .returns(names.inputs)
                .addParameter(Types.mapOf(String.class, Object.class), "values");
        return (wiring.inputs().isEmpty()
                        ? method.addStatement("return $T.of()", names.inputs)
                        : method.addStatement("return $T.builder().fromValues(values).build()", names.inputs))
                .build();
    }
}
