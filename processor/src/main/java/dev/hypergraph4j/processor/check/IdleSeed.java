package dev.hypergraph4j.processor.check;

import dev.hypergraph4j.internal.Message;
import dev.hypergraph4j.processor.wire.Give;
import dev.hypergraph4j.processor.wire.Take;
import java.util.List;

/** Refuses {@code @Seed} on a parameter that no cycle feeds, or one that nothing makes turn. Reported on the parameter. */
final class IdleSeed implements GraphRule {
    private static final String RULE = "IdleSeed";

    @Override
    public void check(Inspection graph) {
        for (Take take : graph.wiring().idleSeeds()) {
            if (!graph.suspects().contains(take) && graph.wiring().cycles().isEmpty()) {
                graph.report().error(Places.of(take), message(take, graph));
            }
        }
    }

    private static Message message(Take take, Inspection graph) {
        List<Give> gives = graph.wiring().producers().getOrDefault(take.value(), List.of());
        Spelling spelling = Spelling.of(List.of(take), gives);
        boolean givesItself = gives.stream().anyMatch(give -> give.node() == take.node());
        String reason = givesItself
                ? "but nothing makes %s run again".formatted(spelling.node(take.node()))
                : "but what %s gives does not lead there".formatted(spelling.node(take.node()));
        Message message = Message.of(
                        RULE, "'%s' of %s is a seed, %s.".formatted(take.value(), spelling.node(take.node()), reason))
                .fact(take.value(), spelling.type(take.parameter().type()), spelling.role(take));
        message = Facts.gives(message, gives, spelling);
        return givesItself
                ? message.fix("let a gate open '%s' again".formatted(take.node().name()))
                        .fix("say that '%s' stops changing: @Seed(converges = true)".formatted(take.value()))
                : message.fix("remove @Seed");
    }
}
