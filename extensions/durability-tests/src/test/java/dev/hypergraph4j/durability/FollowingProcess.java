package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.durability.graphs.Following;
import dev.hypergraph4j.durability.graphs.FollowingGraph;
import dev.hypergraph4j.durability.graphs.FollowingInputs;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that follows a file, and tells on its output how far it has come. It ends when all that is in the file has come to its end. */
final class FollowingProcess {
    private static final WorkflowStatus[] OPEN = {WorkflowStatus.QUEUED, WorkflowStatus.RUNNING};

    private FollowingProcess() {}

    /** What its command line has to say. */
    static List<String> words(Place place, Path file, long ahead) {
        return List.of(place.address(), file.toString(), String.valueOf(ahead));
    }

    /** Works as {@link #words} say. */
    public static void main(String... words) {
        Path file = Path.of(words[1]);
        try (Checkpointer store = new Place(words[0]).open(Long.parseLong(words[2]))) {
            ChainGraph chain = ChainGraph.create(new Chain((context, effect) -> {}));
            Workflows admitting = Workflows.on(store).serve(chain).build();
            FollowingGraph following = FollowingGraph.create(
                    new Following(admitting, chain, position -> System.out.println("read " + position)));
            Workflows workflows = Workflows.on(store)
                    .options(DurableOptions.defaults().recoveryCap(Integer.MAX_VALUE))
                    .poll(Duration.ofMillis(20))
                    .serve(chain)
                    .serve(following)
                    .build()
                    .work();
            workflows.submit(following, "following", FollowingInputs.of(file.toString()));
            Until.so("all that is in the file has come to its end", () -> isOver(store, file));
            workflows.drain(Duration.ofMinutes(1));
        }
    }

    private static boolean isOver(Checkpointer store, Path file) {
        // The one that follows is open, too.
        return store.cursor(file.toString()).orElse(0) == file.toFile().length()
                && store.workflows(WorkflowQuery.ALL.at(OPEN).most(2)).size() == 1;
    }
}
