package dev.hypergraph4j.processor.write;

import static javax.lang.model.element.Modifier.PUBLIC;

import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.GraphOutput;
import java.util.List;
import java.util.Objects;

/** Writes the record of a graph's outputs: {@code RagOutputs}. */
final class OutputsWriter {
    private final String graph;
    private final GraphNames names;
    private final List<GraphOutput> outputs;

    OutputsWriter(String graph, GraphNames names, List<GraphOutput> outputs) {
        this.graph = graph;
        this.names = names;
        this.outputs = outputs;
    }

    TypeSpec.Builder write() {
        MethodSpec.Builder constructor = MethodSpec.constructorBuilder().addModifiers(PUBLIC);
        TypeSpec.Builder type = TypeSpec.recordBuilder(names.outputs)
                .addJavadoc("What a run of the graph {@code $L} gives; see {@link $T}.\n", graph, names.graph);
        for (GraphOutput output : outputs) {
            TypeName component = componentType(output);
            constructor.addParameter(component, output.name());
            if (!component.isPrimitive()) {
                constructor.addStatement("$T.requireNonNull($N, $S)", Objects.class, output.name(), output.name());
            }
            type.addJavadoc(
                    "\n@param $L from {@code $L}",
                    output.name(),
                    output.give().node().method().display());
        }
        return type.recordConstructor(constructor.build());
    }

    /** The type of the record's component for {@code output}. */
    static TypeName componentType(GraphOutput output) {
        TypeName type = output.give().port().type().spelling();
        return output.mayBeAbsent() ? Spellings.optional(type) : type;
    }
}
