package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.Holder;
import java.util.List;
import java.util.Objects;

/** Writes how a graph is made: {@code create} with an instance of each class that has nodes, and a builder where there are several. */
final class CreationWriter {
    private final GraphNames names;
    private final List<Holder> holders;

    CreationWriter(List<Holder> holders, GraphNames names) {
        this.names = names;
        this.holders = holders;
    }

    /** Adds the factory methods; the builder itself is for {@link #writeBuilder}. */
    void write(TypeSpec.Builder graph) {
        graph.addMethod(create().addStatement(
                        "return new $T($L$T.defaults())", names.graph, requiredHolders(), RuntimeTypes.GRAPH_SETTINGS)
                .build());
        writeBuilderFactory(graph);
    }

    /** The factory method without its body. */
    MethodSpec.Builder create() {
        MethodSpec.Builder create = MethodSpec.methodBuilder("create")
                .addJavadoc(
                        holders.isEmpty()
                                ? "Makes the graph.\n"
                                : "Makes the graph of the objects that its nodes are methods of.\n")
                .addModifiers(PUBLIC, STATIC)
                .returns(names.graph);
        holders.forEach(holder -> create.addParameter(holder.type(), names.holder(holder)));
        return create;
    }

    private CodeBlock requiredHolders() {
        return holders.stream()
                .map(names::holder)
                .map(name -> CodeBlock.of("$T.requireNonNull($N, $S),$W", Objects.class, name, name))
                .collect(CodeBlock.joining(""));
    }

    /** Adds the factory method of the builder, where there is to be one. */
    void writeBuilderFactory(TypeSpec.Builder graph) {
        if (holders.size() > 1) {
            graph.addMethod(MethodSpec.methodBuilder("builder")
                    .addJavadoc("Collects the objects by their names, for {@link #create}.\n")
                    .addModifiers(PUBLIC, STATIC)
                    .returns(names.graphBuilder)
                    .addStatement("return new $T()", names.graphBuilder)
                    .build());
        }
    }

    /** Adds the builder, where there is to be one. */
    void writeBuilder(TypeSpec.Builder graph) {
        if (holders.size() > 1) {
            graph.addType(builder());
        }
    }

    private TypeSpec builder() {
        TypeSpec.Builder builder = TypeSpec.classBuilder(names.graphBuilder)
                .addJavadoc(
                        "Collects the objects that the graph's nodes are methods of; all are needed. Not thread-safe.\n")
                .addModifiers(PUBLIC, STATIC, FINAL);
        holders.forEach(holder -> builder.addField(holder.type(), names.holder(holder), PRIVATE));
        builder.addMethod(MethodSpec.constructorBuilder().addModifiers(PRIVATE).build());
        for (Holder holder : holders) {
            String field = names.holder(holder);
            builder.addMethod(MethodSpec.methodBuilder(field)
                    .addJavadoc("The object with the nodes of {@link $T}.\n", holder.type())
                    .addModifiers(PUBLIC)
                    .returns(names.graphBuilder)
                    .addParameter(holder.type(), field)
                    .addStatement("this.$N = $N", field, field)
                    .addStatement("return this")
                    .build());
        }
        CodeBlock arguments = holders.stream()
                .map(holder -> CodeBlock.of("$N", names.holder(holder)))
                .collect(Arguments.joined());
        return builder.addMethod(MethodSpec.methodBuilder("build")
                        .addJavadoc(
                                "Makes the graph.\n\n@throws $T if an object is missing\n", NullPointerException.class)
                        .addModifiers(PUBLIC)
                        .returns(names.graph)
                        .addStatement("return create($L)", arguments)
                        .build())
                .build();
    }
}
