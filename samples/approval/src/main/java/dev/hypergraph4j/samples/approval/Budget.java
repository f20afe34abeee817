package dev.hypergraph4j.samples.approval;

import java.math.BigDecimal;

/**
 * What a department may spend on one order.
 *
 * @param department the department
 * @param head who is asked
 * @param free up to this amount, nobody is asked
 * @param most more than this is refused
 */
public record Budget(String department, String head, BigDecimal free, BigDecimal most) {}
