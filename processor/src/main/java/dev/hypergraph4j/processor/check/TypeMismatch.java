package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.model.ValueType;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.GraphNode;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;

/**
 * Refuses a parameter that can't take what the node gives which produces its value: another type, or nothing at all where the node may give none.
 * Reported on the parameter, since each consumer may want a mend of its own.
 */
final class TypeMismatch implements GraphRule {
    private static final String RULE = "TypeMismatch";
    private static final int LONGEST_SENTENCE = 120;

    @Override
    public void check(Inspection graph) {
        for (GraphNode node : graph.wiring().active()) {
            for (Take take : node.takes()) {
                List<Give> gives = graph.wiring().producers().getOrDefault(take.value(), List.of());
                if (!graph.suspects().contains(take)) {
                    gives.stream()
                            .filter(give -> refuses(take, give))
                            .findFirst()
                            .ifPresent(give -> check(give, take, graph));
                }
            }
        }
    }

    private static boolean refuses(Take take, Give give) {
        return !give.port().type().isAssignableTo(take.parameter().type())
                || (give.port().nullable() && !take.parameter().toleratesAbsence());
    }

    private static void check(Give give, Take take, Inspection graph) {
        if (!give.port().type().isAssignableTo(take.parameter().type())) {
            graph.report().error(Places.of(take), otherType(give, take, graph));
        } else if (give.port().nullable() && !take.parameter().toleratesAbsence()) {
            graph.report().error(Places.of(take), maybeNone(give, take, graph));
        }
    }

    private static Message otherType(Give give, Take take, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(take), List.of(give));
        String wanted = spelling.type(take.parameter().type());
        String given = spelling.type(give.port().type());
        String sentence = "%s takes '%s' as %s, but %s produces %s."
                .formatted(spelling.node(take.node()), take.value(), wanted, spelling.node(give.node()), given);
        if (sentence.length() > LONGEST_SENTENCE) {
            sentence = "%s takes '%s' with another type than %s produces."
                    .formatted(spelling.node(take.node()), take.value(), spelling.node(give.node()));
        }
        return edge(Message.of(RULE, sentence), give, take, spelling, graph)
                .fix("declare the parameter as " + given)
                .fix("have %s produce %s".formatted(spelling.node(give.node()), wanted))
                .fix(Places.takeAnother(take) + ", if another value is meant");
    }

    private static Message maybeNone(Give give, Take take, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(take), List.of(give));
        ValueType type = take.parameter().type();
        Message message = Message.of(
                RULE,
                "%s needs '%s', but %s, which is @Nullable, may produce none."
                        .formatted(spelling.node(take.node()), take.value(), spelling.node(give.node())));
        message = edge(message, give, take, spelling, graph);
        return (type.spelling().isPrimitive()
                        ? message
                        : message.fix("declare the parameter as Optional<%s> or @Nullable %s"
                                .formatted(spelling.type(type), spelling.type(type))))
                .fix("say what it is then, with @Default on the parameter")
                .fix("remove @Nullable from %s, if it always gives a value".formatted(spelling.node(give.node())));
    }

    private static Message edge(Message message, Give give, Take take, Spelling spelling, Inspection graph) {
        Message told = message.fact(give.value(), spelling.type(give.port().type()), spelling.role(give))
                .fact(take.value(), spelling.type(take.parameter().type()), spelling.role(take));
        String path = graph.paths().fromNodeToOutput(take.node());
        return path.isEmpty() ? told : told.fact("path", give.node().name() + " -> " + path);
    }
}
