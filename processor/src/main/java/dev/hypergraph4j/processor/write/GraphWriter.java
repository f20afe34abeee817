package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PROTECTED;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.EntrySlice;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Holder;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/** Writes the types of a graph that was checked and found right. */
public final class GraphWriter {
    private final GeneratedFile file;
    private final Wiring wiring;
    private final GraphNames names;
    private final InputsWriter inputs;
    private final MappingWriter mapping;
    private final ValueFields fields;
    private final StateWriter state;
    private final SettingsWriter settings;
    private final AnswersWriter answers;

    /** Writes {@code wiring}, in files as {@code file} says. */
    public GraphWriter(Wiring wiring, GeneratedFile file) {
        this.file = file;
        this.wiring = wiring;
        this.names = new GraphNames(wiring, wiring.holders(), file.surroundings());
        String here = wiring.graph().type().packageName();
        DefaultCode defaults = new DefaultCode(here);
        this.inputs =
                new InputsWriter(wiring.graph().name(), names, wiring.inputs().values(), defaults);
        this.mapping = new MappingWriter(names, wiring.inputs().values());
        this.fields = new ValueFields(wiring);
        this.state =
                new StateWriter(wiring, names, fields, new ArgumentCode(wiring, fields, defaults, file.surroundings()));
        this.settings = new SettingsWriter(wiring, names, inputs);
        this.answers = new AnswersWriter(wiring.graph().name(), names, wiring.plan());
    }

    /** {@code RagGraph}, {@code RagInputs} and {@code RagOutputs}, and {@code RagAnswers} where a run may pause. */
    public List<GeneratedType> write() {
        String here = wiring.graph().type().packageName();
        List<GeneratedType> types = new ArrayList<>(List.of(
                file.ofSubtype(here, publicIfGraphIs(graph())),
                file.of(here, publicIfGraphIs(inputs.write())),
                file.of(here, publicIfGraphIs(outputs()))));
        if (answers.areNeeded()) {
            types.add(file.of(here, publicIfGraphIs(answers.write())));
        }
        return types;
    }

    private TypeSpec.Builder outputs() {
        return new OutputsWriter(wiring.graph().name(), names, wiring.outputs()).write();
    }

    private TypeSpec.Builder publicIfGraphIs(TypeSpec.Builder type) {
        return wiring.graph().isPublic() ? type.addModifiers(PUBLIC) : type;
    }

