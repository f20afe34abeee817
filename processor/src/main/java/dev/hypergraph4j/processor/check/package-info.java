/**
 * What the compiler refuses: one class a rule, named as the rule is. {@link dev.hypergraph4j.processor.check.NodeClassChecks} lists what is said of
 * a class with node methods, once, whatever graphs use it; {@link dev.hypergraph4j.processor.check.GraphChecks} what is said of a graph.
 *
 * <p>Rules reason on {@code model} and {@code wire} and put their findings into a {@link dev.hypergraph4j.processor.report.Report}; none knows
 * the compiler or another rule. A cause is reported once: {@code Suspects} keeps what a mistake was found in, and rules say nothing more of
 * that. Their cost is linear in the size of the graph.
 */
@NullMarked
package dev.hypergraph4j.processor.check;

import org.jspecify.annotations.NullMarked;
