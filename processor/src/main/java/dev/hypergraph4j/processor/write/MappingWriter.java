package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.FINAL;
import static javax.lang.model.element.Modifier.PRIVATE;
import static javax.lang.model.element.Modifier.PUBLIC;
import static javax.lang.model.element.Modifier.STATIC;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.NameAllocator;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.processor.wire.GraphInput;
import java.util.Collection;
import java.util.function.Consumer;

/**
 * Writes the nested class that collects the inputs of a map, {@code RagGraph.Mapping}, and the methods that take it. Its fields are always spoken of
 * with {@code this}: inputs may be called as they are.
 */
final class MappingWriter {
    private final GraphNames names;
    private final Collection<GraphInput> inputs;

    MappingWriter(GraphNames names, Collection<GraphInput> inputs) {
        this.names = names;
        this.inputs = inputs;
    }

    /** What takes the inputs of a map: a lambda. */
    static TypeName consumer(GraphNames names) {
        return ParameterizedTypeName.get(ClassName.get(Consumer.class), names.mapping);
    }

    /** Writes {@code map} and {@code mapIter}. */
    void writeMaps(TypeSpec.Builder graph) {
        TypeName result = ParameterizedTypeName.get(RuntimeTypes.MAP_RESULT, names.outputs);
        TypeName iterator = ParameterizedTypeName.get(RuntimeTypes.MAP_ITERATOR, names.outputs);
        graph.addMethod(taking("map", result)
                .addJavadoc("Runs the graph once for each item: {@code map(m -> m.$LEach(...))}.\n", anInput())
                .addStatement("return map(inputs, $T.defaults())", RuntimeTypes.RUN_OPTIONS)
                .build());
        graph.addMethod(taking("map", result)
                .addJavadoc("Runs the graph once for each item; see {@link #map($T)}.\n", Consumer.class)
                .addParameter(RuntimeTypes.RUN_OPTIONS, "options")
                .addStatement("return map($T.items(inputs, settings().bound()), options)", names.mapping)
                .build());
        graph.addMethod(taking("mapIter", iterator)
                .addJavadoc(
                        "Runs the graph once for each item as the results are asked for; see {@link #map($T)}.\n",
                        Consumer.class)
                .addStatement("return mapIter($T.items(inputs, settings().bound()))", names.mapping)
                .build());
    }

    private String anInput() {
        return inputs.iterator().next().name();
    }

    private MethodSpec.Builder taking(String name, TypeName returned) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(PUBLIC)
                .returns(returned)
                .addParameter(consumer(names), "inputs");
    }

    TypeSpec write() {
        TypeName varying = ParameterizedTypeName.get(RuntimeTypes.MAP_INPUTS, names.inputsBuilder);
        TypeSpec.Builder mapping = TypeSpec.classBuilder(names.mapping)
                .addJavadoc(
                        "Collects the inputs of a map: of each one for all items, or one for each item. Not thread-safe.\n")
                .addModifiers(PUBLIC, STATIC, FINAL)
                .addField(names.inputsBuilder, "same", PRIVATE, FINAL)
                .addField(FieldSpec.builder(varying, "varying", PRIVATE, FINAL)
                        .initializer("new $T<>()", RuntimeTypes.MAP_INPUTS)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(PRIVATE)
                        .addParameter(names.inputsBuilder, "same")
                        .addStatement("this.same = same")
                        .build());
        NameAllocator methods = new NameAllocator();
        inputs.forEach(input -> methods.newName(input.name()));
        for (GraphInput input : inputs) {
            mapping.addMethod(each(input, methods.newName(input.name() + "Each")));
            mapping.addMethod(same(input));
        }
        return mapping.addMethod(combining(MapMode.ZIP)
                        .addJavadoc(
                                "Puts the first values together, then the second ones, and so on, of equally many: the default.\n")
                        .build())
                .addMethod(combining(MapMode.PRODUCT)
                        .addJavadoc(
                                "Puts each value together with each of the others; those given last change fastest.\n")
                        .build())
                .addMethod(items())
                .build();
    }

    private MethodSpec each(GraphInput input, String name) {
        TypeName values =
                iterable(WildcardTypeName.subtypeOf(Spellings.boxed(input.type().spelling())));
        String builder = names.local("in");
        String one = names.local("one");
        return MethodSpec.methodBuilder(name)
                .addJavadoc("Gives {@code $L} for each item.\n", input.name())
                .addModifiers(PUBLIC)
                .returns(names.mapping)
                .addParameter(values, input.name())
                .addStatement("this.varying.vary($1S, $1N, ($2N, $3N) -> $2N.$1N($3N))", input.name(), builder, one)
                .addStatement("return this")
                .build();
    }

    private MethodSpec same(GraphInput input) {
        return MethodSpec.methodBuilder(input.name())
                .addJavadoc("Gives {@code $L} for all items: $L.\n", input.name(), InputsWriter.described(input))
                .addModifiers(PUBLIC)
                .returns(names.mapping)
                .addParameter(input.type().spelling(), input.name())
                .addStatement("this.varying.keep($S)", input.name())
                .addStatement("this.same.$1N($1N)", input.name())
                .addStatement("return this")
                .build();
    }

    private MethodSpec.Builder combining(MapMode mode) {
        return MethodSpec.methodBuilder(mode == MapMode.ZIP ? "zip" : "product")
                .addModifiers(PUBLIC)
                .returns(names.mapping)
                .addStatement("this.varying.combine($T.$L)", MapMode.class, mode)
                .addStatement("return this");
    }

    private MethodSpec items() {
        return MethodSpec.methodBuilder("items")
                .addModifiers(PRIVATE, STATIC)
                .returns(iterable(names.inputs))
                .addParameter(consumer(names), "inputs")
                .addParameter(Types.mapOf(String.class, Object.class), "bound")
                .addStatement("$1T mapping = new $1T($2T.builder().fromValues(bound))", names.mapping, names.inputs)
                .addStatement("inputs.accept(mapping)")
                .addStatement("return mapping.varying.items(mapping.same, in -> in.build())")
                .build();
    }

    private static TypeName iterable(TypeName values) {
        return ParameterizedTypeName.get(ClassName.get(Iterable.class), values);
    }
}
