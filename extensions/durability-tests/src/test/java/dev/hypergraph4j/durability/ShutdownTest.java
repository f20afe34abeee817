package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.durability.graphs.ChainInputs;
import dev.hypergraph4j.durability.graphs.Receiver;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A process that SIGTERM ends, and whose shutdown hook drains its workers: another one goes on at once, long before the leases would be over. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class ShutdownTest {
    private static final String ARRIVED = "arrived";
    private static final int TERMINATED = 128 + 15;

    @TempDir
    private Path folder;

    /** What the node does at which SIGTERM comes. */
    enum Stay {
        /** It ends, as it is told to. */
        UNTIL_STOPPED,
        /** It ends when it is interrupted. */
        UNTIL_INTERRUPTED,
        FOR_EVER
    }

    /** The process. */
    static final class Terminated {
        private Terminated() {}

        /** Works until it is ended: {@code file stay millis}. */
        public static void main(String... words) throws InterruptedException {
            Stay stay = Stay.valueOf(words[1]);
            Duration atMost = Duration.ofMillis(Long.parseLong(words[2]));
            Checkpointer store = JdbcCheckpointer.sqlite(Path.of(words[0]));
            ChainGraph chain = ChainGraph.create(new Chain((context, effect) -> at(context, stay)));
            Workflows workflows = Workflows.on(store).serve(chain).build();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> workflows.drain(atMost)));
            workflows.submit(chain, "w", ChainInputs.of(7));
            workflows.work();
            new CountDownLatch(1).await();
        }

        private static void at(NodeContext context, Stay stay) {
            if (context.path().equals("weigh")) {
                System.out.println(ARRIVED);
                boolean stays = true;
                while (stays) {
                    stays = stay == Stay.FOR_EVER
                            || !(stay == Stay.UNTIL_STOPPED
                                    ? context.stopRequested()
                                    : Thread.currentThread().isInterrupted());
                    Thread.onSpinWait();
                }
            }
        }
    }

    /** Has a process end that is at the second of four nodes. */
    private void terminate(Stay stay, Duration atMost) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Terminated.class.getName(),
                        file().toString(),
                        stay.name(),
                        String.valueOf(atMost.toMillis()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = process.inputReader()) {
            assertThat(output.readLine()).isEqualTo(ARRIVED);
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(TERMINATED);
        } finally {
            process.destroyForcibly();
        }
    }

    private Path file() {
        return folder.resolve("workflows.db");
    }

    /** Goes on in this process, and gives which nodes that took. */
    private List<String> goOn() {
        List<String> ran = new ArrayList<>();
        Receiver receiver = (context, effect) -> ran.add(context.path());
        try (Checkpointer store = JdbcCheckpointer.sqlite(file())) {
            Workflow left = store.find("w").orElseThrow();
            assertThat(left.status()).isEqualTo(WorkflowStatus.QUEUED);
            assertThat(left.recoveries()).isZero();
            ChainGraph chain = ChainGraph.create(new Chain(receiver));
            Workflows workflows = Workflows.on(store).serve(chain).build();
            assertThat(workflows.workHere()).isOne();
            assertThat(workflows.result(chain, "w").orElseThrow().outputs().sent())
                    .isEqualTo("parcel 7 with stamp of 80");
            Invariants.of(store, "w");
            assertThat(store.find("w").orElseThrow().recoveries()).isZero();
        }
        return ran;
    }

    private List<AttemptStatus> weighed() {
        try (Checkpointer store = JdbcCheckpointer.sqlite(file())) {
            return store.attempts("w").stream()
                    .filter(attempt -> attempt.step().equals("weigh"))
                    .map(Attempt::status)
                    .toList();
        }
    }

    @Test
    void nodeThatEndsInTimeIsRecorded() throws IOException, InterruptedException {
        terminate(Stay.UNTIL_STOPPED, Duration.ofSeconds(60));

        assertThat(goOn()).containsExactly("stamp", "send");
        assertThat(weighed()).containsExactly(AttemptStatus.COMPLETED);
    }

    @Test
    void nodeThatEndsWhenItIsInterruptedIsRunAgainByAnother() throws IOException, InterruptedException {
        terminate(Stay.UNTIL_INTERRUPTED, Duration.ofMillis(50));

        assertThat(goOn()).containsExactly("weigh", "stamp", "send");
        assertThat(weighed()).containsExactly(AttemptStatus.OUTCOME_UNKNOWN, AttemptStatus.COMPLETED);
    }

    @Test
    void nodeThatEndsNeverIsRunAgainByAnother() throws IOException, InterruptedException {
        terminate(Stay.FOR_EVER, Duration.ofMillis(50));

        assertThat(goOn()).containsExactly("weigh", "stamp", "send");
        assertThat(weighed()).containsExactly(AttemptStatus.OUTCOME_UNKNOWN, AttemptStatus.COMPLETED);
    }
}
