package dev.hypergraph4j.runtime;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A graph that a seed decides: some inputs, some nodes that take what was given before them, some of which fail. */
final class RandomGraph {
    private static final int MOST_NODES = 24;

    enum Kind {
        SYNCHRONOUS,
        COMPLETED_STAGE,
        LATER_STAGE
    }

    enum Fault {
        NONE,
        EXCEPTION,
        CHECKED_EXCEPTION,
        ERROR,
        NULL
    }

    record Node(String name, List<String> takes, List<String> gives, Kind kind, Fault fault, int work) {

        /** What it gives from what it takes: the values depend on everything upstream. */
        List<Integer> values(List<?> taken) {
            return IntStream.range(0, gives.size())
                    .map(i -> Objects.hash(name, i, taken))
                    .boxed()
                    .toList();
        }

        /** What it throws. */
        @Nullable
        Throwable error() {
            return switch (fault) {
                case NONE -> null;
                case EXCEPTION -> new IllegalStateException(name);
                case CHECKED_EXCEPTION -> new IOException(name);
                case ERROR -> new AssertionError(name);
                case NULL -> new NullPointerException();
            };
        }
    }

    private final Random random;
    private final List<String> inputs = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<String> outputs = new ArrayList<>();

    RandomGraph(long seed) {
        this.random = new Random(seed);
        List<String> values = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            inputs.add("x" + i);
        }
        values.addAll(inputs);
        int faultRate = random.nextInt(3) == 0 ? 0 : 4 + random.nextInt(12);
        for (int i = 1 + random.nextInt(MOST_NODES); i > 0; i--) {
            Node node = randomNode(values, faultRate);
            nodes.add(node);
            values.addAll(node.gives);
            node.gives.stream().filter(value -> random.nextInt(3) == 0).forEach(outputs::add);
        }
    }

    List<String> inputs() {
        return inputs;
    }

    List<Node> nodes() {
        return nodes;
    }

    List<String> outputs() {
        return outputs;
    }

    /** Names and values of the inputs in turn. */
    Object[] given() {
        return inputs.stream()
                .flatMap(input -> List.of(input, input.length() + nodes.size()).stream())
                .toArray();
    }

    /** The graph to run; if it is not {@code asynchronous}, nodes that return stages return values instead. */
    TestGraph build(boolean asynchronous) {
        TestGraph.Builder builder = TestGraph.graph("random");
        inputs.forEach(builder::input);
        for (Node node : nodes) {
            Takes takes = TestGraph.takes(node.takes.toArray(String[]::new));
            Gives gives = TestGraph.gives(node.gives.toArray(String[]::new));
            if (asynchronous && node.kind != Kind.SYNCHRONOUS) {
                builder.async(node.name, takes, gives, in -> stage(node, in));
            } else {
                builder.node(node.name, takes, gives, in -> run(node, in));
            }
        }
        return builder.outputs(outputs.toArray(String[]::new));
    }

    private Node randomNode(List<String> values, int faultRate) {
        List<String> takes = new ArrayList<>();
        for (int i = values.isEmpty() ? 0 : random.nextInt(4); i > 0; i--) {
            takes.add(values.get(random.nextInt(values.size())));
        }
        int number = nodes.size();
        List<String> gives = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(i -> "v" + number + "_" + i)
                .toList();
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        Fault fault = faultRate > 0 && random.nextInt(faultRate) == 0
                ? Fault.values()[1 + random.nextInt(Fault.values().length - 1)]
                : Fault.NONE;
        return new Node("n" + number, List.copyOf(takes), gives, kind, fault, random.nextInt(200));
    }

    private static @Nullable Object run(Node node, TestGraph.In in) throws Throwable {
        for (int i = 0; i < node.work; i++) {
            Thread.onSpinWait();
        }
        Throwable error = node.error();
        if (error != null && node.fault != Fault.NULL) {
            throw error;
        }
        return returned(node, in);
    }

    private static CompletionStage<?> stage(Node node, TestGraph.In in) {
        Throwable error = node.error();
        boolean fails = error != null && node.fault != Fault.NULL;
        if (node.kind == Kind.COMPLETED_STAGE) {
            return fails
                    ? CompletableFuture.failedFuture(error)
                    : CompletableFuture.completedFuture(returned(node, in));
        }
        return fails ? Stages.failingLater(error) : Stages.later(() -> returned(node, in));
    }

    private static @Nullable Object returned(Node node, TestGraph.In in) {
        if (node.fault == Fault.NULL) {
            return null;
        }
        List<Integer> values = node.values(node.takes.stream().map(in::get).toList());
        return values.size() == 1 ? values.get(0) : values;
    }
}
