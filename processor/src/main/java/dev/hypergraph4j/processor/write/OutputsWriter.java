package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import dev.hypergraph4j.processor.wire.GraphOutput;
import java.util.List;

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
        TypeSpec.Builder type = TypeSpec.recordBuilder(names.outputs)
                .addJavadoc("What a run of the graph $L gives; see {@link $T}.\n", DocText.code(graph), names.graph);
        if (!outputs.isEmpty()) {
            type.addJavadoc("\n");
        }
        RecordConstructor constructor = new RecordConstructor();
        for (GraphOutput output : outputs) {
            constructor.add(componentType(output), output.name());
            type.addJavadoc(
                    "@param $L $Lfrom {@code $L}\n",
                    output.name(),
                    output.mayBeAbsent() ? "optional, " : "",
                    output.give().node().method().display());
            type.alwaysQualify(output.name());
        }
        constructor.writeInto(type);
        return type;
    }

    /** The type of the record's component for {@code output}. */
    static TypeName componentType(GraphOutput output) {
        TypeName type = output.type().spelling();
        return output.mayBeAbsent() ? Spellings.optional(type) : type;
    }
}
