package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import dev.hypergraph4j.durability.FaultyDatabase.Fault;
import dev.hypergraph4j.durability.FaultyDatabase.Kind;
import dev.hypergraph4j.durability.Life.UnfinishedException;
import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.LeaseLostException;
import dev.hypergraph4j.testing.ManualClock;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each statement of a workflow, and each commit, takes longer than the lease, and another process takes the workflow over meanwhile: it ends once, as it should, and has sent each message once. */
@ExtendWith(QuietWorkers.class)
class DelayTest {
    private static final int NUMBER = 4;
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final String WAITING = """
            SELECT COUNT(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'""";

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final HikariDataSource database = PostgresServer.newPool();

    @AfterEach
    void closeConnections() {
        database.close();
    }

    @ParameterizedTest(name = "{0}, {1}, before: {2}")
    @CsvSource({
        "streaming, RUN, true",
        "streaming, RUN, false",
        "question, RUN, true",
        "question, SUBMIT, true",
        "spawning, RUN, true",
        "spawning, SUBMIT, true",
        "spawning, SUBMIT, false"
    })
    void workflowIsTakenOverAndEndsOnceWhicheverStatementIsDelayed(String name, Way way, boolean before) {
        Shared<?, ?> shared = new Shared<>(Reference.named(name), way);
        int call = 0;
        int takenOver = 0;
        FaultyDatabase delayed;
        try (Checkpointer store = open(database)) {
            Bodies faultless = new Bodies();
            Object expected = shared.lived("faultless", faultless, store).orElseThrow();
            Family family = Family.of(store, "faultless");
            Map<String, Integer> once = family.byStep(faultless.runs());
            Map<String, Object> messages = Sent.delivered(store).onlyBy("faultless");
            assertThat(messages).hasSize(name.equals("streaming") ? 2 : 0);
            do {
                Fault fault = new Fault(Kind.DELAYED, call++, before);
                String id = fault.toString();
                Bodies bodies = new Bodies();
                CompletableFuture<Optional<Object>> other = new CompletableFuture<>();
                delayed = new FaultyDatabase(fault, () -> takeOver(shared, id, bodies, other));
                Optional<Object> one = shared.lived(id, bodies, delayed.around(database));
                if (delayed.hasHappened()) {
                    assertThat(other.join().or(() -> one)).as(id).isPresent();
                }
                assertThat(shared.lived(id, bodies, store)).as(id).contains(expected);
                Family same = Family.of(store, id);
                takenOver += isTakenOver(id, same.claims(), family.claims()) ? 1 : 0;
                assertThat(same.steps()).as("steps of " + id).isEqualTo(family.steps());
                assertThat(Sent.delivered(store).onlyBy(id))
                        .as("messages of " + id)
                        .isEqualTo(messages);
                Map<String, Integer> runs = same.byStep(bodies.runs());
                assertThat(runs.keySet()).as(id).isEqualTo(once.keySet());
                runs.forEach((step, count) ->
                        assertThat(count).as(step + " of " + id).isBetween(once.get(step), once.get(step) + 1));
            } while (delayed.hasHappened());
        }
        assertThat(call).isGreaterThan(20);
        assertThat(takenOver).as("workflows that were taken over").isPositive();
    }

    /** Whether the other process has claimed the workflow, or the one that it spawned: each once at most. */
    private static boolean isTakenOver(String id, Map<String, Long> claimed, Map<String, Long> faultless) {
        assertThat(claimed.keySet()).as(id).isEqualTo(faultless.keySet());
        claimed.forEach((member, claims) -> assertThat(claims)
                .as("claims of '" + member + "' of " + id)
                .isBetween(faultless.get(member), faultless.get(member) + 1));
        return !claimed.equals(faultless);
    }

    /** Has another process run the workflow, which has no lease any more, until it is through or can't go on before the delayed one has. */
    private void takeOver(Shared<?, ?> shared, String id, Bodies bodies, CompletableFuture<Optional<Object>> other) {
        clock.advance(LONG);
        new Thread(() -> other.completeAsync(() -> shared.lived(id, bodies, database), Runnable::run), "other process")
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

    private JdbcCheckpointer open(DataSource source) {
        return JdbcCheckpointer.builder().clock(clock).postgres(source);
    }

    /** Workflows that several processes work on in the same way. */
    private final class Shared<I, O> {
        private final Reference<I, O> reference;
        private final Way way;

        Shared(Reference<I, O> reference, Way way) {
            this.reference = reference;
            this.way = way;
        }

        /** What a workflow gives a process; empty if that one has to leave it to another. */
        Optional<Object> lived(String id, Bodies bodies, DataSource source) {
            try (Checkpointer store = open(source)) {
                return lived(id, bodies, store);
            }
        }

        Optional<Object> lived(String id, Bodies bodies, Checkpointer store) {
            try {
                return Optional.of(new Life<>(reference, id, NUMBER, bodies, store).live(way));
            } catch (LeaseLostException | ConflictException | UnfinishedException another) {
                return Optional.empty();
            }
        }
    }
}
