package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.runtime.event.Event;
import dev.hypergraph4j.runtime.event.RunIdentity;
import dev.hypergraph4j.runtime.event.Span;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

@EndsInTime
class EventBufferTest {
    private static final Span ROOT = Span.root(RunIdentity.of("g", "run"));

    private final EventBuffer buffer = new EventBuffer(2);

    @Test
    void eventsComeOutAsTheyWentIn() throws InterruptedException {
        buffer.onEvent(event(1));
        buffer.onEvent(event(2));
        buffer.end();

        assertThat(rest()).containsExactly(1L, 2L);
    }

    @Test
    void writerWaitsForTheReaderOfAFullBuffer() throws InterruptedException {
        Thread writer = new Thread(() -> {
            for (int i = 1; i <= 100; i++) {
                buffer.onEvent(event(i));
            }
            buffer.end();
        });
        writer.start();
        while (writer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }

        assertThat(rest()).hasSize(100).isSorted();
        writer.join();
    }

    @Test
    void discardingLetsWritersGoAndLeavesNothing() throws InterruptedException {
        Thread writer = new Thread(() -> {
            for (int i = 1; i <= 100; i++) {
                buffer.onEvent(event(i));
            }
        });
        writer.start();
        while (writer.getState() != Thread.State.WAITING) {
            Thread.onSpinWait();
        }
        buffer.discard();
        writer.join();

        assertThat(rest()).isEmpty();
    }

    @Test
    void writerIsNotInterrupted() throws InterruptedException {
        boolean[] stillInterrupted = new boolean[1];
        Thread writer = new Thread(() -> {
            Thread.currentThread().interrupt();
            for (int i = 1; i <= 3; i++) {
                buffer.onEvent(event(i));
            }
            stillInterrupted[0] = Thread.currentThread().isInterrupted();
            buffer.end();
        });
        writer.start();

        assertThat(rest()).containsExactly(1L, 2L, 3L);
        writer.join();
        assertThat(stillInterrupted[0]).isTrue();
    }

    private List<Long> rest() throws InterruptedException {
        List<Long> rest = new ArrayList<>();
        while (buffer.peek() != null) {
            rest.add(buffer.poll().nanos());
        }
        return rest;
    }

    private static Event event(long nanos) {
        return new Event.NodeStarted(ROOT, nanos);
    }
}
