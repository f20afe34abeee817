package dev.hypergraph4j.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.HypergraphException;
import dev.hypergraph4j.runtime.Sketch.Loop;
import dev.hypergraph4j.runtime.Sketch.Node;
import dev.hypergraph4j.runtime.log.NodeRecord;
import dev.hypergraph4j.runtime.log.NodeStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** Holds what a run did to what it must have done, and what the graphs nested in it did. */
final class Agreement {
    private final String run;
    private final Interpreter expected;
    private final List<Failure> failures;
    private final Sketch sketch;

    /** @param run which one, for the message of a test that fails */
    Agreement(String run, Interpreter expected) {
        this(run, expected, expected.failures());
    }

    private Agreement(String run, Interpreter expected, List<Failure> failures) {
        this.run = run;
        this.expected = expected;
        this.failures = failures;
        this.sketch = expected.sketch();
    }

    private static Agreement ofItem(String run, Interpreter expected, int item) {
        return new Agreement(
                run,
                expected,
                expected.failures().stream()
                        .map(failure -> failure.forItem(item))
                        .toList());
    }

    /** @param outputs the names of the values that it gives */
    void check(Collection<String> outputs, RunResult<?> result) {
        assertThat(steps(result.log().steps())).as("steps, %s\n%s", run, sketch).isEqualTo(expected.steps());
        assertThat(result.skipped()).as("skipped, %s", run).isEqualTo(expected.skipped());
        checkErrors(result.error().map(this::told).orElse(List.of()));
        assertThat(result.status())
                .as("status, %s", run)
                .isEqualTo(expected.fails() ? RunStatus.FAILED : RunStatus.COMPLETED);
        assertThat(result.values())
                .as("values, %s", run)
                .isEqualTo(expected.fails() ? expected.values() : expected.outputs(outputs));
        if (!expected.fails()) {
            assertThat(result.outputs()).as("outputs, %s", run).isEqualTo(result.values());
        }
        for (Node node : sketch.nodes()) {
            assertThat(result.log().stats(node.name()).count())
                    .as("executions of %s, %s", node.name(), run)
                    .isEqualTo(expected.executions(node));
            InnerSketch inner = node.inner();
            if (inner != null) {
                checkChild(node, inner, result);
            }
        }
    }

    /** Each failure once, in order; of a map that ends with its first failure, one that may have been first. */
    private void checkErrors(List<String> told) {
        assertThat(told).as("errors, %s", run).doesNotHaveDuplicates();
        List<String> shortened = told.stream().map(this::untilMap).distinct().toList();
        assertThat(shortened)
                .as("errors, %s", run)
                .isEqualTo(failures.stream()
                        .map(failure -> failure.ways().isEmpty() ? failure.toString() : failure.text())
                        .toList());
        assertThat(all(failures)).as("errors, %s", run).containsAll(told);
    }

    /** Under RAISE, which of several errors comes first is a matter of chance where nodes overlap. */
    void checkRaised(HypergraphException error) {
        assertThat(error).as("error, %s", run).isNotNull();
        assertThat(all(failures)).as("errors, %s", run).containsAll(told(error));
        if (error instanceof NodeExecutionException failure) {
            assertThat(expected.steps())
                    .as("steps, %s", run)
                    .containsAll(steps(failure.log().steps()));
        }
    }

    /** What the workflow of the run says of the place where it failed. */
    void checkReason(String reason) {
        assertThat(all(failures).stream().map(Agreement::reason))
                .as("reason, %s", run)
                .contains(reason);
    }

    /** A cycle is at the node that is the graph around it, or at none. */
    private static String reason(String failure) {
        String node = failure.replaceFirst("/?endless from .*| in .*", "");
        return node.isEmpty() ? "" : "node '" + node + "' failed";
    }

    private static List<String> all(List<Failure> failures) {
        return failures.stream()
                .flatMap(failure ->
                        failure.ways().isEmpty() ? Stream.of(failure.toString()) : all(failure.ways()).stream())
                .toList();
    }

