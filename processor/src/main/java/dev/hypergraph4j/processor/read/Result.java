package dev.hypergraph4j.processor.read;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.OutputPort;
import dev.hypergraph4j.processor.model.Traits.Streaming;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a node method returns, as the annotation that makes it a node understands it.
 *
 * @param outputs what it gives; none for a gate
 * @param decision what it decides between, if it is a gate
 * @param streaming how its elements come, if they do one after the other
 * @param faults why it can't return that
 */
record Result(
        List<OutputPort> outputs,
        @Nullable Decision decision,
        @Nullable Streaming streaming,
        List<Fault> faults) {

    /** Values, or one at least. */
    static Result of(List<OutputPort> outputs, List<Fault> faults) {
        return new Result(outputs, null, null, faults);
    }

    /** The same where a gate returns the text that it takes. */
    Result asVerbatim() {
        return decision == null ? this : new Result(outputs, decision.asVerbatim(), streaming, faults);
    }

    /** A decision. */
    static Result of(Decision decision, List<Fault> faults) {
        return new Result(List.of(), decision, null, faults);
    }
}
