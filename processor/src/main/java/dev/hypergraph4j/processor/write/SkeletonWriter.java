package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Holder;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/**
 * Writes the public side of a graph that was refused, so that the code which uses it compiles and javac shows what is wrong with the graph, not a
 * storm of "cannot find symbol". It is never run: the compilation fails.
 *
 * <p>What the graph takes is not certain, as long as it is wrong. So whatever takes objects or inputs in their order takes any number of anything
 * besides.
 */
public final class SkeletonWriter {
    private final GeneratedFile file;
    private final Predicate<String> exists;
    private final Wiring wiring;
    private final GraphNames names;
    private final List<Holder> holders;
    private final SkeletonValues values;
    private final AnswersWriter answers;

    /**
     * Writes what can be told of {@code wiring}, in files as {@code file} says.
     *
     * @param exists tells of a qualified name whether there is a type called so, which is left as it is
     */
    public SkeletonWriter(Wiring wiring, GeneratedFile file, Predicate<String> exists) {
        this.file = file;
        this.exists = exists;
        this.wiring = wiring;
        this.holders = holders(wiring);
        this.names = new GraphNames(wiring, holders, file.surroundings());
        this.values = new SkeletonValues(wiring);
        this.answers = new AnswersWriter(wiring.graph().name(), names, spellable(wiring));
    }

    /** All classes that may need an instance and that can be named: which of them are needed is not certain. */
    private static List<Holder> holders(Wiring wiring) {
        String here = wiring.graph().type().packageName();
        Stream<Holder> classes = wiring.graph().nodeClasses().stream()
                .filter(nodeClass -> !(wiring.graph().isInterface()
                        && nodeClass.name().equals(wiring.graph().type())))
                .filter(NodeClass::needsHolder)
                .filter(nodeClass ->
                        nodeClass.isPublic() || nodeClass.name().packageName().equals(here))
                .map(nodeClass -> Holder.of(nodeClass.name()));
        return Stream.concat(classes, Wiring.nestedGraphs(wiring.declared())).toList();
    }

    /** The nodes with answers that code beside the graph can mention. */
    private static List<GraphNode> spellable(Wiring wiring) {
        String here = wiring.graph().type().packageName();
        return wiring.declared().stream()
                .filter(node -> node.nesting() == null || node.nesting().isVisibleFrom(here))
                .filter(node -> node.gives().stream()
                        .allMatch(give -> SourceVersion.isName(give.value())
                                && give.port().type().isVisibleFrom(here)))
                .toList();
    }

    /** The names of the types to be written. */
    public List<ClassName> types() {
        List<ClassName> types = new ArrayList<>(List.of(names.graph, names.inputs, names.outputs));
        if (answers.areNeeded()) {
            types.add(names.answers);
        }
        return types;
    }

    /** {@code RagGraph}, {@code RagInputs} and {@code RagOutputs}, and {@code RagAnswers} where a node asks. */
    public List<GeneratedType> write() {
        String here = wiring.graph().type().packageName();
        String graph = wiring.graph().name();
        TypeSpec.Builder inputs = new InputsWriter(graph, names, values.inputs(), new DefaultCode(here)).write();
        inputs.addMethod(refusing(ofAnything("of", names.inputs).addModifiers(STATIC)));
        TypeSpec.Builder outputs = new OutputsWriter(graph, names, values.outputs()).write();
        List<GeneratedType> types = new ArrayList<>(List.of(
                file.ofSubtype(here, publicIfGraphIs(graph())),
                file.of(here, publicIfGraphIs(inputs)),
                file.of(here, publicIfGraphIs(outputs))));
        if (answers.areNeeded()) {
            types.add(file.of(here, publicIfGraphIs(answers.write())));
        }
        return types.stream().filter(type -> !exists.test(type.qualifiedName())).toList();
    }

    private TypeSpec.Builder publicIfGraphIs(TypeSpec.Builder type) {
        return wiring.graph().isPublic() ? type.addModifiers(PUBLIC) : type;
    }

