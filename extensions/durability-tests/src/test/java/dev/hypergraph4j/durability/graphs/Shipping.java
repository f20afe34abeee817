package dev.hypergraph4j.durability.graphs;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A node that streams, one that keeps how far it has come, and messages. */
@Graph(durable = true)
public final class Shipping {
    private final Receiver receiver;

    public Shipping(Receiver receiver) {
        this.receiver = receiver;
    }

    public record Notice(int number, String text) {}

    record Progress(int next, int sum) {}

    @Node(outputName = "parts")
    Stream<Integer> list(int number, NodeContext context) {
        receiver.accept(context, "list");
        return IntStream.range(number, number + 3).boxed();
    }

    @Node(outputName = "sum")
    int add(List<Integer> parts, NodeContext context) {
        Progress progress = context.lastCheckpoint(Progress.class).orElse(new Progress(0, 0));
        while (progress.next() < parts.size()) {
            progress = new Progress(progress.next() + 1, progress.sum() + parts.get(progress.next()));
            context.checkpoint(progress);
        }
        return receiver.noted(context, progress.sum());
    }

    @Node(outputName = "notice")
    Notice tell(int number, int sum, NodeContext context) {
        Notice notice = new Notice(number, "sum " + sum);
        context.outbox("post", notice);
        context.outbox("log", notice.text());
        return receiver.noted(context, notice);
    }
}
