package dev.hypergraph4j.runtime.durable;

import org.jspecify.annotations.Nullable;

/**
 * Which step of a workflow: the same after any crash and for every worker, since the numbers come from the plan and the items' values, not from
 * who was first.
 *
 * @param key names it: {@code rag/retrieve}; in turn 2 of a cycle {@code draft#2}; for an item of a mapped graph {@code score[1f3a…]/grade}
 * @param node the path of the node alone: {@code score/grade}
 * @param iteration which turn of its own cycle, from 0
 * @param item the innermost item of a map that it belongs to; {@code null} where there is none
 * @param hash of the definition of the node's method, empty where the compiler did not tell; behind it {@code @} and the user's version of the outermost graph,
 *     where that has one
 */
public record StepId(
        String key, String node, int iteration, @Nullable String item, String hash) {}