    private void checkChild(Node node, InnerSketch inner, RunResult<?> result) {
        InnerRuns ran = expected.inner(node);
        String child = run + ", " + node.name();
        if (ran == null || !ran.hasResult()) {
            assertThatThrownBy(() -> result.child(node.name())).as(child).isInstanceOf(GraphConfigException.class);
            assertThatThrownBy(() -> result.mappedChild(node.name()))
                    .as(child)
                    .isInstanceOf(GraphConfigException.class);
        } else if (inner.mapping() == null) {
            Interpreter only = ran.runs().get(0);
            new Agreement(child, only).check(inner.sketch().outputs(), result.child(node.name()));
            assertThat(steps(result.log().child(node.name()).orElseThrow().steps()))
                    .as(child)
                    .isEqualTo(only.steps());
        } else {
            checkItems(child, ran, result.mappedChild(node.name()));
        }
    }

    private static void checkItems(String child, InnerRuns ran, MapResult<?> items) {
        List<String> outputs = ran.inner().sketch().outputs();
        assertThat(items.size()).as("items, %s", child).isEqualTo(ran.runs().size());
        for (int item = 0; item < items.size(); item++) {
            ofItem(child + " for " + item, ran.runs().get(item), item)
                    .check(outputs, items.results().get(item));
        }
        assertThat(items.log().items()).as("items, %s", child).isEqualTo(items.size());
        for (Node node : ran.inner().sketch().nodes()) {
            assertThat(items.log().stats(node.name()).count())
                    .as("executions of %s, %s", node.name(), child)
                    .isEqualTo(ran.runs().stream()
                            .mapToLong(run -> run.executions(node))
                            .sum());
        }
    }

    /** An error and its suppressed ones, in their order. */
    private List<String> told(HypergraphException error) {
        List<String> told = new ArrayList<>();
        tell("", OptionalLong.empty(), error, told);
        return told;
    }

    /**
     * @param prefix the path of the graph that tells of the error
     * @param item for which item that graph ran, which it does not know itself: the error around this one tells
     */
    private void tell(String prefix, OptionalLong item, Throwable error, List<String> told) {
        if (error instanceof InfiniteLoopException endless) {
            told.add(prefix + endless(at(prefix), endless));
        } else {
            NodeExecutionException failure = (NodeExecutionException) error;
            String path = prefix + failure.nodePath();
            OptionalLong innermost = failure.item().isPresent() ? failure.item() : item;
            if (failure.getCause() instanceof InfiniteLoopException endless) {
                tell(path + "/", innermost, endless, told);
            } else {
                told.add(text(path, innermost, failure));
            }
        }
        for (Throwable other : error.getSuppressed()) {
            tell(prefix, item, other, told);
        }
    }

    private static String endless(Sketch of, InfiniteLoopException endless) {
        Loop loop = of.loopOf(of.node(endless.nodes().get(0))).orElseThrow();
        assertThat(endless.nodes()).hasSize(loop.to() - loop.from());
        assertThat(endless.iterations()).isEqualTo(loop.maxIterations());
        return Failure.of(loop).toString();
    }

    private static String text(String path, OptionalLong item, NodeExecutionException failure) {
        if (!(failure.getCause() instanceof GraphConfigException)) {
            String message = failure.getCause() instanceof RecordedFailureException recorded
                    ? recorded.error().message()
                    : failure.getCause().getMessage();
            assertThat(message).isEqualTo(path.substring(path.lastIndexOf('/') + 1) + " fails");
        }
        String forItem = item.isPresent() ? " for " + item.getAsLong() : "";
        return path + " in " + failure.iteration() + forItem;
    }

    /** The graph that is nested there. */
    private Sketch at(String path) {
        Sketch at = sketch;
        for (String node : path.split("/", -1)) {
            at = node.isEmpty() ? at : at.node(node).inner().sketch();
        }
        return at;
    }

    /** Without what is behind a map that ends with its first failure. */
    private String untilMap(String told) {
        Sketch at = sketch;
        for (int from = 0, to = told.indexOf('/'); to >= 0; from = to + 1, to = told.indexOf('/', from)) {
            InnerSketch inner = at.node(told.substring(from, to)).inner();
            if (inner.raises()) {
                return told.substring(0, to) + "/any";
            }
            at = inner.sketch();
        }
        return told;
    }

    private static List<String> steps(List<NodeRecord> records) {
        return records.stream()
                .map(step ->
                        step.node() + " in " + step.iteration() + (step.status() == NodeStatus.FAILED ? " fails" : ""))
                .toList();
    }
}
