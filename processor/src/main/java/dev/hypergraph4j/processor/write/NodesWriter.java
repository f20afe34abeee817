package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.metadata.NodeMetadata;
import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.NodeClass;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes {@code X_Nodes} beside a node library {@code X}: for each node method a public one that calls it, so that graphs in other packages reach
 * package-private nodes, annotated with what a class file does not tell. Graphs in other jars need nothing else of the library's sources.
 */
public final class NodesWriter {
    private final GeneratedFile file;

    /** Writes files as {@code file} says. */
    public NodesWriter(GeneratedFile file) {
        this.file = file;
    }

    /** The class that is generated beside the library {@code owner}. */
    public static ClassName nameFor(ClassName owner) {
        return ClassName.get(owner.packageName(), String.join("_", owner.simpleNames()) + "_Nodes");
    }

    /** The file for {@code library}; inherited methods are in the file of the class that declares them. */
    public GeneratedType write(NodeClass library) {
        ClassName owner = library.name();
        TypeSpec.Builder type = type(owner);
        List<NodeMethod> own = library.methods().stream()
                .filter(method ->
                        method.owner().equals(owner) && method.faults().isEmpty())
                .filter(method -> method.typesHiddenFrom(owner.packageName()).isEmpty())
                .toList();
        for (int index = 0; index < own.size(); index++) {
            type.addMethod(forwarder(own.get(index), index));
        }
        library.providers().stream()
                .filter(provider -> provider.owner().equals(owner))
                .forEach(provider -> type.addMethod(forwarder(provider)));
        return file.of(owner.packageName(), type);
    }

    /**
     * The file for those of {@code providers} that the graph {@code owner} declares and that are not public: graphs of other packages call them, which
     * nest it. No file where there are none.
     */
    List<GeneratedType> writeProviders(ClassName owner, Stream<DefaultValue.Provider> providers) {
        List<MethodSpec> forwarders = providers
                .filter(provider -> provider.owner().equals(owner) && !provider.isPublic())
                .distinct()
                .map(NodesWriter::forwarder)
                .toList();
        return forwarders.isEmpty()
                ? List.of()
                : List.of(file.of(owner.packageName(), type(owner).addMethods(forwarders)));
    }

    private static TypeSpec.Builder type(ClassName owner) {
        return TypeSpec.classBuilder(nameFor(owner))
                .addJavadoc("Lets graphs of other packages and jars use the methods of {@link $T}.\n", owner)
                .addModifiers(PUBLIC, FINAL)
                .addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
    }

    private static MethodSpec forwarder(NodeMethod node, int index) {
        MethodSpec.Builder method = MethodSpec.methodBuilder(node.method())
                .addAnnotation(metadata(node, index))
                .addModifiers(PUBLIC, STATIC)
                .returns(node.returned())
                .addException(Throwable.class);
        NameAllocator names = new NameAllocator();
        node.parameters().forEach(parameter -> names.newName(parameter.name()));
        String holder = names.newName("holder");
        if (!node.isStatic()) {
            method.addParameter(node.owner(), holder);
        }
        node.parameters().forEach(parameter -> method.addParameter(declaredType(parameter), parameter.name()));
        CodeBlock arguments = node.parameters().stream()
                .map(parameter -> CodeBlock.of("$N", parameter.name()))
                .collect(Arguments.joined());
        CodeBlock target = node.isStatic() ? CodeBlock.of("$T", node.owner()) : CodeBlock.of("$N", holder);
        String returns = node.returned().equals(TypeName.VOID) ? "" : "return ";
        return method.addStatement("$L$L.$N($L)", returns, target, node.method(), arguments)
                .build();
    }

    private static TypeName declaredType(Parameter parameter) {
        TypeName type = parameter.type().spelling();
        return parameter.demand() == Demand.OPTIONAL ? Spellings.optional(type) : type;
    }

    private static MethodSpec forwarder(DefaultValue.Provider provider) {
        return MethodSpec.methodBuilder(provider.method())
                .addModifiers(PUBLIC, STATIC)
                .returns(provider.type().spelling())
                .addStatement("return $T.$N()", provider.owner(), provider.method())
                .build();
    }

    private static AnnotationSpec metadata(NodeMethod node, int index) {
        AnnotationSpec.Builder metadata = AnnotationSpec.builder(NodeMetadata.class)
                .addMember("index", "$L", index)
                .addMember("parameters", names(node.parameters().stream().map(Parameter::name)));
        Stream<String> nullable = node.parameters().stream()
                .filter(parameter -> parameter.demand() == Demand.NULLABLE)
                .map(Parameter::name);
        addIfAny(metadata, "nullableParameters", nullable.toList());
        addIfAny(
                metadata,
                "nullableOutputs",
                Stream.concat(
                                choice(node),
                                node.outputs().stream()
                                        .filter(OutputPort::nullable)
                                        .map(OutputPort::name))
                        .toList());
        if (!node.position().file().isEmpty()) {
            metadata.addMember("line", "$L", node.position().line())
                    .addMember("file", "$S", node.position().file());
        }
        if (!node.hash().isEmpty()) {
            metadata.addMember("hash", "$S", node.hash());
        }
        return metadata.build();
    }

    /** What a gate chooses has no name. */
    private static Stream<String> choice(NodeMethod node) {
        Decision decision = node.traits().decision();
        return decision != null && decision.nullable() ? Stream.of("") : Stream.of();
    }

    private static void addIfAny(AnnotationSpec.Builder metadata, String attribute, List<String> names) {
        if (!names.isEmpty()) {
            metadata.addMember(attribute, names(names.stream()));
        }
    }

    private static CodeBlock names(Stream<String> names) {
        return CodeBlock.of("{$L}", names.map(name -> CodeBlock.of("$S", name)).collect(Arguments.joined()));
    }
}
