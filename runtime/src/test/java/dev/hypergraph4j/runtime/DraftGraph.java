package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Slice;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A loop with two ways out, as the processor would generate it: {@code improve} adds one to the draft, {@code check} sends it round again, to
 * {@code publish} when it is 3 or to {@code reject} when it is more, and {@code archive} takes what was published.
 */
final class DraftGraph {
    private static final Plan PLAN = plan(false);
    private static final Plan CACHED = plan(true);

    private DraftGraph() {}

    static PreparedRun<Integer> prepared(int draft, RunOptions options) {
        Slice<Integer> slice = PLAN.whole(text -> Map.of("draft", text));
        return new PreparedRun<>(PLAN, slice, new State(draft, new AtomicInteger()), options);
    }

    /** The same; what {@code check} decides is counted, and may come from a cache. */
    static PreparedRun<Integer> prepared(int draft, RunOptions options, AtomicInteger decisions) {
        Slice<Integer> slice = CACHED.whole(text -> Map.of("draft", text));
        return new PreparedRun<>(CACHED, slice, new State(draft, decisions), options);
    }

    private static Plan plan(boolean cached) {
        Plan.Builder plan = Plan.named("draft").input("draft", "int");
        plan.node("improve", "Draft.improve", "Draft.java", 1, "")
                .seeds("draft", "int")
                .gives("draft", "int");
        NodeBuilder check = plan.node("check", "Draft.check", "Draft.java", 2, "1a")
                .takes("draft", "int")
                .opensOne(true, "improve", "publish", "reject");
        if (cached) {
            check.cached();
        }
        plan.node("publish", "Draft.publish", "Draft.java", 3, "")
                .takes("draft", "int")
                .gives("text", "String");
        plan.node("reject", "Draft.reject", "Draft.java", 4, "").takes("draft", "int");
        plan.node("archive", "Draft.archive", "Draft.java", 5, "").takes("text", "String");
        return plan.region(0, 2, 100).outputs("draft").build();
    }

    private static final class State extends GraphState {
        private final AtomicInteger decisions;
        private int draft;

        State(int draft, AtomicInteger decisions) {
            this.draft = draft;
            this.decisions = decisions;
        }

        @Override
        public void run(int from, int to) {
            for (int node = from; node < to; ) {
                if (node == 0) {
                    draft++;
                } else if (node == 1) {
                    decisions.incrementAndGet();
                    opens(1, draft < 3 ? 0 : draft == 3 ? 1 : 2);
                }
                node = ended(node);
            }
        }

        @Override
        public @Nullable Object value(int slot) {
            return draft;
        }

        @Override
        public Object result(int slice) {
            return draft;
        }
    }
}
