package dev.hypergraph4j.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.Claim;
import dev.hypergraph4j.runtime.durable.Durability;
import dev.hypergraph4j.runtime.durable.Ending;
import dev.hypergraph4j.runtime.durable.Lease;
import dev.hypergraph4j.runtime.durable.Lineage;
import dev.hypergraph4j.runtime.durable.StepEffects;
import dev.hypergraph4j.runtime.durable.StoreException;
import dev.hypergraph4j.runtime.durable.Transition;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Stores are opened, used at once, and closed. */
@ParameterizedClass
@EnumSource
class StoreLifeTest extends StoreTest {

    StoreLifeTest(DatabaseKind kind) {
        super(kind);
    }

    @Test
    void whoIsInterruptedLearnsTheOutcomeAndStaysInterrupted() {
        Lease lease = stories.runs("order-1");
        Thread.currentThread().interrupt();

        stories.commit(lease, stories.started("a"));
        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void storeThatIsThereIsOpenedByWhoWantsNoNewOne() {
        stories.runs("order-1");
        store.close();

        store = open(settings().existing());

        assertThat(store.find("order-1")).isPresent();
    }

    @Test
    void closedStoreRefuses() {
        store.close();

        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> stories.runs("order-1"));
        assertThatExceptionOfType(StoreException.class).isThrownBy(() -> store.find("order-1"));
        store.close();
    }

    @Test
    void writerWhoseRowSomebodyHasDeletedGoesOn() throws SQLException {
        Lease lease = stories.runs("order-1");
        execute("DELETE FROM hg_writer");

        stories.commit(lease, stories.started("a"));
        execute("DELETE FROM hg_writer");
        stories.end(lease, Ending.of(WorkflowStatus.QUEUED, ""));

        assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
        assertThat(rows("SELECT id FROM hg_writer")).hasSize(1);
    }

    @Test
    void schemaIsMigratedOnce() throws SQLException {
        store.close();
        reopen();

        assertThat(rows("SELECT version FROM hg_schema_version ORDER BY version"))
                .containsExactly("1", "2", "3", "4", "5");
    }

    @Test
    void laterSchemaIsRefused() throws SQLException {
        store.close();
        execute("INSERT INTO hg_schema_version (version, at) VALUES (99, 0)");

        assertThatExceptionOfType(StoreException.class)
                .isThrownBy(() -> open(settings()))
                .withMessageContaining("its schema has version 99");

        execute("DELETE FROM hg_schema_version WHERE version = 99");
    }

    @Test
    void twoStoresOnOneDatabaseFenceEachOther() {
        try (JdbcCheckpointer other = open(settings())) {
            Lease lease = stories.runs("order-1");
            stories.end(lease, Ending.of(WorkflowStatus.QUEUED, ""));
            Claim claim = other.claim("order-1", Stories.WORKER, false);

            assertThat(claim).isInstanceOf(Claim.Claimed.class);
            assertThatExceptionOfType(StoreException.class)
                    .isThrownBy(() -> stories.commit(lease, stories.started("a")));
            new Stories(other).commit(((Claim.Claimed) claim).lease(), stories.started("a"));
            assertThat(store.history("order-1").orElseThrow().steps()).hasSize(1);
        }
    }

    @Test
    void anyNumberOfLeasesIsRenewed() {
        List<Lease> leases = new ArrayList<>();
        for (int i = 0; i < 40_000; i++) {
            leases.add(new Lease("gone-" + i, 1));
        }
        leases.add(stories.runs("order-1"));
        store.cancel("order-1", "not wanted");

        assertThat(store.renew(leases, Stories.WORKER))
                .containsExactly(new Checkpointer.Renewal(new Lease("order-1", 1), true));
    }

    @Test
    void childrenOfAnyNumberOfWorkflowsAreFound() {
        stories.runs("parent");
        store.create(stories.workflow("child", new Lineage(Lineage.Kind.CHILD, "parent", "a")));
        List<String> parents = new ArrayList<>(List.of("parent"));
        for (int i = 0; i < 70_000; i++) {
            parents.add("none-" + i);
        }

        List<State> found =
                store.write(new WorkJob<>("look", transaction -> State.childrenToCancel(transaction, parents)));

        assertThat(found).extracting(State::id).containsExactly("child");
    }

    @Test
    void relaxedTransitionsAreThereAtOnce() {
        Lease lease = stories.runs("order-1");
        store.commit(
                new Transition(lease, Stories.WORKER, Durability.RELAXED, null, List.of(stories.started("a")), null));
        store.commit(new Transition(
                lease,
                Stories.WORKER,
                Durability.SYNC,
                null,
                List.of(stories.completed("a", "x", StepEffects.NONE)),
                null));

        assertThat(outcome("order-1", 0)).isEqualTo("x");
    }
}
