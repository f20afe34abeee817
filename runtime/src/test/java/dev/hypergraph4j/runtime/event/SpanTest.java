package dev.hypergraph4j.runtime.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.NodeKind;
import dev.hypergraph4j.runtime.definition.SourceLocation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpanTest {
    private static final SourceLocation LINE = new SourceLocation("G.java", 7);

    private final Span root = Span.root(RunIdentity.of("g", "run-1"));
    private final Span nested = root.node(SpanKind.SUBFLOW, "rag", 0, LINE);

    @Test
    void spansFormATree() {
        Span node = nested.node(SpanKind.RPC, "retrieve", 2, LINE);

        assertThat(root.parentId()).isZero();
        assertThat(nested.parentId()).isEqualTo(root.id());
        assertThat(node.parentId()).isEqualTo(nested.id());
        assertThat(List.of(root.id(), nested.id(), node.id())).doesNotHaveDuplicates();
    }

    @Test
    void pathNamesTheNestedGraphsAround() {
        assertThat(root.path()).isEmpty();
        assertThat(nested.path()).isEqualTo("rag");
        assertThat(nested.node(SpanKind.RPC, "retrieve", 2, LINE).path()).isEqualTo("rag/retrieve");
    }

    @Test
    void nodesOfAnItemKnowTheItem() {
        Span item = nested.item(3);

        assertThat(item.kind()).isEqualTo(SpanKind.SUBFLOW);
        assertThat(item.parentId()).isEqualTo(nested.id());
        assertThat(item.node(SpanKind.STEP, "n", 0, LINE).item()).isEqualTo(3);
        assertThat(nested.item()).isEqualTo(Span.NO_ITEM);
    }

    @Test
    void textSaysWhatItIsAndLeavesOutWhatItIsNot() {
        assertThat(root).hasToString("g");
        assertThat(nested).hasToString("rag");
        assertThat(nested.item(3).node(SpanKind.STEP, "n", 2, LINE)).hasToString("rag/n, item 3, turn 2");
    }

    @Test
    void everyKindOfNodeHasAKindOfSpan() {
        List<String> kinds = new ArrayList<>();
        Arrays.stream(NodeKind.values())
                .forEach(kind -> kinds.add(SpanKind.of(kind).name()));

        assertThat(kinds).containsExactly("STEP", "RPC", "OTHER");
    }

    @Test
    void eventTellsOfItsSpan() {
        Span span = nested.item(3).node(SpanKind.RPC, "n", 2, LINE);
        Event event = new Event.NodeStarted(span, 5);

        assertThat(event.runId()).isEqualTo("run-1");
        assertThat(event.spanId()).isEqualTo(span.id());
        assertThat(event.parentSpanId()).isEqualTo(span.parentId());
        assertThat(event.kind()).isEqualTo(SpanKind.RPC);
        assertThat(event.path()).isEqualTo("rag/n");
        assertThat(event.item()).isEqualTo(3);
        assertThat(event.iteration()).isEqualTo(2);
        assertThat(event.source()).isEqualTo(LINE);
    }

    @Test
    void timesOfOneRunAreExactToEachOther() {
        long now = System.nanoTime();
        Instant first = new Event.NodeStarted(nested, now).time();
        Instant second = new Event.NodeStarted(nested, now + 1_500).time();

        assertThat(Duration.between(first, second)).isEqualTo(Duration.ofNanos(1_500));
        assertThat(Duration.between(first, Instant.now())).isBetween(Duration.ZERO, Duration.ofHours(1));
    }

    @Test
    void randomIdIsMadeOnce() {
        RunIdentity random = RunIdentity.of("g", null);

        assertThat(random.id())
                .isSameAs(random.id())
                .isNotEqualTo(RunIdentity.of("g", null).id());
        assertThat(UUID.fromString(random.id())).isNotNull();
        assertThat(random).hasToString("g (" + random.id() + ")");
    }
}
