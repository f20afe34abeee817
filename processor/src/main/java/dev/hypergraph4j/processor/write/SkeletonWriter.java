package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.ABSTRACT;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * Writes the public side of a graph that was refused, so that the code which uses it compiles and javac shows what is wrong with the graph, not a
 * storm of "cannot find symbol". It is never run: the compilation fails.
 */
public final class SkeletonWriter {
    /** Of the 255 slots of a record's constructor, half: any component may take two. */
    private static final int MOST_COMPONENTS = 127;

    private static final Set<String> NO_COMPONENTS = Set.of(
            "builder", "clone", "finalize", "getClass", "hashCode", "notify", "notifyAll", "of", "toString", "wait");

    private final GeneratedFile file;
    private final Wiring wiring;
    private final GraphNames names;
    private final List<GraphInput> inputs;
    private final List<GraphOutput> outputs;

    /** Writes what can be told of {@code wiring}, in files as {@code file} says. */
    public SkeletonWriter(Wiring wiring, GeneratedFile file) {
        this.file = file;
        this.wiring = wiring;
        this.names = new GraphNames(wiring, file.surroundings());
        String here = wiring.graph().type().packageName();
        this.inputs = wiring.inputs().values().stream()
                .filter(input -> input.type().isVisibleFrom(here))
                .filter(input -> isComponent(input.name()))
                .limit(MOST_COMPONENTS)
                .map(SkeletonWriter::withoutDefault)
                .toList();
        this.outputs = wiring.outputs().stream()
                .filter(output -> output.give().port().type().isVisibleFrom(here))
                .filter(output -> isComponent(output.name()))
                .limit(MOST_COMPONENTS)
                .toList();
    }

    /** {@code RagGraph}, {@code RagInputs} and {@code RagOutputs}. */
    public List<GeneratedType> write() {
        DefaultCode defaults = new DefaultCode(wiring.graph().type().packageName());
        String here = wiring.graph().type().packageName();
        String graph = wiring.graph().name();
        return List.of(
                file.ofSubtype(here, publicIfGraphIs(graph())),
                file.of(here, publicIfGraphIs(new InputsWriter(graph, names, inputs, defaults).write())),
                file.of(here, publicIfGraphIs(new OutputsWriter(graph, names, outputs).write())));
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
                .addModifiers(ABSTRACT)
                .superclass(ParameterizedTypeName.get(RuntimeTypes.COMPILED_GRAPH, names.inputs, names.outputs));
        if (wiring.graph().isInterface()) {
            graph.addSuperinterface(wiring.graph().type());
        }
        CreationWriter creation = new CreationWriter(wiring, names);
        graph.addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(PRIVATE)
                        .addStatement("super(null, null, null)")
                        .build())
                .addMethod(refusing(creation.create()));
        creation.writeBuilderFactory(graph);
        creation.writeBuilder(graph);
        TypeName result = ParameterizedTypeName.get(RuntimeTypes.RUN_RESULT, names.outputs);
        MethodSpec.Builder run =
                MethodSpec.methodBuilder("run").addModifiers(PUBLIC).returns(result);
        inputs.stream()
                .filter(GraphInput::required)
                .forEach(input -> run.addParameter(input.type().spelling(), input.name()));
        if (wiring.graph().entries().stream().noneMatch(entry -> entry.method().equals("run"))) {
            graph.addMethod(refusing(run));
        }
        if (!inputs.isEmpty()) {
            graph.addMethod(refusing(ofBuilder("run", result))).addMethod(refusing(ofBuilder("bind", names.graph)));
        }
        return graph.addMethod(refusing(
                        overriding("bind").addParameter(String.class, "input").addParameter(Object.class, "value")))
                .addMethod(refusing(overriding("unbind")
                        .addParameter(String[].class, "inputs")
                        .varargs()))
                .addMethod(refusing(overriding("with").addParameter(RuntimeTypes.RUNNER, "runner")));
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

    private MethodSpec refusing(MethodSpec.Builder method) {
        CodeBlock message = CodeBlock.of("$S", "The graph " + wiring.graph().name() + " has errors.");
        return method.addStatement("throw new $T($L)", IllegalStateException.class, message)
                .build();
    }

    /** A default may be what is wrong; that there is one is all that counts here. */
    private static GraphInput withoutDefault(GraphInput input) {
        if (input.defaultValue() == null) {
            return input;
        }
        TypeName type = input.type().spelling();
        CodeBlock nothing = !type.isPrimitive()
                ? CodeBlock.of("null")
                : type.equals(TypeName.BOOLEAN) ? CodeBlock.of("false") : CodeBlock.of("($T) 0", type);
        return new GraphInput(
                input.name(), input.type(), input.required(), new DefaultValue.Literal("", nothing), input.takes());
    }

    private static boolean isComponent(String name) {
        return SourceVersion.isName(name) && name.indexOf('.') < 0 && !NO_COMPONENTS.contains(name);
    }
}
