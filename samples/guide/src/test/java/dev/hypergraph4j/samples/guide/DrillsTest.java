package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.OutboxRelay;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.Workflows.Resumption;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.AttemptStatus;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claimant;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.JournalEntry;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.OutboxMessage;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import dev.hypergraph4j.runtime.durable.WaitingMessage;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.samples.guide.durable.Delivery;
import dev.hypergraph4j.samples.guide.durable.Delivery.Courier;
import dev.hypergraph4j.samples.guide.durable.DeliveryGraph;
import dev.hypergraph4j.samples.guide.durable.DeliveryInputs;
import dev.hypergraph4j.samples.guide.durable.HastyDelivery;
import dev.hypergraph4j.samples.guide.durable.HastyDeliveryGraph;
import dev.hypergraph4j.samples.guide.durable.HastyDeliveryInputs;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The drills of {@code docs/operations.md}, on a store whose clock the tests turn. */
class DrillsTest {
    private static final Duration LEASE = Duration.ofSeconds(30);

    private final AtomicLong clock = new AtomicLong(System.currentTimeMillis());
    private final List<String> delivered = new ArrayList<>();
    private Courier courier = (parcel, context) -> {
        delivered.add(parcel);
        return "Ada";
    };

    private Path file;
    private Checkpointer store;
    private DeliveryGraph delivery;
    private Workflows workflows;

    @BeforeEach
    void open(@TempDir Path folder) {
        file = folder.resolve("workflows.db");
        reopen(file);
    }

    private void reopen(Path at) {
        if (store != null) {
            store.close();
        }
        store = JdbcCheckpointer.builder()
                .clock(clock::get)
                .patience(Duration.ZERO)
                .sqlite(at);
        delivery = DeliveryGraph.create(new Delivery((parcel, context) -> courier.deliver(parcel, context)));
        workflows = Workflows.on(store).serve(delivery).build();
    }

    @AfterEach
    void close() {
        workflows.close();
        store.close();
    }

    private DeliveryGraph by(String worker) {
        return delivery.with(SyncRunner.builder()
                .checkpointer(store, DurableOptions.defaults().worker(worker))
                .build());
    }

    private void run(String worker, String id) {
        by(worker).run(DeliveryInputs.of("7"), RunOptions.workflow(id));
    }

    /** A worker that dies in the middle: it has claimed the workflow, has begun a node, and is never heard of again. */
    private void dieInTheMiddle(String id) {
        dieInTheMiddle(id, "7");
    }

    private void dieInTheMiddle(String id, String order) {
        courier = (parcel, context) -> {
            clock.addAndGet(LEASE.toMillis() + 1);
            store.claim(id, new Claimant("the dead", Duration.ZERO, 100), false);
            return "nobody";
        };
        assertThatThrownBy(() -> by("dying").run(DeliveryInputs.of(order), RunOptions.workflow(id)))
                .isInstanceOf(LeaseLostException.class);
        clock.addAndGet(1);
    }

