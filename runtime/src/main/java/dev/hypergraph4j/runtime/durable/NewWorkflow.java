package dev.hypergraph4j.runtime.durable;

import dev.hypergraph4j.ErrorHandling;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A workflow to be created.
 *
 * @param id its id, of the caller's choice; never to be used again
 * @param graph what it runs
 * @param inputs what it takes, by name; absent ones are left out
 * @param inputsDigest by which a second start with other inputs is told
 * @param durability when its transitions count as recorded
 * @param prefillOnly whether a question without an answer makes it fail instead of pause
 * @param errorHandling what it does when a node fails, whoever goes on with it
 * @param lineage where it comes from
 */
public record NewWorkflow(
        String id,
        GraphVersion graph,
        Map<String, Payload> inputs,
        String inputsDigest,
        Durability durability,
        boolean prefillOnly,
        ErrorHandling errorHandling,
        Lineage lineage) {
    /** Copies the inputs, in their order. */
    public NewWorkflow {
        inputs = Collections.unmodifiableMap(new LinkedHashMap<>(inputs));
    }
}
