package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.GraphInput;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;

/**
 * Warns of an input of an open graph whose name is close to that of a produced value of another type: it may be a typo in a name and a wrong type at
 * once. Not of one that lies before the value it is close to ({@code text}, {@code texts}). Reported on the first parameter that takes it.
 */
final class SuspiciousInput implements GraphRule {
    private static final String RULE = "SuspiciousInput";

    @Override
    public void check(Inspection graph) {
        if (graph.graph().closesInputs() || graph.suspects().incomplete()) {
            return;
        }
        for (GraphInput input : graph.wiring().inputs().values()) {
            boolean declared =
                    input.takes().stream().anyMatch(take -> take.parameter().declaredInput());
            Take take = input.takes().get(0);
            if (!declared && !graph.suspects().contains(take)) {
                graph.missedBy(take)
                        .filter(guess -> !graph.suspects().contains(guess.name()))
                        .ifPresent(guess -> graph.report().warning(Places.of(take), message(take, guess, graph)));
            }
        }
    }

    private static Message message(Take take, Candidate guess, Inspection graph) {
        Spelling spelling = Spelling.of(List.of(take), List.of()).mention(guess.type());
        return Message.of(
                        RULE,
                        "%s takes the input '%s', whose name is close to '%s', which a node of %s produces."
                                .formatted(spelling.node(take.node()), take.value(), guess.name(), graph.name()))
                .fact(take.value(), spelling.type(take.parameter().type()), spelling.role(take))
                .didYouMean(guess.display(spelling))
                .fix("annotate the parameter @Input, if the caller is to give '" + take.value() + "'")
                .fix(Places.takeInstead(take, guess.name()) + " and take " + spelling.type(guess.type()));
    }
}