    @Test
    void stuckRun() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        courier = (parcel, context) -> {
            arrived.countDown();
            while (!context.stopRequested()) {
                Thread.onSpinWait();
            }
            return "Ada";
        };
        workflows.submit(delivery, "order-7", DeliveryInputs.of("7"));
        workflows.work();
        arrived.await();
        // tag::stuck
        for (Workflow workflow : store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.RUNNING))) {
            for (Attempt attempt : store.attempts(workflow.id())) {
                if (attempt.status() == AttemptStatus.STARTED) {
                    System.out.println(workflow.id() + " is at " + attempt.step() + ", attempt " + attempt.number()
                            + " of worker " + attempt.worker() + ", since " + attempt.startedAt());
                }
            }
        }
        workflows.cancel("order-7", "the courier is lost"); // or leave it, and look at what the node waits for
        // end::stuck
        workflows.drain(Duration.ofMinutes(1));
        assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.CANCELLED);
    }

    @Test
    void poisonRun() {
        for (int death = 0; death < 2; death++) {
            dieInTheMiddle("order-7");
        }
        courier = (parcel, context) -> "Ada";
        assertThat(workflows.workHere()).isZero();
        assertThat(store.find("order-7").orElseThrow().parkReason()).isEqualTo(ParkReason.RECOVERY_EXHAUSTED);
        // tag::poison
        for (Workflow parked : store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.PARKED))) {
            System.out.println(parked.id() + ": " + parked.parkReason() + " " + parked.reason());
            store.attempts(parked.id())
                    .forEach(attempt -> System.out.println("  " + attempt.step() + " " + attempt.status()));
        }
        // ... mend what kills the workers, then:
        Resumption outcome = workflows.resume("order-7"); // ACCEPTED
        // end::poison
        assertThat(outcome).isEqualTo(Resumption.ACCEPTED);
        while (!store.find("order-7").orElseThrow().status().isFinal()) {
            Thread.onSpinWait();
        }
        assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void versionMismatch() throws SQLException {
        dieInTheMiddle("order-7");
        update("UPDATE hg_step SET hash = 'of older code' WHERE node = 'pack'");
        courier = (parcel, context) -> "Ada";
        assertThat(workflows.workHere()).isZero();
        // tag::version
        Resumption outcome = workflows.resume("order-7"); // VERSION_INCOMPATIBLE
        // Where the recorded values are as good as new ones:
        DurableOptions trusting = DurableOptions.defaults().versionPolicy(VersionPolicy.TRUST);
        Workflows taking = Workflows.on(store).options(trusting).serve(delivery).build();
        int ran = taking.workHere(); // 1
        // end::version
        assertThat(outcome).isEqualTo(Resumption.VERSION_INCOMPATIBLE);
        assertThat(ran).isOne();
        assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void lostBlob(@TempDir Path folder) throws SQLException {
        String large = "x".repeat(100_000);
        dieInTheMiddle("order-7", large);
        courier = (parcel, context) -> "Ada";
        Path backup = folder.resolve("backup.db");
        update("VACUUM INTO '" + backup + "'");
        update("DELETE FROM hg_blob");
        // tag::blob
        workflows.workHere(); // parks it, and tells the hash of the value
        assertThat(store.find("order-7").orElseThrow().parkReason()).isEqualTo(ParkReason.VALUE_MISSING);
        // A value has the same hash in every store that has it: take it from a backup, and the workflow goes on.
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("ATTACH '" + backup + "' AS backup");
            statement.execute("INSERT OR IGNORE INTO hg_blob SELECT * FROM backup.hg_blob");
        }
        Resumption outcome = workflows.resume("order-7"); // ACCEPTED
        // Without a backup: make the workflow anew, under another id.
        by("second").run(DeliveryInputs.of(large), RunOptions.workflow("order-7-again"));
        // end::blob
        assertThat(outcome).isEqualTo(Resumption.ACCEPTED);
        while (!store.find("order-7").orElseThrow().status().isFinal()) {
            Thread.onSpinWait();
        }
        assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
        assertThat(store.find("order-7-again").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void restoreFromABackup(@TempDir Path folder) throws SQLException {
        dieInTheMiddle("order-7");
        Path backup = folder.resolve("backup.db");
        // tag::backup
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("VACUUM INTO '" + backup + "'"); // while workers go on
        }
        // end::backup
        assertThat(Files.exists(backup)).isTrue();
        courier = (parcel, context) -> "Ada";
        reopen(backup);
        // tag::restored
        workflows.workHere(); // goes on from what the backup has; what was done since is done again, with the same
        // effect ids
        // end::restored
        assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void diskFull(@TempDir Path folder) throws Exception {
        Path disk = Files.createDirectory(folder.resolve("disk"));
        boolean isMounted = call("mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", disk.toString());
        assumeTrue(isMounted || Boolean.getBoolean("disks.required"), "may mount a small disk");
        assertThat(isMounted)
                .as("a small disk can be mounted, which takes root")
                .isTrue();
        try {
            reopen(disk.resolve("workflows.db"));
            Path filler = disk.resolve("filler");
            courier = (parcel, context) -> {
                fill(filler);
                return "Ada";
            };
            // tag::full
            assertThatThrownBy(() -> run("first", "order-7")).isInstanceOf(StoreException.class);
            // ... free some space; when the lease of the first one is over, the same id goes on:
            // end::full
            Files.delete(filler);
            courier = (parcel, context) -> "Ada";
            clock.addAndGet(LEASE.toMillis() + 1);
            // tag::fullAgain
            run("second", "order-7");
            // end::fullAgain
            assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
        } finally {
            store.close();
            call("umount", disk.toString());
        }
    }

    private static void fill(Path filler) throws IOException {
        byte[] bytes = new byte[1024];
        try (OutputStream out = Files.newOutputStream(filler)) {
            while (true) {
                out.write(bytes);
            }
        } catch (IOException full) {
            assertThat(full).hasMessageContaining("No space left");
        }
    }

    private static boolean call(String... command) throws IOException, InterruptedException {
        return new ProcessBuilder(command).redirectErrorStream(true).start().waitFor() == 0;
    }

    @Test
    void zombieWorker() {
        courier = (parcel, context) -> {
            courier = (other, otherContext) -> "Ada";
            clock.addAndGet(LEASE.toMillis() + 1); // a long pause: of the garbage collector, or of the machine
            run("other", "order-7");
            return "zombie";
        };
        // tag::zombie
        assertThatThrownBy(() -> run("zombie", "order-7")).isInstanceOf(LeaseLostException.class);
        for (JournalEntry line : store.journal("order-7", 0, 100)) {
            System.out.println(line.number() + " " + line.type() + " " + line.step() + " in epoch " + line.epoch());
        }
        // end::zombie
        assertThat(by("third")
                        .run(DeliveryInputs.of("7"), RunOptions.workflow("order-7"))
                        .outputs()
                        .note())
                .isEqualTo("signed by Ada");
    }

    @Test
    void twoWorkersWithOneId() {
        courier = (parcel, context) -> {
            // tag::two
            assertThatThrownBy(() -> run("second", "order-7"))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("is run by worker 'first'");
            // end::two
            return "Ada";
        };
        run("first", "order-7");
        assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
    }

    @Test
    void cancelledButRunningBody() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        // tag::cancel
        courier = (parcel, context) -> {
            arrived.countDown();
            while (!context.stopRequested()) { // a node that takes long looks now and then
                Thread.onSpinWait();
            }
            return "nobody";
        };
        // end::cancel
        Workflows impatient = Workflows.on(store)
                .options(DurableOptions.defaults().lease(Duration.ofMillis(300)))
                .serve(delivery)
                .build();
        impatient.submit(delivery, "order-7", DeliveryInputs.of("7"));
        impatient.work();
        arrived.await();
        impatient.cancel("order-7", "not needed");
        while (store.find("order-7").orElseThrow().status() == WorkflowStatus.RUNNING) {
            Thread.onSpinWait();
        }
        impatient.drain(Duration.ofMinutes(1));
        assertThat(store.find("order-7").orElseThrow().status()).isEqualTo(WorkflowStatus.CANCELLED);
        assertThat(delivered).isEmpty();
    }

    @Test
    void undeliveredMessage() {
        courier = (parcel, context) -> {
            context.outbox("mail", parcel + " has left");
            context.outbox("mail", parcel + " has arrived");
            return "Ada";
        };
        run("first", "order-7");
        run("first", "order-8");
        boolean[] isBroken = {true};
        OutboxRelay relay = OutboxRelay.on(store)
                .to("mail", String.class, (mail, message) -> {
                    if (isBroken[0]) {
                        throw new IOException("no such host");
                    }
                    delivered.add(message.workflow() + ": " + mail);
                })
                .maxDeliveries(1)
                .build();
        assertThat(relay.workHere()).isZero();
        // tag::undelivered
        for (WaitingMessage waiting : store.undelivered(1_000)) {
            if (waiting.isLeftAlone()) {
                OutboxMessage message = waiting.message();
                System.out.println(message.id() + " of " + message.workflow() + " to " + message.target());
            }
        }
        // end::undelivered
        isBroken[0] = false;
        String wanted = store.undelivered(10).get(0).message().id();
        String unwanted = store.undelivered(10).get(2).message().id();
        // tag::redeliver
        store.redeliver(wanted, "ada"); // true: it is delivered, and then what is behind it
        store.strikeOut(unwanted, "the customer has called", "ada"); // true: what is behind it is delivered
        // end::redeliver
        assertThat(relay.workHere()).isEqualTo(3);
        assertThat(delivered)
                .containsExactlyInAnyOrder(
                        "order-7: parcel of 7 has left",
                        "order-7: parcel of 7 has arrived",
                        "order-8: parcel of 7 has arrived");
        assertThat(store.undelivered(10)).isEmpty();
        assertThat(store.journal("order-8", 0, 100))
                .last()
                .satisfies(line -> assertThat(line.detail()).isEqualTo(unwanted + " by ada: the customer has called"));
    }

    @Test
    void badDeployment() {
        long deployed = store.now();
        HastyDeliveryGraph next = HastyDeliveryGraph.create(new HastyDelivery(courier));
        try (Workflows deployment = Workflows.on(store).serve(next).build()) {
            for (int order = 1; order <= 3; order++) {
                deployment.submit(next, "order-" + order, HastyDeliveryInputs.of(String.valueOf(order)));
            }
            assertThat(deployment.workHere()).isEqualTo(3);
        }
        // tag::deployment
        WorkflowQuery failed =
                WorkflowQuery.ALL.at(WorkflowStatus.FAILED).of("delivery").created(deployed, Long.MAX_VALUE);
        for (Workflow workflow : store.workflows(failed)) {
            workflows.retry(workflow.id(), workflow.id() + "-2"); // takes over what had completed
        }
        int ran = workflows.workHere(); // 3
        // end::deployment
        assertThat(ran).isEqualTo(3);
        assertThat(delivered).as("what had completed is taken over").hasSize(3);
        assertThat(store.workflows(WorkflowQuery.ALL.at(WorkflowStatus.COMPLETED)))
                .extracting(Workflow::id)
                .containsExactlyInAnyOrder("order-1-2", "order-2-2", "order-3-2");
        assertThat(store.claimable(Set.of("delivery"), 10)).isEmpty();
    }

    private void update(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