    /** Abstract, so that what it inherits need not be written. */
    private TypeSpec.Builder graph() {
        TypeSpec.Builder graph = TypeSpec.classBuilder(names.graph)
                .addJavadoc(
                        "The graph $L, which has errors.\n",
                        DocText.code(wiring.graph().name()))
                .addModifiers(ABSTRACT);
        if (wiring.graph().isInterface()) {
            graph.addSuperinterface(wiring.graph().type());
        }
        addCreation(graph);
        addRuns(graph);
        if (!entriesAreInTheWay()) {
            graph.superclass(ParameterizedTypeName.get(RuntimeTypes.COMPILED_GRAPH, names.inputs, names.outputs));
            graph.addMethod(MethodSpec.constructorBuilder()
                    .addModifiers(PRIVATE)
                    .addStatement("super(null, null, null)")
                    .build());
            addSettings(graph);
            if (answers.areNeeded() && !exists.test(names.answers.canonicalName())) {
                graph.addMethod(refusing(answers.resume()));
            }
        }
        return graph;
    }

    /** Whether an entry method could not stand beside what the class would inherit. The rules tell of it. */
    private boolean entriesAreInTheWay() {
        return wiring.graph().entries().stream()
                .anyMatch(entry -> !entry.method().equals("run")
                        && file.surroundings().methods(RuntimeTypes.COMPILED_GRAPH, entry.method()) > 0);
    }

    private void addCreation(TypeSpec.Builder graph) {
        CreationWriter creation = new CreationWriter(holders, names);
        graph.addMethod(refusing(ofAnything("create", names.graph).addModifiers(STATIC)));
        creation.writeBuilderFactory(graph);
        creation.writeBuilder(graph);
    }

    private void addRuns(TypeSpec.Builder graph) {
        TypeName result = ParameterizedTypeName.get(RuntimeTypes.RUN_RESULT, names.outputs);
        TypeName results = ParameterizedTypeName.get(RuntimeTypes.MAP_RESULT, names.outputs);
        TypeName iterator = ParameterizedTypeName.get(RuntimeTypes.MAP_ITERATOR, names.outputs);
        graph.addMethod(refusing(ofAnything("run", result)))
                .addMethod(refusing(ofAnything("map", results)))
                .addMethod(refusing(ofAnything("mapIter", iterator)));
        boolean inputsAreOurs = !exists.test(names.inputs.canonicalName());
        if (inputsAreOurs && !values.inputs().isEmpty()) {
            graph.addMethod(refusing(ofBuilder("run", result))).addMethod(refusing(ofBuilder("bind", names.graph)));
            graph.addMethod(refusing(ofMapping("map", results)))
                    .addMethod(refusing(ofMapping("map", results).addParameter(RuntimeTypes.RUN_OPTIONS, "options")))
                    .addMethod(refusing(ofMapping("mapIter", iterator)))
                    .addType(new MappingWriter(names, values.inputs()).write());
        }
    }

    private void addSettings(TypeSpec.Builder graph) {
        graph.addMethod(refusing(
                        overriding("bind").addParameter(String.class, "input").addParameter(Object.class, "value")))
                .addMethod(refusing(overriding("unbind")
                        .addParameter(String[].class, "inputs")
                        .varargs()))
                .addMethod(refusing(overriding("with").addParameter(RuntimeTypes.RUNNER, "runner")))
                .addMethod(refusing(overriding("with").addParameter(RuntimeTypes.EVENT_PROCESSOR, "processor")));
    }

    private static MethodSpec.Builder ofAnything(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PUBLIC)
                .returns(returned)
                .addParameter(Object[].class, "anything")
                .varargs();
    }

    private MethodSpec.Builder overriding(String name) {
        return MethodSpec.methodBuilder(name)
                .addAnnotation(Override.class)
                .addModifiers(PUBLIC)
                .returns(names.graph);
    }

    private MethodSpec.Builder ofBuilder(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PUBLIC)
                .returns(returned)
                .addParameter(SettingsWriter.consumer(names), "inputs");
    }

    private MethodSpec.Builder ofMapping(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PUBLIC)
                .returns(returned)
                .addParameter(MappingWriter.consumer(names), "inputs");
    }

    private MethodSpec refusing(MethodSpec.Builder method) {
        CodeBlock message = CodeBlock.of("$S", "The graph " + wiring.graph().name() + " has errors.");
        return method.addStatement("throw new $T($L)", IllegalStateException.class, message)
                .build();
    }
}
