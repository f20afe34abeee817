package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.Plan;
import java.util.Iterator;

/**
 * The runs of a map, which wait for a {@link Runner}. It is run once.
 *
 * @param plan the graph's plan
 * @param runs the run of each item, in order. A runner asks for the next one when it has a place for it, one thread at a time
 * @param areThere whether all items are there already, so that asking for the next one never waits
 * @param size how many items there are; -1 where nobody knows yet
 * @param options what is special about the map
 * @param <O> what the run of an item gives back
 */
public record PreparedMap<O>(
        Plan plan, Iterator<PreparedRun<O>> runs, boolean areThere, long size, RunOptions options) {}
