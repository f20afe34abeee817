package dev.hypergraph4j.samples.approval;

import java.math.BigDecimal;

/**
 * What the bank is told to pay.
 *
 * @param order the order that it is for
 * @param supplier who is paid
 * @param account the supplier's account
 * @param amount how much, in euros
 */
public record Payment(String order, String supplier, String account, BigDecimal amount) {}
