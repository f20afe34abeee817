package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.Fork;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.AnswerReceipt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.InboxMessage;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.PendingQuestion;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.samples.guide.durable.Following;
import dev.hypergraph4j.samples.guide.durable.FollowingGraph;
import dev.hypergraph4j.samples.guide.durable.FollowingInputs;
import dev.hypergraph4j.samples.guide.durable.Importing;
import dev.hypergraph4j.samples.guide.durable.ImportingGraph;
import dev.hypergraph4j.samples.guide.durable.ImportingInputs;
import dev.hypergraph4j.samples.guide.durable.Metering;
import dev.hypergraph4j.samples.guide.durable.MeteringGraph;
import dev.hypergraph4j.samples.guide.durable.MeteringInputs;
import dev.hypergraph4j.samples.guide.durable.Purchase.Line;
import dev.hypergraph4j.samples.guide.durable.Purchase.Payment;
import dev.hypergraph4j.samples.guide.durable.PurchaseGraph;
import dev.hypergraph4j.samples.guide.durable.PurchaseInputs;
import dev.hypergraph4j.samples.guide.durable.PurchaseOutputs;
import dev.hypergraph4j.samples.guide.durable.TrackingGraph;
import dev.hypergraph4j.samples.guide.durable.TrackingInputs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DurableTest {
    private final List<Line> lines = List.of(new Line("paper", 10, 4), new Line("ink", 1, 30));
    private Path file;

    @BeforeEach
    void chooseFile(@TempDir Path folder) {
        file = folder.resolve("workflows.db");
    }

    @Test
    void workflowPausesAndGoesOnInAnotherProcess() {
        // tag::start
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            SyncRunner runner = SyncRunner.builder().checkpointer(store).build();
            PurchaseGraph purchase = PurchaseGraph.create().with(runner);

            RunResult<PurchaseOutputs> result =
                    purchase.run(PurchaseInputs.of(lines, "17"), RunOptions.workflow("order-17"));

            result.status(); // PAUSED
        }
        // end::start
        // tag::answer
        try (Checkpointer store = JdbcCheckpointer.sqlite(file);
                Workflows workflows =
                        Workflows.on(store).serve(PurchaseGraph.create()).build()) {
            for (PendingQuestion question : workflows.pending()) {
                System.out.println(
                        question.workflow() + ": " + question.question().prompt());
                AnswerReceipt receipt = workflows.answer(question, true, "ada");
                receipt.accepted(); // true: of several answers the first counts
            }
            workflows.workHere(); // runs what there is to run; work() does so in the background
        }
        // end::answer
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            PurchaseGraph purchase = PurchaseGraph.create()
                    .with(SyncRunner.builder().checkpointer(store).build());
            // tag::again
            RunResult<PurchaseOutputs> result =
                    purchase.run(PurchaseInputs.of(lines, "17"), RunOptions.workflow("order-17"));

            result.outputs().paid(); // Optional[70]
            result.log().stats("pay").replayed(); // 1
            // end::again
            assertThat(result.outputs().paid()).contains(70);
            assertThat(result.log().stats("pay").replayed()).isEqualTo(1);
            // tag::conflict
            assertThatThrownBy(() -> purchase.run(PurchaseInputs.of(lines, "18"), RunOptions.workflow("order-17")))
                    .isInstanceOf(ConflictException.class);
            // end::conflict
        }
    }

    @Test
    void workersRunWhatWasSubmitted() {
        PurchaseGraph purchase = PurchaseGraph.create();
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            // tag::submit
            try (Workflows workflows = Workflows.on(store).serve(purchase).build()) {
                workflows.submit(purchase, "order-17", PurchaseInputs.of(lines, "17")); // recorded when it returns
                workflows.work(); // in the background, until it is closed
            }
            // end::submit
            // tag::relay
            for (OutboxMessage message : store.outbox(100)) {
                Payment payment = (Payment) store.codec().decode(message.payload(), Payment.class);
                System.out.println("paying " + payment.amount() + ", once for " + message.id());
                store.delivered(message.id());
            }
            // end::relay
            assertThat(store.find("order-17").orElseThrow().status()).isNotEqualTo(WorkflowStatus.FAILED);
        }
    }

    @Test
    void forkSharesTheHistoryOfItsSource() {
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            PurchaseGraph purchase = PurchaseGraph.create();
            Workflows workflows = Workflows.on(store).serve(purchase).build();
            workflows.submit(purchase, "order-17", PurchaseInputs.of(lines, "17"));
            workflows.workHere();
            workflows.answer("order-17", "approve", false, "ada");
            workflows.workHere();

            // tag::fork
            workflows.fork(Fork.of("order-17").as("order-17b").at("approve"));
            workflows.workHere();
            // end::fork

            assertThat(store.pending()).extracting(PendingQuestion::workflow).containsExactly("order-17b");
            assertThat(workflows
                            .result(purchase, "order-17")
                            .orElseThrow()
                            .outputs()
                            .reason())
                    .contains("17 was declined");
        }
    }

    @Test
    void messagesAreTakenWheneverTheyCome() {
        TrackingGraph tracking = TrackingGraph.create();
        try (Checkpointer store = JdbcCheckpointer.sqlite(file);
                Workflows workflows = Workflows.on(store).serve(tracking).build()) {
            // tag::send
            workflows.submit(tracking, "parcel-3", TrackingInputs.of(0));
            workflows.send("parcel-3", "scan", "scan 4711", "depot", "scanner 2");
            workflows.send("parcel-3", "scan", "scan 4711", "depot", "scanner 2"); // again: it changes nothing
            workflows.workHere(); // comes through the depot, and waits for the next place
            workflows.send("parcel-3", "scan", "scan 4712", "home", "scanner 9");
            workflows.workHere();

            workflows.result(tracking, "parcel-3").orElseThrow().outputs().seen(); // home at stop 2
            // end::send
            assertThat(workflows
                            .result(tracking, "parcel-3")
                            .orElseThrow()
                            .outputs()
                            .seen())
                    .isEqualTo("home at stop 2");
            assertThat(workflows.inbox("parcel-3"))
                    .extracting(InboxMessage::id, InboxMessage::step)
                    .containsExactly(tuple("scan 4711", "scan"), tuple("scan 4712", "scan#1"));
        }
    }

    @Test
    void whatNeverEndsIsOneWorkflowAfterTheOther() {
        AtomicReference<Workflows> working = new AtomicReference<>();
        AtomicReference<MeteringGraph> graph = new AtomicReference<>();
        graph.set(MeteringGraph.create(new Metering(working::get, graph::get)));
        try (Checkpointer store = JdbcCheckpointer.sqlite(file);
                Workflows workflows = Workflows.on(store).serve(graph.get()).build()) {
            working.set(workflows);
            workflows.submit(graph.get(), "meter-1/day-1", MeteringInputs.of(0, 1));
            for (int hour = 1; hour <= 24; hour++) {
                workflows.send("meter-1/day-1", "read", "hour " + hour, 100 + hour, "meter 1");
            }
            workflows.workHere();

            assertThat(workflows
                            .result(graph.get(), "meter-1/day-1")
                            .orElseThrow()
                            .outputs()
                            .next())
                    .isEqualTo("meter-1/day-2");
            assertThat(store.find("meter-1/day-2").orElseThrow().status()).isEqualTo(WorkflowStatus.PAUSED);
        }
    }

    @Test
    void effectsAreRecordedWithTheirSteps() throws Exception {
        List<String> printer = new ArrayList<>();
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE booking (id TEXT PRIMARY KEY, amount INTEGER)");
        }
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            ImportingGraph importing = ImportingGraph.create(new Importing(printer))
                    .with(SyncRunner.builder().checkpointer(store).build());
            for (int run = 0; run < 2; run++) {
                var result = importing.run(ImportingInputs.of(List.of(1, 2, 3)), RunOptions.workflow("import"));
                assertThat(result.status()).isEqualTo(RunStatus.COMPLETED);
            }
        }
        assertThat(printer).containsExactly("label 6");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*), sum(amount) FROM booking")) {
            assertThat(rows.getInt(1)).isEqualTo(1);
            assertThat(rows.getInt(2)).isEqualTo(6);
        }
    }

    @Test
    void workerThatShutsDownGivesItsWorkflowsBack() {
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            Workflows workflows =
                    Workflows.on(store).serve(PurchaseGraph.create()).build().work();
            // tag::drain
            Thread drain = new Thread(() -> workflows.drain(Duration.ofSeconds(20)));
            Runtime.getRuntime().addShutdownHook(drain); // what SIGTERM calls
            // end::drain
            assertThat(Runtime.getRuntime().removeShutdownHook(drain)).isTrue();
            assertThat(workflows.drain(Duration.ofSeconds(20))).isTrue();
        }
    }

    @Test
    void triggerThatReadsAFileGoesOnWhereItWas(@TempDir Path folder) throws Exception {
        Path orders = Files.writeString(folder.resolve("orders.txt"), "17\n18\n");
        PurchaseGraph purchase = PurchaseGraph.create();
        for (int process = 0; process < 3; process++) {
            try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
                Workflows workflows = Workflows.on(store).serve(purchase).build();
                // tag::trigger
                long position = workflows.cursor("orders.txt").orElse(0);
                for (String order : Files.readAllLines(orders).subList((int) position, lineCount(orders))) {
                    position++;
                    workflows.admit(
                            "orders.txt", position, purchase, "order-" + order, PurchaseInputs.of(lines, order));
                }
                // end::trigger
                workflows.workHere();
                assertThat(workflows.pending()).hasSize(2 + process);
                assertThat(workflows.cursor("orders.txt")).hasValue(2 + process);
            }
            Files.writeString(orders, (19 + process) + "\n", StandardOpenOption.APPEND);
        }
    }

    @Test
    void nodeThatFollowsAFileGoesOnWhereItWas(@TempDir Path folder) throws Exception {
        Path orders = Files.writeString(folder.resolve("orders.txt"), "17\n18\n");
        for (int process = 0; process < 3; process++) {
            try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
                // tag::follow
                PurchaseGraph purchase = PurchaseGraph.create();
                AtomicReference<Workflows> here = new AtomicReference<>();
                FollowingGraph following = FollowingGraph.create(new Following(here::get, purchase));
                Workflows workflows =
                        Workflows.on(store).serve(purchase).serve(following).build();
                here.set(workflows); // what is admitted here is seen at once
                workflows.work().submit(following, "orders", FollowingInputs.of(orders.toString()));
                // end::follow
                awaitPending(workflows, 2 + 2 * process);
                Files.writeString(orders, (19 + 2 * process) + "\n" + (20 + 2 * process), StandardOpenOption.APPEND);
                awaitPending(workflows, 3 + 2 * process);
                Files.writeString(orders, "\n", StandardOpenOption.APPEND);
                assertThat(workflows.drain(Duration.ofSeconds(60))).isTrue();
                assertThat(store.find("orders").orElseThrow().status()).isEqualTo(WorkflowStatus.QUEUED);
            }
        }
    }

    private static void awaitPending(Workflows workflows, int count) {
        while (workflows.pending().size() < count) {
            LockSupport.parkNanos(1_000_000);
        }
        assertThat(workflows.pending()).hasSize(count);
    }

    private static int lineCount(Path lines) throws IOException {
        return Files.readAllLines(lines).size();
    }

    @Test
    void finishedWorkflowsAreKeptForAWhile() {
        PurchaseGraph purchase = PurchaseGraph.create();
        try (Checkpointer store = JdbcCheckpointer.sqlite(file)) {
            Workflows workflows = Workflows.on(store).serve(purchase).build();
            workflows.submit(purchase, "order-17", PurchaseInputs.of(lines, "17"));
            workflows.workHere();
            workflows.answer("order-17", "approve", false, "ada");
            workflows.workHere();
            // tag::retention
            store.keepHouse(Retention.FOREVER
                    .keepSteps(Duration.ofDays(30)) // then inputs, outputs and lineage remain
                    .keepWorkflow(Duration.ofDays(365)));
            // end::retention
            Retention.Report report = store.keepHouse(Retention.FOREVER.keepSteps(Duration.ofDays(-1)));
            assertThat(report.compacted()).isEqualTo(1);
            assertThat(workflows
                            .result(purchase, "order-17")
                            .orElseThrow()
                            .outputs()
                            .reason())
                    .contains("17 was declined");
        }
    }
}
