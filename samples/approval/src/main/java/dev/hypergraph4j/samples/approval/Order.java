package dev.hypergraph4j.samples.approval;

import java.math.BigDecimal;

/**
 * Something that a department wants to buy.
 *
 * @param number its number
 * @param department who pays
 * @param supplier who is paid
 * @param account the supplier's account, an IBAN
 * @param item what is bought
 * @param amount what it costs, in euros
 */
public record Order(int number, String department, String supplier, String account, String item, BigDecimal amount) {

    /** What its workflow is called. */
    public String id() {
        return "order-" + number;
    }
}
