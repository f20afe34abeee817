package dev.hypergraph4j.durability;

import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.samples.guide.durable.Following;
import dev.hypergraph4j.samples.guide.durable.FollowingGraph;
import dev.hypergraph4j.samples.guide.durable.FollowingInputs;
import dev.hypergraph4j.samples.guide.durable.PurchaseGraph;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A process that follows a file of orders as the guide does. It tells on its output when it has begun to. */
final class FollowingProcess {
    static final String ID = "orders";

    private static final WorkflowStatus[] OPEN = {WorkflowStatus.QUEUED, WorkflowStatus.RUNNING};

    private FollowingProcess() {}

    /**
     * What a process is told.
     *
     * @param ahead how far its clock is ahead, in milliseconds
     * @param recoveryCap how often it claims in a row what others have died with
     * @param ends whether it ends when all that is in the file has come as far as it goes by itself; if not, it has to be killed
     */
    record Task(Place place, Path file, long ahead, int recoveryCap, boolean ends) {
        Task after(long millis) {
            return new Task(place, file, ahead + millis, recoveryCap, ends);
        }

        Task ending(boolean itEnds) {
            return new Task(place, file, ahead, recoveryCap, itEnds);
        }

        static Task of(String... words) {
            return new Task(
                    new Place(words[0]),
                    Path.of(words[1]),
                    Long.parseLong(words[2]),
                    Integer.parseInt(words[3]),
                    Boolean.parseBoolean(words[4]));
        }

        List<String> words() {
            return List.of(
                    place.address(),
                    file.toString(),
                    String.valueOf(ahead),
                    String.valueOf(recoveryCap),
                    String.valueOf(ends));
        }
    }

    /** Works as told. */
    public static void main(String... words) throws IOException {
        Task task = Task.of(words);
        try (Checkpointer store = task.place().open(task.ahead())) {
            PurchaseGraph purchase = PurchaseGraph.create();
            Workflows admitting = Workflows.on(store).serve(purchase).build();
            FollowingGraph following = FollowingGraph.create(new Following(() -> admitting, purchase));
            Workflows workflows = Workflows.on(store)
                    .options(DurableOptions.defaults().recoveryCap(task.recoveryCap()))
                    .poll(Duration.ofMillis(20))
                    .serve(purchase)
                    .serve(following)
                    .build()
                    .work();
            workflows.submit(following, ID, FollowingInputs.of(task.file().toString()));
            Until.so("it follows the file", () -> follows(store));
            System.out.println("follows");
            if (!task.ends()) {
                awaitDeath();
            }
            Until.so("all that is in the file has come as far as it goes", () -> isOver(store, task.file()));
            workflows.drain(Duration.ofMinutes(1));
        }
    }

    /** Whether this process has recorded that its node has begun. */
    private static boolean follows(Checkpointer store) {
        Workflow workflow = store.find(ID).orElseThrow();
        if (workflow.status() == WorkflowStatus.PARKED) {
            throw new IllegalStateException("The file is not followed any more: " + workflow);
        }
        return workflow.owner().startsWith(ProcessHandle.current().pid() + "-")
                && store.journal(ID, 0, Integer.MAX_VALUE).stream()
                        .anyMatch(line -> line.type().equals("SAVED") && line.epoch() == workflow.epoch());
    }

    /** Until whoever is to kill it is dead, which ends its input. */
    private static void awaitDeath() throws IOException {
        int read = System.in.read();
        throw new IllegalStateException("It was not killed, and read " + read);
    }

    private static boolean isOver(Checkpointer store, Path file) {
        // The one that follows is open, too.
        return store.cursor(file.toString()).orElse(0) == file.toFile().length()
                && store.workflows(WorkflowQuery.ALL.at(OPEN).most(2)).size() == 1;
    }
}
