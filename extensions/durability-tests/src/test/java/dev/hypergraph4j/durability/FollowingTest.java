package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.ChildJvm.Child;
import dev.hypergraph4j.durability.FollowingProcess.Task;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The node of the guide that follows a file of orders, whose processes are killed by SIGKILL: each order becomes one workflow. */
class FollowingTest {
    private static final int KILLS = 12;
    private static final int ORDERS_A_LIFE = 6;
    private static final int RECOVERY_CAP = DurableOptions.defaults().claimant().recoveryCap();
    private static final long LEAP_MILLIS = 60_000;

    @TempDir
    private Path folder;

    private ChildJvm jvm;
    private Task task;
    private int orders;

    /** What is killed with an order again and again, before it has got on with it, is to go on as well here. */
    @Test
    void eachOrderBecomesOneWorkflowHoweverOftenTheProcessIsKilledThatFollows() throws IOException {
        begin(Integer.MAX_VALUE);
        Seeds.with(Seeds.one(), seed -> {
            Random random = new Random(seed);
            for (int i = 0; i < KILLS; i++) {
                addOrders();
                liveAndBeKilled(random.nextInt(150_000));
            }
        });
        liveToTheEnd();

        check();
    }

    @Test
    void fileIsFollowedHoweverOftenTheProcessIsKilledWhileNothingIsAdded() throws IOException {
        begin(RECOVERY_CAP);
        for (int i = 0; i < RECOVERY_CAP + 2; i++) {
            liveAndBeKilled(0);
        }
        addOrders();
        liveToTheEnd();

        check();
    }

    private void begin(int recoveryCap) throws IOException {
        Path file = Files.createFile(folder.resolve("orders.txt"));
        Place place = new Place(folder.resolve("workflows.db").toString());
        task = new Task(place, file, 0, recoveryCap, true);
        jvm = new ChildJvm(folder, FollowingProcess.class);
        jvm.archive(task.words());
    }

    private void addOrders() {
        String lines = IntStream.range(orders, orders + ORDERS_A_LIFE)
                .mapToObj(order -> order + "\n")
                .collect(Collectors.joining());
        try {
            Files.writeString(task.file(), lines, StandardOpenOption.APPEND);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        }
        orders += ORDERS_A_LIFE;
    }

    /** A process that dies so long after it has begun to follow, and of nothing else. */
    private void liveAndBeKilled(int micros) {
        Child child = start(false);
        boolean lives = child.read(1, new ArrayList<>()) && child.live(micros);
        child.kill();
        child.readToEnd(new ArrayList<>());
        assertThat(lives)
                .as(() -> "process is there to be killed: " + jvm.errors())
                .isTrue();
        assertThat(child.exitCode()).as(() -> jvm.errors()).isEqualTo(137);
    }

    private void liveToTheEnd() {
        Child child = start(true);
        child.readToEnd(new ArrayList<>());
        assertThat(child.exitCode()).as(() -> jvm.errors()).isZero();
    }

    private Child start(boolean ends) {
        task = task.after(LEAP_MILLIS).ending(ends);
        return jvm.start(task.words());
    }

    private void check() {
        try (Checkpointer store = task.place().open(task.ahead())) {
            assertThat(store.cursor(task.file().toString()))
                    .hasValue(task.file().toFile().length());
            Map<String, String> asked = store.pending().stream()
                    .collect(Collectors.toMap(
                            PendingQuestion::workflow,
                            pending -> pending.question().prompt()));
            assertThat(asked)
                    .isEqualTo(IntStream.range(0, orders)
                            .boxed()
                            .collect(Collectors.toMap(
                                    order -> "order-" + order, order -> "Pay 40 for order " + order + "?")));
            List<Workflow> all = store.workflows(WorkflowQuery.ALL.most(10_000));
            assertThat(all).hasSize(orders + 1);
            all.forEach(workflow -> Invariants.of(store, workflow.id()));
            assertThat(store.find(FollowingProcess.ID).orElseThrow().status()).isEqualTo(WorkflowStatus.QUEUED);
        }
    }
}
