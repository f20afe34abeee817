package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.CodeBlock;
import dev.hypergraph4j.metadata.DefaultMetadata;
import dev.hypergraph4j.metadata.GraphMetadata;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphOutput;
import dev.hypergraph4j.processor.wire.Wiring;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes what graphs of other jars need to know to nest a graph: {@link GraphMetadata} on its class. */
final class MetadataWriter {
    private MetadataWriter() {}

    static AnnotationSpec of(Wiring wiring) {
        AnnotationSpec.Builder metadata = AnnotationSpec.builder(GraphMetadata.class)
                .addMember("name", "$S", wiring.graph().name());
        List<GraphInput> inputs = List.copyOf(wiring.inputs().values());
        addIfAny(metadata, "inputs", inputs.stream().map(GraphInput::name));
        List<GraphInput> optionalInputs =
                inputs.stream().filter(GraphInput::mayBeAbsent).toList();
        addIfAny(metadata, "optionalInputs", optionalInputs.stream().map(GraphInput::name));
        addIfAny(
                metadata,
                "primitiveInputs",
                optionalInputs.stream()
                        .filter(input -> isPrimitive(input.type()))
                        .map(GraphInput::name));
        addDefaults(metadata, inputs);
        addIfAny(metadata, "outputs", wiring.outputs().stream().map(GraphOutput::name));
        List<GraphOutput> optionalOutputs =
                wiring.outputs().stream().filter(GraphOutput::mayBeAbsent).toList();
        addIfAny(metadata, "optionalOutputs", optionalOutputs.stream().map(GraphOutput::name));
        addIfAny(
                metadata,
                "primitiveOutputs",
                optionalOutputs.stream()
                        .filter(output -> isPrimitive(output.type()))
                        .map(GraphOutput::name));
        addIfAny(metadata, "question", wiring.question().stream());
        return metadata.build();
    }

    private static boolean isPrimitive(ValueType type) {
        return type.spelling().isPrimitive();
    }

    private static void addIfAny(AnnotationSpec.Builder metadata, String attribute, Stream<String> names) {
        List<CodeBlock> all = names.map(name -> CodeBlock.of("$S", name)).toList();
        if (!all.isEmpty()) {
            metadata.addMember(attribute, "{$L}", all.stream().collect(Arguments.joined()));
        }
    }

    private static void addDefaults(AnnotationSpec.Builder metadata, List<GraphInput> inputs) {
        for (GraphInput input : inputs) {
            AnnotationSpec known = byDefault(input.name(), input.defaultValue());
            if (known != null) {
                metadata.addMember("defaults", "$L", known);
            }
        }
    }

    private static @Nullable AnnotationSpec byDefault(String input, @Nullable DefaultValue value) {
        AnnotationSpec.Builder metadata =
                AnnotationSpec.builder(DefaultMetadata.class).addMember("input", "$S", input);
        if (value instanceof DefaultValue.Literal literal) {
            return metadata.addMember("literal", "$S", literal.text()).build();
        }
        if (value instanceof DefaultValue.Provider provider) {
            String method = provider.owner().canonicalName() + "." + provider.method();
            return metadata.addMember("provider", "$S", method).build();
        }
        return null;
    }
}
