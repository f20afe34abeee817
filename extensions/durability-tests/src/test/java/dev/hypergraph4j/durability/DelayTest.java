package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.FaultyDatabase.Fault;
import dev.hypergraph4j.durability.FaultyDatabase.Kind;
import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.testing.ManualClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each statement of a workflow, and each commit, takes longer than the lease, and another process takes the workflow over meanwhile: it ends once, as it should. */
class DelayTest {
    private static final Reference<?, ?> STREAMING = Reference.ALL.get(7);
    private static final int NUMBER = 4;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String WAITING = """
            SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""";

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final DataSource database = PostgresServer.newDatabase();

    @ParameterizedTest(name = "before: {0}")
    @ValueSource(booleans = {true, false})
    void workflowIsTakenOverAndEndsOnceWhicheverStatementIsDelayed(boolean before) {
        Object expected;
        try (Checkpointer store = open(database)) {
            expected = life(STREAMING, "faultless", new Bodies(), store);
        }
        int call = 0;
        int fenced = 0;
        FaultyDatabase delayed;
        do {
            Fault fault = new Fault(Kind.DELAYED, call++, before);
            String id = fault.toString();
            Bodies bodies = new Bodies();
            CompletableFuture<Optional<Object>> other = new CompletableFuture<>();
            delayed = new FaultyDatabase(database, fault, () -> takeOver(id, bodies, other));
            Optional<Object> one = lived(id, bodies, delayed.source());
            if (delayed.hasHappened()) {
                assertThat(one.or(other::join)).as(id).isPresent();
                fenced += one.isEmpty() ? 1 : 0;
            }
            isOverOnceWith(expected, id, bodies);
        } while (delayed.hasHappened());
        assertThat(call).isGreaterThan(20);
        assertThat(fenced).as("workflows that were taken over").isPositive();
    }

    private void isOverOnceWith(Object expected, String id, Bodies bodies) {
        try (Checkpointer store = open(database)) {
            assertThat(life(STREAMING, id, bodies, store)).as(id).isEqualTo(expected);
            assertThat(Invariants.of(store, id).claims()).as(id).isBetween(1L, 2L);
            assertThat(store.find(id).orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
            assertThat(bodies.runs().values()).as(id).allMatch(count -> count <= 2);
        }
    }

    /** Has another process run the workflow, which has no lease any more, until it is through or can't go on before the delayed one has. */
    private void takeOver(String id, Bodies bodies, CompletableFuture<Optional<Object>> other) {
        clock.advance(LONG);
        new Thread(() -> other.completeAsync(() -> lived(id, bodies, database), Runnable::run), "other process")
                .start();
        Until.so("the other process is through, or waits", () -> other.isDone() || isSomebodyWaiting());
    }

    private boolean isSomebodyWaiting() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery(WAITING)) {
            found.next();
            return found.getInt(1) > 0;
        } catch (SQLException failure) {
            throw new AssertionError(failure);
        }
    }

    /** What the workflow gives a process; empty if that one has to leave it to another. */
    private Optional<Object> lived(String id, Bodies bodies, DataSource source) {
        try (Checkpointer store = open(source)) {
            Object outputs = life(STREAMING, id, bodies, store);
            return Optional.of(outputs);
        } catch (LeaseLostException | ConflictException another) {
            return Optional.empty();
        }
    }

    private JdbcCheckpointer open(DataSource source) {
        return JdbcCheckpointer.builder().clock(clock).postgres(source);
    }

    private static <I, O> O life(Reference<I, O> reference, String id, Bodies bodies, Checkpointer store) {
        return new Life<>(reference, id, NUMBER, bodies, store).live(Way.RUN);
    }
}
