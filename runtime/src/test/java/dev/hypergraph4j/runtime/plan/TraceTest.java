package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TraceTest {
    private final Plan plan = Plans.chain(3);

    @Test
    void beginsNow() {
        long before = System.nanoTime();
        Trace trace = Trace.sequential(plan);

        assertThat(trace.began()).isBetween(before, System.nanoTime());
        assertThat(trace.finished()).isZero();
        assertThat(trace.hasEnded(0)).isFalse();
        assertThat(trace.failures()).isEmpty();
    }

    @Test
    void sequentialTraceNotesOnlyEnds() {
        Trace trace = Trace.sequential(plan);

        trace.ready(1, 10);
        trace.start(1, 20);
        trace.end(1, 30);

        assertThat(trace.isConcurrent()).isFalse();
        assertThat(trace.ready(1)).isZero();
        assertThat(trace.start(1)).isZero();
        assertThat(trace.end(1)).isEqualTo(30);
        assertThat(trace.hasEnded(1)).isTrue();
    }

    @Test
    void concurrentTraceNotesReadyStartAndEnd() {
        Trace trace = Trace.concurrent(plan);

        trace.ready(1, 10);
        trace.start(1, 20);
        trace.end(1, 30);
        trace.finish(40);

        assertThat(trace.isConcurrent()).isTrue();
        assertThat(trace.ready(1)).isEqualTo(10);
        assertThat(trace.start(1)).isEqualTo(20);
        assertThat(trace.end(1)).isEqualTo(30);
        assertThat(trace.finished()).isEqualTo(40);
    }

    @Test
    void failuresAreInPlanOrderWhateverFailedFirst() {
        Trace trace = Trace.concurrent(plan);
        Exception first = new Exception("first");
        Exception second = new Exception("second");

        trace.fail(2, first);
        trace.fail(0, second);

        assertThat(trace.failures())
                .containsExactly(new Trace.Failure(0, 0, 1, second), new Trace.Failure(2, 0, 1, first));
        assertThat(trace.failure(2)).isSameAs(first);
        assertThat(trace.failure(1)).isNull();
    }
}
