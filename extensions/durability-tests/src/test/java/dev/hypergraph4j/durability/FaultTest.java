package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.durability.FaultyDatabase.Fault;
import dev.hypergraph4j.durability.FaultyDatabase.Kind;
import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.jdbc.JdbcCheckpointer;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.testing.ManualClock;
import java.time.Duration;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each statement of a workflow fails once, and each commit; then the workflow ends as it should, or stops loudly and ends so when it goes on. */
class FaultTest {
    private static final Reference<?, ?> STREAMING = Reference.ALL.get(7);
    private static final int NUMBER = 4;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);
    private final DataSource database = PostgresServer.newDatabase();

    @ParameterizedTest(name = "{0}, before: {1}")
    @CsvSource({"REFUSED, true", "REFUSED, false", "CUT, true", "CUT, false"})
    void workflowEndsAsItShouldWhicheverStatementFails(Kind kind, boolean before) {
        Object expected;
        Map<String, Integer> bodies;
        try (Checkpointer store = open(database)) {
            Bodies ran = new Bodies();
            expected = life(STREAMING, "faultless", ran, store);
            bodies = byStep(store, "faultless", ran);
        }
        int call = 0;
        int stopped = 0;
        FaultyDatabase faulty;
        do {
            Fault fault = new Fault(kind, call++, before);
            faulty = new FaultyDatabase(database, fault);
            Bodies ran = new Bodies();
            boolean isStopped = isStopped(fault.toString(), ran, faulty);
            stopped += isStopped ? 1 : 0;
            try (Checkpointer store = open(database)) {
                assertThat(life(STREAMING, fault.toString(), ran, store)).isEqualTo(expected);
                Map<String, Integer> runs = byStep(store, fault.toString(), ran);
                assertThat(runs.keySet()).isEqualTo(bodies.keySet());
                int again = isStopped ? 1 : 0;
                assertThat(runs.values()).as(fault.toString()).allMatch(count -> count <= 1 + again);
            }
        } while (faulty.hasHappened());
        assertThat(call).isGreaterThan(20);
        System.out.println(kind + (before ? " before" : " after") + ": " + call + " statements, " + stopped + " stops");
    }

    private JdbcCheckpointer open(DataSource source) {
        return JdbcCheckpointer.builder().clock(clock).postgres(source);
    }

    /** Runs the workflow on a database with a fault; gives whether that has stopped it. */
    private boolean isStopped(String id, Bodies bodies, FaultyDatabase faulty) {
        try (Checkpointer store = open(faulty.source())) {
            var unused = life(STREAMING, id, bodies, store);
            return false;
        } catch (StoreException loud) {
            clock.advance(Duration.ofMinutes(1));
            return true;
        }
    }

    private static <I, O> O life(Reference<I, O> reference, String id, Bodies bodies, Checkpointer store) {
        return new Life<>(reference, id, NUMBER, bodies, store).live(Way.RUN);
    }

    private static Map<String, Integer> byStep(Checkpointer store, String id, Bodies bodies) {
        Map<String, String> steps = Invariants.of(store, id).stepByEffect();
        return bodies.runs().entrySet().stream()
                .collect(java.util.stream.Collectors.toMap(
                        entry -> String.valueOf(steps.get(entry.getKey())), Map.Entry::getValue));
    }
}
