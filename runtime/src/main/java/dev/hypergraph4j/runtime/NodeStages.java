package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.NodeQueue.NONE;

import dev.hypergraph4j.runtime.plan.GraphState;
import java.util.concurrent.CompletionStage;
import org.jspecify.annotations.Nullable;

/**
 * The asynchronous nodes of a run on many threads: a node whose method has given a stage has no thread until that completes.
 */
final class NodeStages {

    /** Who has started a node that ended with a stage. */
    interface Starter {
        /**
         * The stage has completed, and what it gave is in its place.
         *
         * @param error what it failed with; {@code null} if it did not
         * @param goOn whether this thread may take another node
         * @return the node that this thread goes on with
         */
        int stageEnded(int node, @Nullable Throwable error, boolean goOn);
    }

    private final GraphState state;
    private final Coordination coordination;
    private final WorkUnderWay underWay;

    NodeStages(GraphState state, Coordination coordination) {
        this.state = state;
        this.coordination = coordination;
        this.underWay = coordination.underWay();
    }

    /** Lets {@code node} wait for its stage, and gives the node that this thread goes on with. */
    int await(int node, CompletionStage<?> stage, Starter starter) {
        Arrival arrival = new Arrival();
        boolean isHere;
        try {
            // A thread of somebody else's only notes what came, and calls workers for the nodes that wait for it.
            isHere = arrival.watch(stage, () -> {
                underWay.remove(arrival);
                arrived(node, arrival, starter, false);
            });
        } catch (Throwable unwatchable) {
            return starter.stageEnded(node, unwatchable, true);
        }
        if (isHere) {
            return arrived(node, arrival, starter, true);
        }
        underWay.add(arrival, stage);
        return coordination.advance(NONE, null, true);
    }

    private int arrived(int node, Arrival arrival, Starter starter, boolean goOn) {
        Throwable error = arrival.error();
        if (error == null) {
            try {
                state.complete(node, arrival.value());
            } catch (Throwable unfit) {
                // Not caught, an error would end in the stage, and the run would wait for ever.
                error = unfit;
            }
        }
        return starter.stageEnded(node, error, goOn);
    }
}
