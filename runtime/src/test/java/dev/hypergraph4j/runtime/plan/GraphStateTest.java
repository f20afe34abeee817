package dev.hypergraph4j.runtime.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class GraphStateTest {

    /** The first node gives {@code stage}, the second is synchronous. */
    private static final class TwoNodes extends GraphState {
        private final CompletionStage<String> stage;
        private int reached;

        TwoNodes(CompletionStage<String> stage) {
            this.stage = stage;
        }

        @Override
        public void run(int from, int to) {
            int node = from;
            if (node == 0 && node < to) {
                node = began(0, stage);
            }
            if (node == 1 && node < to) {
                node = ended(1);
            }
            reached = node;
        }

        @Override
        public Object value(int slot) {
            return given(slot == 0 ? "there" : null, "absent");
        }

        @Override
        public Object result(int slice) {
            return "";
        }
    }

    @Test
    void nodesNoteTheirEndsOnceTheRunHasBegun() {
        Plan plan = plan();
        Trace trace = Trace.sequential(plan);
        GraphState state = new TwoNodes(null);

        state.begin(trace);
        run(state, 1, 2);

        assertThat(trace.hasEnded(0)).isFalse();
        assertThat(trace.end(1)).isBetween(trace.began(), System.nanoTime());
    }

    @Test
    void stateIsForOneRun() {
        Plan plan = plan();
        GraphState state = new TwoNodes(null);
        state.begin(Trace.sequential(plan));

        assertThatThrownBy(() -> state.begin(Trace.sequential(plan)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("begun before");
    }

    @Test
    void stageOfAnAsynchronousNodeIsKept() {
        CompletionStage<String> stage = new CompletableFuture<>();
        Trace trace = Trace.concurrent(plan());
        GraphState state = new TwoNodes(stage);
        state.begin(trace);

        run(state, 0, 1);

        assertThat(state.stage(0)).isSameAs(stage);
        assertThat(trace.hasEnded(0)).isFalse();
    }

    @Test
    void runFallsThroughFromNodeToNode() {
        TwoNodes state = new TwoNodes(new CompletableFuture<>());
        Trace trace = Trace.concurrent(plan());
        state.begin(trace);

        run(state, 0, 2);

        assertThat(state.reached).isEqualTo(2);
        assertThat(trace.hasEnded(1)).isTrue();
    }

    @Test
    void nodeThatHasNotBegunHasNoStage() {
        GraphState state = new TwoNodes(null);
        state.begin(Trace.concurrent(plan()));

        assertThatThrownBy(() -> state.stage(0)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void asynchronousNodeMayNotReturnNull() {
        GraphState state = new TwoNodes(null);
        state.begin(Trace.concurrent(plan()));

        assertThatThrownBy(() -> run(state, 0, 1)).isInstanceOf(NullPointerException.class);
    }

    @Test
    void missingValueIsNamed() {
        GraphState state = new TwoNodes(null);

        assertThat(state.value(0)).isEqualTo("there");
        assertThatThrownBy(() -> state.value(1))
                .isInstanceOf(NullPointerException.class)
                .hasMessageContaining("'absent'")
                .hasMessageContaining("@Nullable");
    }

    private static void run(GraphState state, int from, int to) {
        try {
            state.run(from, to);
        } catch (RuntimeException failure) {
            throw failure;
        } catch (Throwable failure) {
            throw new AssertionError(failure);
        }
    }

    private static Plan plan() {
        Plan.Builder builder = Plan.named("two");
        builder.node("a", "Two.a", "", 0, "").asynchronous().gives("x", "String");
        builder.node("b", "Two.b", "", 0, "").takes("x", "String");
        return builder.build();
    }
}
