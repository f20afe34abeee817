package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Step;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Has each statement and commit of a scenario fail, one after the other, before it is done and after. What is acknowledged is there, and what is refused is not. */
class FaultsTest {
    private static final String CONNECTION_LOST = "08006";
    private static final String SYNTAX_ERROR = "42601";

    /** No state of a database: an error of the JVM takes the place of an exception of the driver. */
    private static final String OUT_OF_MEMORY = "out of memory";

    private static final AtomicInteger FILES = new AtomicInteger();

    @TempDir
    private static Path folder;

    static Stream<Arguments> faults() {
        Function<JdbcCheckpointerBuilder, JdbcCheckpointer> sqlite =
                settings -> settings.sqlite(folder.resolve(FILES.get() + ".db"));
        DataSource database = PostgresServer.newDatabase();
        Function<JdbcCheckpointerBuilder, JdbcCheckpointer> postgres = settings -> settings.postgres(database);
        return Stream.of(
                Arguments.of("SQLite", sqlite, CONNECTION_LOST),
                Arguments.of("SQLite", sqlite, SYNTAX_ERROR),
                Arguments.of("SQLite", sqlite, OUT_OF_MEMORY),
                Arguments.of("PostgreSQL", postgres, CONNECTION_LOST),
                Arguments.of("PostgreSQL", postgres, SYNTAX_ERROR),
                Arguments.of("PostgreSQL", postgres, OUT_OF_MEMORY));
    }

    @ParameterizedTest(name = "{0}, {2}")
    @MethodSource("faults")
    void whatIsAcknowledgedIsThereAndWhatIsRefusedIsNot(
            String name, Function<JdbcCheckpointerBuilder, JdbcCheckpointer> opener, String state) {
        FILES.incrementAndGet();
        try (JdbcCheckpointer witness = opener.apply(JdbcCheckpointer.builder())) {
            for (boolean after : List.of(false, true)) {
                int n = 0;
                while (runsIntoFault(opener, witness, new Fault(name, n, after, state))) {
                    n++;
                }
                assertThat(n).isGreaterThan(10);
            }
        }
    }

    private record Fault(String database, int call, boolean after, String state) {}

    /** Has the call of that number fail once, and tells whether there was one. */
    private static boolean runsIntoFault(
            Function<JdbcCheckpointerBuilder, JdbcCheckpointer> opener, JdbcCheckpointer witness, Fault fault) {
        Wiretap wiretap = new Wiretap();
        FaultyCall faulty = new FaultyCall(fault);
        JdbcCheckpointerBuilder settings = JdbcCheckpointer.builder()
                .clock(ManualClock.at(1_700_000_000_000L))
                .patience(Duration.ofSeconds(5))
                .dataSource(wiretap::around);
        String id = "order " + fault;
        List<String> acknowledged;
        try (JdbcCheckpointer store = opener.apply(settings)) {
            wiretap.listener(faulty);
            acknowledged = play(store, id);
            wiretap.listener(new Wiretap.Listener() {});
        }
        assertThat(recorded(witness, id)).as(fault.toString()).isEqualTo(acknowledged);
        return faulty.hasFailed;
    }

    private static final class FaultyCall implements Wiretap.Listener {
        private final Fault fault;
        private int calls;
        private volatile boolean hasFailed;

        FaultyCall(Fault fault) {
            this.fault = fault;
        }

        @Override
        public synchronized void before(String call) throws SQLException {
            if (!fault.after && calls++ == fault.call) {
                fail(call);
            }
        }

        @Override
        public synchronized void after(String call) throws SQLException {
            if (fault.after && calls++ == fault.call) {
                if (isCertain(call)) {
                    hasFailed = true;
                } else {
                    fail(call);
                }
            }
        }

        /** Whether this is done by a server, which does not say then that it refuses to. */
        private boolean isCertain(String call) {
            return fault.database.equals("PostgreSQL") && fault.state.equals(SYNTAX_ERROR) && Wiretap.isCommit(call);
        }

        private void fail(String call) throws SQLException {
            hasFailed = true;
            if (fault.state.equals(OUT_OF_MEMORY)) {
                throw new OutOfMemoryError("made to fail at " + call);
            }
            throw new SQLException("made to fail at " + call, fault.state);
        }
    }

    /** Does one thing after the other, and gives what was acknowledged. */
    private static List<String> play(JdbcCheckpointer store, String id) {
        Stories stories = new Stories(store);
        List<String> acknowledged = new ArrayList<>();
        Lease lease = new Lease(id, 1);
        if (done(() -> stories.runs(id))) {
            acknowledged.add("created");
        } else {
            return acknowledged;
        }
        for (String step : List.of("a", "b")) {
            if (done(() -> stories.commit(lease, stories.started(step), stories.completed(step, "x".repeat(70_000))))) {
                acknowledged.add(step);
            }
        }
        if (done(() -> stories.end(lease, Ending.completed(Map.of("y", stories.value("z")))))) {
            acknowledged.add("ended");
        }
        return acknowledged;
    }

    private static boolean done(Runnable what) {
        try {
            what.run();
            return true;
        } catch (StoreException refused) {
            return false;
        }
    }

    private static List<String> recorded(JdbcCheckpointer store, String id) {
        List<String> recorded = new ArrayList<>();
        store.history(id).ifPresent(history -> {
            recorded.add("created");
            history.steps().stream().map(Step::id).forEach(step -> recorded.add(step.key()));
            if (history.workflow().status().isFinal()) {
                recorded.add("ended");
            }
            assertThat(history.outputs()).hasSize(history.workflow().status().isFinal() ? 1 : 0);
            assertThat(store.journal(id, 0, 100))
                    .last()
                    .satisfies(line -> assertThat(line.number())
                            .isEqualTo(store.journal(id, 0, 100).size()));
        });
        return recorded;
    }
}
