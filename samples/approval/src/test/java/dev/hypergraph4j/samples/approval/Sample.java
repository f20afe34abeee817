package dev.hypergraph4j.samples.approval;

import java.math.BigDecimal;
import java.nio.file.Path;

/** The orders and budgets that come with the sample. */
final class Sample {
    static final Path ORDERS = Path.of("orders.csv");
    static final Budgets BUDGETS = Table.budgets(Path.of("budgets.csv"));

    private Sample() {}

    static Order order(int number) {
        return Table.orders(ORDERS).stream()
                .filter(order -> order.number() == number)
                .findFirst()
                .orElseThrow();
    }

    /** The same order for another amount. */
    static Order costing(Order order, String amount) {
        return new Order(
                order.number(),
                order.department(),
                order.supplier(),
                order.account(),
                order.item(),
                new BigDecimal(amount));
    }
}
