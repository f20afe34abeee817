package dev.hypergraph4j.runtime;

import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Question;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A graph with gates and cycles as plain data, that a {@link TestGraph} can be built of and that the {@link Interpreter} reads.
 *
 * @param given the inputs of the run by name; of those in {@code nodes} that are not in here the caller gives none
 * @param shared the values that several nodes give, one after the other
 */
record Sketch(
        Map<String, Object> given,
        List<String> absent,
        List<String> shared,
        List<Node> nodes,
        List<Loop> loops,
        List<String> outputs) {

    enum Kind {
        SYNCHRONOUS,
        COMPLETED_STAGE,
        LATER_STAGE
    }

    /** What attempts at nodes do beside giving their values. */
    @FunctionalInterface
    interface Beside {
        /**
         * Does it.
         *
         * @param asks whether the attempt ends with a question
         */
        void act(NodeContext context, boolean asks) throws Exception;
    }

    /** The nodes from {@code from} to {@code to} (exclusive). */
    record Loop(int from, int to, int maxIterations) {}

    /**
     * A node.
     *
     * @param patience of a gate: after so many decisions it chooses among {@code exits} only
     * @param modulus how many different values it gives: with few, a cycle settles soon
     * @param failsAt the execution that fails, from 0; -1 if none does
     * @param failsFor for one in how many it fails of all that it may take
     * @param inner the graph that the node is; {@code null} if it is none
     */
    record Node(
            int number,
            Takes takes,
            Gives gives,
            Kind kind,
            boolean countsExecutions,
            int modulus,
            int patience,
            List<String> exits,
            int failsAt,
            int failsFor,
            @Nullable InnerSketch inner) {
        String name() {
            return "n" + number;
        }

        boolean takes(String value) {
            return takes.names().contains(value);
        }

        @Nullable
        Throwable error(int execution, List<?> taken) {
            boolean fails = execution == failsAt && Math.floorMod(Objects.hash(number, taken), failsFor) == 0;
            return fails ? new IllegalStateException(name() + " fails") : null;
        }

        /** What a nested graph's inputs come from. */
        Object origin(int execution, List<?> taken) {
            return List.of(number, countsExecutions ? execution : 0, Objects.hash(taken.toArray()));
        }

        /** What its body gives back: the values depend on everything upstream. */
        @Nullable
        Object outcome(int execution, List<?> taken) {
            int hash = (Objects.hash(number, countsExecutions ? execution : 0, taken) * 0x9E3779B1) >>> 4;
            if (gives.isGate()) {
                return decision(hash, execution < patience ? gives.opens().targets() : exits);
            }
            if (gives.mayBeAbsent() && hash % 3 == 0) {
                return null;
            }
            List<Integer> values = new ArrayList<>();
            for (int i = 0; i < gives.names().size(); i++) {
                values.add((hash + i) % modulus);
            }
            return values.size() == 1 ? values.get(0) : values;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Node node && node.number == number;
        }

        @Override
        public int hashCode() {
            return number;
        }

        private @Nullable Object decision(int hash, List<String> targets) {
            if (gives.opens().several()) {
                return targets.stream()
                        .filter(target -> ((hash >> targets.indexOf(target)) & 1) == 0)
                        .toList();
            }
            int choice = hash % (targets.size() + 1);
            return choice < targets.size() ? targets.get(choice) : hash % 2 == 0 ? "END" : null;
        }
    }

    /** A line a node, for the message of a test that fails. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("given " + given + ", shared " + shared + ", " + loops + "\n");
        for (Node node : nodes) {
            text.append(node.name());
            node.takes
                    .values()
                    .forEach(value ->
                            text.append(' ').append(value.how()).append(' ').append(value.name()));
            text.append(node.takes.signals().isEmpty() ? "" : " waits for " + node.takes.signals());
            text.append(node.gives.names().isEmpty() ? "" : " gives " + node.gives.names());
            text.append(node.gives.signals().isEmpty() ? "" : " emits " + node.gives.signals());
            text.append(node.gives.isGate() ? " " + node.gives.opens() : "").append('\n');
            text.append(node.inner == null ? "" : node.inner.toString().indent(4));
        }
        return text.toString();
    }

    Optional<Loop> loopOf(Node node) {
        return loops.stream()
                .filter(loop -> loop.from <= node.number && node.number < loop.to)
                .findFirst();
    }

    Node node(String name) {
        return nodes.stream()
                .filter(node -> node.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** The graph with other inputs. */
    Sketch given(Map<String, Object> other) {
        return new Sketch(other, absent, shared, nodes, loops, outputs);
    }

    /** Who gives a value. */
    List<Node> producers(String value) {
        return nodes.stream().filter(node -> node.gives.names().contains(value)).toList();
    }

    /** Who gives a signal, or a value that is waited for like one. */
    List<Node> givers(String signal) {
        List<Node> emitters = nodes.stream()
                .filter(node -> node.gives.signals().contains(signal))
                .toList();
        return emitters.isEmpty() ? producers(signal) : emitters;
    }

    /** The gates that may open a node. */
    List<Node> gatesOf(Node node) {
        return nodes.stream()
                .filter(gate -> gate.gives.opens().targets().contains(node.name()))
                .toList();
    }

    /** Names and values in turn. */
    Object[] givenInTurn() {
        return given.entrySet().stream()
                .flatMap(entry -> List.of(entry.getKey(), entry.getValue()).stream())
                .toArray();
    }

    /** The graph. If it is not {@code asynchronous}, nodes that return stages return values instead. */
    TestGraph build(boolean asynchronous) {
        return build(asynchronous, node -> false);
    }

    /** The same where some nodes ask for what they give: that is among the evidence of their question. */
    TestGraph build(boolean asynchronous, Predicate<Node> asks) {
        return build(asynchronous, asks, null);
    }

    /**
     * The same where nodes do something else beside, and where they fail with a {@link Flaw} then, are tried again an hour later.
     *
     * @param beside what each attempt at a node does first; {@code null} where no node does anything
     */
    TestGraph build(boolean asynchronous, Predicate<Node> asks, @Nullable Beside beside) {
        TestGraph.Builder builder = TestGraph.graph("random").shared(shared.toArray(String[]::new));
        given.keySet().forEach(builder::input);
        absent.forEach(name -> builder.optional(name, Object.class));
        for (Node node : nodes) {
            Gives gives = asks.test(node) ? node.gives.asked() : node.gives;
            if (node.inner != null) {
                nest(node, node.inner, asynchronous, beside, builder);
            } else if (asynchronous && node.kind != Kind.SYNCHRONOUS) {
                builder.async(node.name(), node.takes, gives, in -> stage(node, gives, in));
            } else {
                add(node, gives, beside, builder);
            }
        }
        loops.forEach(loop -> builder.loop(loop.maxIterations, "n" + loop.from, "n" + (loop.to - 1)));
        return builder.outputs(outputs.toArray(String[]::new));
    }

    private static void add(Node node, Gives gives, @Nullable Beside beside, TestGraph.Builder builder) {
        if (beside == null) {
            builder.node(node.name(), node.takes, gives, in -> run(node, gives, in));
            return;
        }
        builder.node(node.name(), node.takes, gives, in -> {
                    beside.act(in.context(), gives.asks());
                    return run(node, gives, in);
                })
                .that(tried -> tried.retries(Flaw.HOURLY).takesContext());
    }

    private static void nest(
            Node node, InnerSketch inner, boolean asynchronous, @Nullable Beside beside, TestGraph.Builder builder) {
        TestGraph graph = inner.build(asynchronous, beside);
        TestGraph.Body call = in -> {
            throwIfItFails(node, in);
            return inner.call(graph, node.origin(in.execution(), taken(node, in)));
        };
        builder.nesting(node.name(), graph, node.takes, node.gives, call, ended -> node.outcome(0, inner.given(ended)));
    }

    private static @Nullable Object run(Node node, Gives gives, TestGraph.In in) throws Throwable {
        throwIfItFails(node, in);
        return outcome(node, gives, in);
    }

    private static void throwIfItFails(Node node, TestGraph.In in) throws Throwable {
        Throwable error = node.error(in.execution(), taken(node, in));
        if (error != null) {
            throw error;
        }
    }

    private static @Nullable Object outcome(Node node, Gives gives, TestGraph.In in) {
        Object outcome = node.outcome(in.execution(), taken(node, in));
        return gives.asks() ? Question.ask(node.name(), Object.class).withEvidence("answer", outcome) : outcome;
    }

    private static CompletionStage<?> stage(Node node, Gives gives, TestGraph.In in) {
        Throwable error = node.error(in.execution(), taken(node, in));
        if (node.kind == Kind.COMPLETED_STAGE) {
            return error != null
                    ? CompletableFuture.failedFuture(error)
                    : CompletableFuture.completedFuture(outcome(node, gives, in));
        }
        return error != null ? Stages.failingLater(error) : Stages.later(() -> outcome(node, gives, in));
    }

    private static List<@Nullable Object> taken(Node node, TestGraph.In in) {
        List<@Nullable Object> taken = new ArrayList<>();
        node.takes.names().forEach(name -> taken.add(in.get(name)));
        return taken;
    }
}
