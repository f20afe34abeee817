package dev.hypergraph4j.processor.check;

import com.palantir.javapoet.TypeName;
import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.Collection;
import java.util.List;

/**
 * Refuses more inputs or outputs than the generated record can hold, whose constructor takes 254 slots; {@code long} and {@code double} take two.
 * Reported on {@code @Graph}: no single value is at fault.
 */
final class TooLarge implements GraphRule {
    private static final String RULE = "TooLarge";
    private static final int SLOTS = 254;

    @Override
    public void check(Inspection graph) {
        List<TypeName> inputs = graph.wiring().inputs().values().stream()
                .map(input -> component(input.type(), input.mayBeAbsent()))
                .toList();
        List<TypeName> outputs = graph.wiring().outputs().stream()
                .map(output -> component(output.type(), output.mayBeAbsent()))
                .toList();
        if (slots(inputs) > SLOTS) {
            graph.report()
                    .error(
                            graph.graph().site(),
                            message("input", inputs, graph)
                                    .fix("put inputs that belong together into a record of your own, and take that")
                                    .fix("split the graph"));
        }
        if (slots(outputs) > SLOTS) {
            graph.report()
                    .error(
                            graph.graph().site(),
                            message("output", outputs, graph)
                                    .fix("name the outputs that callers want in select")
                                    .fix("put outputs that belong together into one value")
                                    .fix("split the graph"));
        }
    }

    /** What may be absent is an {@code Optional}. */
    private static TypeName component(ValueType type, boolean mayBeAbsent) {
        return mayBeAbsent ? type.spelling().box() : type.spelling();
    }

    private static int slots(Collection<TypeName> types) {
        return types.stream()
                .mapToInt(type -> type.equals(TypeName.LONG) || type.equals(TypeName.DOUBLE) ? 2 : 1)
                .sum();
    }

    private static Message message(String role, List<TypeName> types, Inspection graph) {
        String record = graph.graph().baseName() + (role.equals("input") ? "Inputs" : "Outputs");
        Message message = Message.of(
                        RULE, "%s has more %ss than the record %s can hold.".formatted(graph.name(), role, record))
                .fact(role + "s", String.valueOf(types.size()));
        return message.fact("slots", slots(types) + " (a record has " + SLOTS + "; long and double take two)");
    }
}
