package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.DefaultValue;
import dev.hypergraph4j.processor.model.GateTarget;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.Traits;
import java.util.List;
import java.util.stream.Collectors;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.type.ExecutableType;

/**
 * What a node method means, as a text to take the hash of: its signature, with the types as the compiler understands them and not as an import spells
 * them; what its annotation says, as far as that decides what becomes of a run's values (how often it is tried does not); and its code.
 */
final class NodeDefinition {
    private final StringBuilder text = new StringBuilder();

    private NodeDefinition() {}

    /** The hash of a method with {@code code}. */
    static String hash(
            ExecutableElement method,
            ExecutableType signature,
            List<Parameter> parameters,
            List<OutputPort> outputs,
            Traits traits,
            String code) {
        NodeDefinition definition = new NodeDefinition();
        definition
                .text
                .append(TypeDisplay.qualified(signature.getReturnType()))
                .append(' ')
                .append(method.getSimpleName());
        definition.appendParameters(signature, parameters);
        definition.appendTraits(traits, outputs);
        return DefinitionHash.of(definition.text.append(code).toString());
    }

    private void appendParameters(ExecutableType signature, List<Parameter> parameters) {
        for (int i = 0; i < parameters.size(); i++) {
            Parameter parameter = parameters.get(i);
            DefaultValue value = parameter.defaultValue();
            text.append(i == 0 ? '(' : ',')
                    .append(TypeDisplay.qualified(signature.getParameterTypes().get(i)))
                    .append(' ')
                    .append(String.join(
                            " ",
                            parameter.name(),
                            parameter.value(),
                            parameter.demand().name()))
                    .append(value == null ? "" : "=" + value.display());
        }
        text.append(')');
    }

    /** Nothing where there are none, so that what annotations may say one day does not change the hashes of those that do not say it. */
    private void appendTraits(Traits traits, List<OutputPort> outputs) {
        Decision decision = traits.decision();
        if (decision != null) {
            appendDecision(decision);
        }
        if (traits.interrupt()) {
            append("asks for", outputs.stream().map(OutputPort::name).toList());
        }
        append("emits", names(traits.emits()));
        append("waits for", names(traits.waits()));
        append("is cached", traits.cached() ? List.of("") : List.of());
    }

    private void appendDecision(Decision decision) {
        append(
                "opens",
                decision.targets().stream().map(NodeDefinition::choice).sorted().toList());
        Name fallback = decision.fallback();
        append("falls back to", fallback == null ? List.of() : List.of(fallback.text()));
        append("is closed", decision.defaultOpen() ? List.of() : List.of(""));
    }

    private static String choice(GateTarget target) {
        return target.choice() + "=" + target.node();
    }

    private static List<String> names(List<Name> names) {
        return names.stream().map(Name::text).sorted().toList();
    }

    private void append(String what, List<String> names) {
        if (!names.isEmpty()) {
            text.append(names.stream().collect(Collectors.joining(",", "[" + what + " ", "]")));
        }
    }
}
