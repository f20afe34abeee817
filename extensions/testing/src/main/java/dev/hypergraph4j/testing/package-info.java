/**
 * For the tests of those who use or extend durable runs: {@link dev.hypergraph4j.testing.CheckpointerContract} is what every store of workflows has
 * to pass, {@link dev.hypergraph4j.testing.ManualClock} a clock that is set by hand.
 *
 * <p>No test in here sleeps, and none knows what kind of store it runs on: values are written with the store's own codec.
 */
@NullMarked
package dev.hypergraph4j.testing;

import org.jspecify.annotations.NullMarked;
