package dev.hypergraph4j.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.hypergraph4j.runtime.durable.Admission;
import dev.hypergraph4j.runtime.durable.WorkflowExistsException;
import dev.hypergraph4j.runtime.durable.WorkflowQuery;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import org.junit.jupiter.api.Test;

/** What a source causes is created together with the advance of its cursor. */
abstract class AdmissionContract extends ContractTest {

    AdmissionContract(CheckpointerContract contract) {
        super(contract);
    }

    @Test
    void sourceThatWasNotReadHasNoCursor() {
        assertThat(store.cursor("queue")).isEmpty();
    }

    @Test
    void admissionCreatesAndMovesOn() {
        assertThat(store.admit(new Admission("queue", 7, workflow("order-1")))).isTrue();

        assertThat(store.cursor("queue")).hasValue(7);
        assertThat(status("order-1")).isEqualTo(WorkflowStatus.QUEUED);
    }

    @Test
    void cursorNeverGoesBack() {
        store.admit(new Admission("queue", 7, workflow("order-1")));

        assertThat(store.admit(new Admission("queue", 7, workflow("order-2")))).isFalse();
        assertThat(store.admit(new Admission("queue", 6, workflow("order-3")))).isFalse();

        assertThat(store.cursor("queue")).hasValue(7);
        assertThat(store.find("order-2")).isEmpty();
        assertThat(store.find("order-3")).isEmpty();
    }

    @Test
    void admissionThatCausesNothingMovesOn() {
        assertThat(store.admit(new Admission("queue", 7, null))).isTrue();

        assertThat(store.cursor("queue")).hasValue(7);
    }

    @Test
    void repeatedAdmissionOfTheSameWorkflowMovesOn() {
        store.admit(new Admission("queue", 7, workflow("order-1")));

        assertThat(store.admit(new Admission("queue", 8, workflow("order-1")))).isTrue();

        assertThat(store.cursor("queue")).hasValue(8);
        assertThat(store.workflows(WorkflowQuery.ALL)).hasSize(1);
    }

    @Test
    void conflictMovesNothing() {
        store.admit(new Admission("queue", 7, workflow("order-1")));

        assertThatExceptionOfType(WorkflowExistsException.class)
                .isThrownBy(() -> store.admit(new Admission("queue", 8, workflow("order-1", "other digest"))));
        assertThat(store.cursor("queue")).hasValue(7);
    }

    @Test
    void sourcesHaveCursorsOfTheirOwn() {
        store.admit(new Admission("queue", 7, null));
        store.admit(new Admission("mailbox", 3, null));

        assertThat(store.cursor("queue")).hasValue(7);
        assertThat(store.cursor("mailbox")).hasValue(3);
    }
}
