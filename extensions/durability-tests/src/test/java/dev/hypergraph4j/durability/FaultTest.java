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
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.testing.ManualClock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Each statement of a workflow fails once, and each commit; then the workflow ends as it should. Where the connection breaks, nobody notices. Where the
 * database refuses a statement, the workflow may stop, but loudly, and ends as it should when it goes on: workers tell of it in their log, and go on with
 * other workflows. As it should is with the outputs, steps and messages of one without a fault, and no method run more often than it has been stopped.
 */
@ExtendWith(QuietWorkers.class)
class FaultTest {
    private static final int NUMBER = 4;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final HikariDataSource database = PostgresServer.newPool();

    @AfterEach
    void closeConnections() {
        database.close();
    }

    @ParameterizedTest(name = "{0}, {1}: {2}, before: {3}")
    @CsvSource({
        "streaming, RUN, REFUSED, true",
        "streaming, RUN, REFUSED, false",
        "streaming, RUN, CUT, true",
        "streaming, RUN, CUT, false",
        "question, SUBMIT, REFUSED, true",
        "question, SUBMIT, REFUSED, false",
        "question, SUBMIT, CUT, true",
        "question, SUBMIT, CUT, false",
        "spawning, RUN, REFUSED, true",
        "spawning, SUBMIT, REFUSED, true",
        "spawning, SUBMIT, REFUSED, false",
        "spawning, SUBMIT, CUT, false"
    })
    void workflowEndsAsItShouldWhicheverStatementFails(String name, Way way, Kind kind, boolean before) {
        Reference<?, ?> reference = Reference.named(name);
        try (Checkpointer store = open(database)) {
            Bodies faultless = new Bodies();
            Object expected = life(reference, way, "faultless", faultless, store);
            Family family = Family.of(store, "faultless");
            Map<String, Integer> bodies = family.byStep(faultless.runs());
            Map<String, Object> messages = Sent.delivered(store).onlyBy("faultless");
            assertThat(messages).hasSize(name.equals("streaming") ? 2 : 0);
            int call = 0;
            int stopped = 0;
            FaultyDatabase faulty;
            do {
                Fault fault = new Fault(kind, call++, before);
                String id = fault.toString();
                faulty = new FaultyDatabase(database, fault);
                Bodies ran = new Bodies();
                int again = isStopped(reference, way, id, ran, faulty) ? 1 : 0;
                if (kind == Kind.CUT) {
                    assertThat(again).as("stops by " + id).isZero();
                }
                stopped += again;
                assertThat(life(reference, way, id, ran, store)).as(id).isEqualTo(expected);
                Family same = Family.of(store, id);
                assertThat(same.steps()).as("steps of " + id).isEqualTo(family.steps());
                assertThat(Sent.delivered(store).onlyBy(id))
                        .as("messages of " + id)
                        .isEqualTo(messages);
                Map<String, Integer> runs = same.byStep(ran.runs());
                assertThat(runs.keySet()).as(id).isEqualTo(bodies.keySet());
                runs.forEach((step, count) ->
                        assertThat(count).as(step + " of " + id).isBetween(1, bodies.get(step) + again));
            } while (faulty.hasHappened());
            assertThat(call).isGreaterThan(20);
            if (kind == Kind.REFUSED) {
                // Not by what is not needed any more, such as that a connection be as it was.
                assertThat(stopped).as("workflows that were stopped").isBetween(1, call - 2);
            }
        }
    }

    private JdbcCheckpointer open(DataSource source) {
        return JdbcCheckpointer.builder().clock(clock).postgres(source);
    }

    /** Runs the workflow on a database with a fault; gives whether that has stopped it, or the process's own worker has it still, which was stopped. */
    private boolean isStopped(Reference<?, ?> reference, Way way, String id, Bodies bodies, FaultyDatabase faulty) {
        try (Checkpointer store = open(faulty.source())) {
            var unused = life(reference, way, id, bodies, store);
            return false;
        } catch (StoreException loud) {
            assertThat(loud).hasRootCauseMessage(id);
        } catch (UnfinishedException | ConflictException left) {
            assertThat(faulty.hasHappened()).as(id + " has happened").isTrue();
        }
        clock.advance(Duration.ofMinutes(1));
        return true;
    }

    private static <I, O> O life(Reference<I, O> reference, Way way, String id, Bodies bodies, Checkpointer store) {
        return new Life<>(reference, id, NUMBER, bodies, store).live(way);
    }
}
