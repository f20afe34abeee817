package dev.hypergraph4j.samples.guide.start;

import dev.hypergraph4j.Default;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.math.BigDecimal;
import java.util.List;

/** The first graph of the guide: plain methods, wired by their names. */
// tag::invoice
@Graph
public final class Invoice {
    public record Item(String name, int count, BigDecimal price) {}

    @Node(outputName = "net")
    BigDecimal sum(List<Item> items) {
        return items.stream()
                .map(item -> item.price().multiply(BigDecimal.valueOf(item.count())))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    @Node(outputName = "tax")
    BigDecimal tax(BigDecimal net, @Default("19") int taxPercent) {
        return net.multiply(BigDecimal.valueOf(taxPercent)).movePointLeft(2);
    }

    @Node(outputName = "total")
    BigDecimal total(BigDecimal net, BigDecimal tax) {
        return net.add(tax);
    }
}
// end::invoice