    private TypeSpec.Builder graph() {
        TypeSpec.Builder graph = TypeSpec.classBuilder(names.graph)
                .addJavadoc(GraphJavadoc.of(wiring))
                .addModifiers(FINAL)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.COMPILED_GRAPH, names.inputs, names.outputs));
        if (wiring.graph().isInterface()) {
            graph.addSuperinterface(wiring.graph().type());
        }
        addConstants(graph);
        wiring.holders().forEach(holder -> graph.addField(holder.type(), names.holder(holder), PRIVATE, FINAL));
        graph.addMethod(constructor());
        CreationWriter creation = new CreationWriter(wiring.holders(), names);
        creation.write(graph);
        new EntryWriter(wiring, names, inputs, fields, state.newState()).write(graph);
        addRuns(graph);
        settings.write(graph);
        answers.writeResume(graph);
        graph.addMethod(prepare());
        new PlanWriter(wiring, names).write(graph);
        new TypeWriter(fields, names).write(graph);
        graph.addMethod(byName());
        creation.writeBuilder(graph);
        if (!wiring.inputs().isEmpty()) {
            graph.addType(mapping.write());
        }
        names.values().forEach(graph::alwaysQualify);
        return graph.addType(state.write());
    }

    private void addConstants(TypeSpec.Builder graph) {
        graph.addField(FieldSpec.builder(RuntimeTypes.PLAN, "PLAN", PRIVATE, STATIC, FINAL)
                .initializer("plan()")
                .build());
        graph.addField(FieldSpec.builder(slice(names.outputs), "WHOLE", PRIVATE, STATIC, FINAL)
                .initializer("PLAN.whole($T::byName)", names.graph)
                .build());
        List<EntrySlice> slices = StateWriter.slices(wiring);
        SliceRanges ranges = new SliceRanges(wiring.plan());
        for (int i = 0; i < slices.size(); i++) {
            EntrySlice entry = slices.get(i);
            String output = entry.entry().output();
            TypeName type =
                    Spellings.boxed(Objects.requireNonNull(entry.value()).type().spelling());
            graph.addField(FieldSpec.builder(slice(type), names.slice(entry.entry()), PRIVATE, STATIC, FINAL)
                    .initializer(
                            "PLAN.slice($L, output -> $T.of($S, output), $L)",
                            i + 1,
                            Map.class,
                            output,
                            ranges.of(entry.nodes()))
                    .build());
        }
    }

    private static TypeName slice(TypeName outputs) {
        return ParameterizedTypeName.get(RuntimeTypes.SLICE, outputs);
    }

    private MethodSpec constructor() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(PRIVATE);
        wiring.holders().forEach(holder -> constructor.addParameter(holder.type(), names.holder(holder)));
        constructor
                .addParameter(RuntimeTypes.GRAPH_SETTINGS, "settings")
                .addStatement("super(PLAN, $T.SPEC, settings$L)", names.inputs, nestedGraphs());
        for (Holder holder : wiring.holders()) {
            constructor.addStatement("this.$N = $N", names.holder(holder), names.holder(holder));
        }
        return constructor.build();
    }

    private CodeBlock nestedGraphs() {
        return wiring.nestedInPlan().stream()
                .map(holder -> CodeBlock.of(", $N", names.holder(holder)))
                .collect(CodeBlock.joining(""));
    }

    private void addRuns(TypeSpec.Builder graph) {
        List<GraphInput> required =
                wiring.inputs().values().stream().filter(GraphInput::required).toList();
        TypeName result = ParameterizedTypeName.get(RuntimeTypes.RUN_RESULT, names.outputs);
        if (!isTaken("run", required)) {
            MethodSpec.Builder run = MethodSpec.methodBuilder("run")
                    .addJavadoc("Runs the graph with its required inputs.\n")
                    .addModifiers(PUBLIC)
                    .returns(result);
            required.forEach(input -> run.addParameter(input.type().spelling(), input.name()));
            graph.addMethod(run.addStatement("return run($L)", given(required)).build());
        }
        if (!wiring.inputs().isEmpty()) {
            graph.addMethod(MethodSpec.methodBuilder("run")
                    .addJavadoc("Runs the graph with inputs by name; bound ones need not be given.\n")
                    .addModifiers(PUBLIC)
                    .returns(result)
                    .addParameter(SettingsWriter.consumer(names), "inputs")
                    .addStatement(
                            "$T builder = $T.builder().fromValues(settings().bound())",
                            names.inputsBuilder,
                            names.inputs)
                    .addStatement("inputs.accept(builder)")
                    .addStatement("return run(builder.build())")
                    .build());
            mapping.writeMaps(graph);
        }
    }

    /** The inputs where the required ones are given. What is bound is found out by comparing with defaults, unless these differ at each call. */
    private CodeBlock given(List<GraphInput> required) {
        if (wiring.inputs().values().stream().anyMatch(InputsWriter::isProvided)) {
            String builder = names.local("in");
            CodeBlock setters = required.stream()
                    .map(input -> CodeBlock.of(".$1N($1N)", input.name()))
                    .collect(CodeBlock.joining("$Z"));
            return required.isEmpty()
                    ? CodeBlock.of("$N -> {}", builder)
                    : CodeBlock.of("$1N -> $1N$2L", builder, setters);
        }
        CodeBlock arguments =
                required.stream().map(input -> CodeBlock.of("$N", input.name())).collect(Arguments.joined());
        return CodeBlock.of("$T.of($L)", names.inputs, arguments);
    }

    /**
     * Whether there is another method of that name which would have the same parameters, or, once compiled, would seem to: {@code run(I)} takes an
     * {@code Object} then, and the one for a lambda some {@code Consumer}. The inputs record is another way to run such a graph.
     */
    private boolean isTaken(String name, List<GraphInput> parameters) {
        if (parameters.size() == 1) {
            TypeName only = Spellings.raw(parameters.get(0).type().spelling());
            if (only.equals(ClassName.OBJECT) || only.equals(ClassName.get(Consumer.class))) {
                return true;
            }
        }
        return wiring.graph().entries().stream()
                .anyMatch(entry ->
                        entry.method().equals(name) && entry.parameters().size() == parameters.size());
    }

    private MethodSpec prepare() {
        MethodSpec.Builder prepare = MethodSpec.methodBuilder("prepareUnbound")
                .addAnnotation(Override.class)
                .addModifiers(PROTECTED)
                .returns(ParameterizedTypeName.get(RuntimeTypes.PREPARED_RUN, names.outputs))
                .addParameter(names.inputs, "inputs")
                .addParameter(RuntimeTypes.RUN_OPTIONS, "options")
                .addStatement("$T state = $L", names.stateType, state.newState());
        for (GraphInput input : wiring.inputs().values()) {
            String absent = input.mayBeAbsent() ? ".orElse(null)" : "";
            prepare.addStatement("state.$N = inputs.$N()$L", input.name(), input.name(), absent);
        }
        return prepare.addStatement("return new $T<>(PLAN, WHOLE, state, options)", RuntimeTypes.PREPARED_RUN)
                .build();
    }

    private MethodSpec byName() {
        MethodSpec.Builder byName = MethodSpec.methodBuilder("byName")
                .addModifiers(PRIVATE, STATIC)
                .returns(Types.mapOf(String.class, Object.class))
                .addParameter(names.outputs, "outputs");
        if (wiring.outputs().isEmpty()) {
            return byName.addStatement("return $T.of()", Map.class).build();
        }
        byName.addStatement("$T values = new $T<>()", Types.mapOf(String.class, Object.class), LinkedHashMap.class);
        for (GraphOutput output : wiring.outputs()) {
            if (output.mayBeAbsent()) {
                byName.addStatement(
                        "outputs.$N().ifPresent(value -> values.put($S, value))", output.name(), output.name());
            } else {
                byName.addStatement("values.put($S, outputs.$N())", output.name(), output.name());
            }
        }
        return byName.addStatement("return values").build();
    }
}
