package dev.hypergraph4j.processor.check;

import static dev.hypergraph4j.processor.sketch.Sketch.graph;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.UnknownReference;
import dev.hypergraph4j.processor.report.Report;
import dev.hypergraph4j.processor.sketch.Sketch;
import dev.hypergraph4j.processor.wire.Wiring;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class GraphChecksTest {
    private static final int NODES = 5_000;
    private static final int MISTAKES = 10_000;

    private static boolean isRight(Sketch sketch) {
        return GraphChecks.check(sketch.wired(), new Report());
    }

    @Test
    void codeCanBeWrittenForAGraphWithoutErrors() {
        assertThat(isRight(graph("G").node("a(int x) -> int y"))).isTrue();
        assertThat(isRight(graph("G")
                        .node("a(int x) -> int y")
                        .node("dead() -> int z")
                        .select("y")))
                .isTrue();
    }

    @Test
    void codeCanNotBeWrittenWhereSomethingIsWrongInTheGraphOrItsClasses() {
        assertThat(List.of(
                        graph("G").node("a(int x) -> int y").select("z"),
                        graph("G").node("a(int x) -> int y").incomplete(),
                        graph("G").faulty("a(int x) -> int y", new Fault(Fault.Kind.PRIVATE, "")),
                        graph("G").node("a(int x = !five) -> int y"),
                        graph("G").node("no-name: a(int x) -> int y"),
                        graph("G").node("a(@From(no-name) int x) -> int y"),
                        graph("G").node("a(int x) -> int no-name"),
                        graph("G").node("a(int x) -> int y").node("a(int z) -> int w"),
                        graph("G").namelessJar("L"),
                        graph("G").unknown(UnknownReference.Kind.NODE_CLASS, "L")))
                .noneMatch(GraphChecksTest::isRight);
    }

    @Test
    void errorsOfAClassThatAreInTheReportCountToo() {
        Report report = new Report();
        NodeClassChecks.check(graph("G").node("a(int x) -> int no-name").ownClass(), report);

        assertThat(GraphChecks.check(graph("G").node("a(int x) -> int y").wired(), report))
                .isFalse();
    }

    @Test
    void chainOfThousandsOfNodesIsCheckedInNoTime() {
        Sketch sketch = graph("Chain");
        IntStream.rangeClosed(1, NODES)
                .forEach(node -> sketch.node("n%d(int v%d) -> int v%d".formatted(node, node - 1, node)));

        isCheckedInNoTime(sketch.wired(), 0);
    }

    @Test
    void thousandsOfMistakesAreFoundInNoTime() {
        Sketch sketch = graph("Mistakes").inputs("start");
        sketch.node("first(int start) -> int x");
        IntStream.rangeClosed(1, MISTAKES)
                .forEach(node ->
                        sketch.node("n%d(int in%d, int out%d) -> int out%d".formatted(node, node, node - 1, node)));

        isCheckedInNoTime(sketch.wired(), 20);
    }

    @Test
    void thousandsOfInputsAreCheckedInNoTime() {
        Sketch sketch = graph("Inputs");
        IntStream.rangeClosed(1, MISTAKES)
                .forEach(node -> sketch.node("n%d(int in%d) -> int on%d".formatted(node, node, node)));

        isCheckedInNoTime(sketch.wired(), 2);
    }

    private static void isCheckedInNoTime(Wiring wiring, int errors) {
        Report report = new Report();
        Assertions.assertTimeout(Duration.ofSeconds(20), () -> GraphChecks.check(wiring, report));
        assertThat(report.findings()).hasSize(errors);
    }
}
