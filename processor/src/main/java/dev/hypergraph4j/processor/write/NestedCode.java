package dev.hypergraph4j.processor.write;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Subgraph;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Holder;
import dev.hypergraph4j.processor.wire.Nesting;
import dev.hypergraph4j.processor.wire.Take;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The code of a node that is a nested graph: the record of the nested graph's inputs, and what is taken from that of its outputs. */
final class NestedCode {
    private final GraphNode node;
    private final Nesting nesting;
    private final GraphNames names;
    private final ArgumentCode arguments;
    private final String prefix;
    private final Map<String, Take> takes = new HashMap<>();

    NestedCode(GraphNode node, Nesting nesting, GraphNames names, ArgumentCode arguments, String prefix) {
        this.node = node;
        this.nesting = nesting;
        this.names = names;
        this.arguments = arguments;
        this.prefix = prefix;
        node.takes().forEach(take -> takes.put(take.parameter().value(), take));
    }

    /** Gives the runner what there is to run. */
    CodeBlock call(int number) {
        CodeBlock graph = CodeBlock.of("$L$N", prefix, names.holderInState(Holder.of(node, nesting)));
        CodeBlock work = nesting.subgraph().isMapped()
                ? map(graph)
                : CodeBlock.of("$T.run($L, $L)", RuntimeTypes.NESTED, graph, inputs(""));
        return CodeBlock.of("$Lnests($L, $L)", prefix, number, work);
    }

    private CodeBlock map(CodeBlock graph) {
        Subgraph.Mapping mapping = nesting.subgraph().mapping();
        String item = names.local("item");
        CodeBlock axes = mapping.over().stream()
                .map(Name::text)
                .map(input -> CodeBlock.of("$T.axis($S, $L)", RuntimeTypes.NESTED, input, taken(input)))
                .collect(Arguments.joined());
        return CodeBlock.of(
                "$T.map($L,$W$T.$L,$W$T.$L,$W$N -> $L,$W$L)",
                RuntimeTypes.NESTED,
                graph,
                MapMode.class,
                mapping.mode(),
                ErrorHandling.class,
                mapping.onError(),
                item,
                inputs(item),
                axes);
    }

    /** @param item the local variable with the values of an item that vary */
    private CodeBlock inputs(String item) {
        if (nesting.isNamespaced()) {
            return node.takes().isEmpty()
                    ? CodeBlock.of("$T.of()", nesting.inputsType())
                    : arguments.of(node.takes().get(0), prefix);
        }
        CodeBlock values = nesting.graph().inputs().values().stream()
                .map(input -> value(input, item))
                .collect(Arguments.joined());
        return CodeBlock.of("new $T($L)", nesting.inputsType(), values);
    }

    private CodeBlock value(GraphInput input, String item) {
        DefaultValue bound = nesting.bound().get(input.name());
        if (bound != null) {
            return arguments.bound(bound, input);
        }
        List<String> over =
                nesting.subgraph().mapping().over().stream().map(Name::text).toList();
        int place = over.indexOf(input.name());
        if (place < 0) {
            return taken(input.name());
        }
        TypeName type = input.type().spelling();
        CodeBlock element = CodeBlock.of("($T) $N[$L]", type, item, place);
        return input.mayBeAbsent() ? CodeBlock.of("$T.of($L)", Optional.class, element) : element;
    }

    private CodeBlock taken(String input) {
        return arguments.of(Objects.requireNonNull(takes.get(input)), prefix);
    }

    /** @param record the local variable with the record of the outputs, or with the result of the map */
    static CodeBlock output(Give give, Nesting nesting, String record) {
        String name = give.port().accessor();
        if (!nesting.subgraph().isMapped()) {
            return CodeBlock.of("$N.$N()$L", record, name, give.port().nullable() ? ".orElse(null)" : "");
        }
        boolean mayBeAbsent = nesting.graph().outputs().stream()
                .filter(output -> output.name().equals(name))
                .anyMatch(OutputPort::nullable);
        if (!nesting.subgraph().mayMissItems()) {
            return CodeBlock.of("$T.each($N, each -> each.$N())", RuntimeTypes.NESTED, record, name);
        }
        String orNull = mayBeAbsent ? ".orElse(null)" : "";
        return CodeBlock.of("$T.places($N, each -> each.$N()$L)", RuntimeTypes.NESTED, record, name, orNull);
    }
}
