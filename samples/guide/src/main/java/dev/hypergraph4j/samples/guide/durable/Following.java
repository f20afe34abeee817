package dev.hypergraph4j.samples.guide.durable;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.samples.guide.durable.Purchase.Line;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Follows a file of orders, one a line, and has each that is added become a workflow. */
@Graph(durable = true)
public final class Following {
    private final Supplier<Workflows> workflows;
    private final PurchaseGraph purchase;

    public Following(Supplier<Workflows> workflows, PurchaseGraph purchase) {
        this.workflows = workflows;
        this.purchase = purchase;
    }

    // tag::follow
    @Node(outputName = "read")
    long follow(String file, NodeContext context) throws IOException, InterruptedException {
        long position = workflows.get().cursor(file).orElse(0);
        context.checkpoint(position); // it gets on: however often its process dies from here on, it is recovered
        while (!context.stopRequested()) {
            for (Order order : ordersBehind(position, Path.of(file))) {
                position = order.end();
                workflows.get().admit(file, position, purchase, "order-" + order.id(), order.inputs());
            }
            Thread.sleep(20);
        }
        throw new InterruptedException("it has not come to its end: whoever claims it goes on");
    }
    // end::follow

    private record Order(String id, long end) {
        PurchaseInputs inputs() {
            return PurchaseInputs.of(List.of(new Line("paper", 10, 4)), id);
        }
    }

    /** The orders whose lines are complete. */
    private static List<Order> ordersBehind(long position, Path file) throws IOException {
        byte[] more;
        try (RandomAccessFile input = new RandomAccessFile(file.toFile(), "r")) {
            input.seek(position);
            more = new byte[(int) (input.length() - position)];
            input.readFully(more);
        }
        List<Order> orders = new ArrayList<>();
        int begin = 0;
        for (int at = 0; at < more.length; at++) {
            if (more[at] == '\n') {
                String id = new String(more, begin, at - begin, StandardCharsets.UTF_8);
                orders.add(new Order(id, position + at + 1));
                begin = at + 1;
            }
        }
        return orders;
    }
}
