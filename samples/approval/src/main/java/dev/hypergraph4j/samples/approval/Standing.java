package dev.hypergraph4j.samples.approval;

/**
 * What has become of an order.
 *
 * @param order the order
 * @param status in a word
 * @param remark why, or who it waits for
 */
record Standing(Order order, String status, String remark) {}
