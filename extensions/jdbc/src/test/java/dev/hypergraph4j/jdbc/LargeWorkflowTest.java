package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Retention;
import dev.hypergraph4j.runtime.durable.StepEvent;
import dev.hypergraph4j.runtime.durable.StoreException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A workflow with more rows than one transaction should delete is compacted in parts, and none of it remains, even if a process ends in between. */
@ParameterizedClass
@EnumSource
class LargeWorkflowTest extends StoreTest {
    private static final int STEPS = 12_000;
    private static final Retention NO_STEPS = Retention.FOREVER.keepSteps(Duration.ZERO);
    private static final Retention NONE = Retention.FOREVER.keepWorkflow(Duration.ZERO);

    LargeWorkflowTest(DatabaseKind kind) {
        super(kind);
    }

    @BeforeEach
    void runALargeWorkflowAndASmallOne() {
        run("large", STEPS);
        run("small", 1);
    }

    private void run(String id, int steps) {
        Lease lease = stories.runs(id);
        StepEvent[] events = IntStream.range(0, steps)
                .boxed()
                .flatMap(step -> Stream.of(stories.started("step-" + step), stories.completed("step-" + step, "x")))
                .toArray(StepEvent[]::new);
        stories.end(lease, Ending.completed(Map.of("sum", stories.value("12"))), events);
    }

    @Test
    void itIsCompactedInParts() throws SQLException {
        int before = wiretap.commits.get();

        assertThat(store.keepHouse(NO_STEPS)).isEqualTo(new Retention.Report(2, 0));

        assertThat(wiretap.commits.get() - before).isGreaterThan(5);
        assertThatNoRowsAreLeft();
        assertThat(store.history("large").orElseThrow().outputs()).containsEntry("sum", stories.value("12"));
        assertThat(store.keepHouse(NO_STEPS)).isEqualTo(new Retention.Report(0, 0));
    }

    @Test
    void itIsDeletedInParts() throws SQLException {
        int before = wiretap.commits.get();

        assertThat(store.keepHouse(NONE)).isEqualTo(new Retention.Report(0, 2));

        assertThat(wiretap.commits.get() - before).isGreaterThan(5);
        assertThatNoRowsAreLeft();
        assertThat(count("hg_workflow")).isZero();
        assertThat(count("hg_value")).isZero();
    }

    @Test
    void whatAProcessHasBegunAnotherOneEnds() throws SQLException {
        wiretap.listener(new Wiretap.Listener() {
            @Override
            public void before(String call) throws SQLException {
                if (call.startsWith("DELETE FROM hg_attempt")) {
                    throw new SQLException("made to fail", "08006");
                }
            }
        });
        store.close();
        store = open(settings().patience(Duration.ZERO));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.keepHouse(NO_STEPS));
        wiretap.listener(new Wiretap.Listener() {});
        store.close();
        reopen();
        assertThat(count("hg_journal")).isGreaterThan(STEPS);
        assertThat(store.find("large").orElseThrow().compacted()).isTrue();

        store.keepHouse(NO_STEPS);

        assertThatNoRowsAreLeft();
    }

    private void assertThatNoRowsAreLeft() throws SQLException {
        for (String table : List.of("hg_step", "hg_attempt", "hg_journal", "hg_question")) {
            assertThat(count(table)).as(table).isZero();
        }
    }
}
