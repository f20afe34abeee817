package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.runtime.NodeExecutionException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Nodes that return a stage: their consumers get what it completes with. */
class AsynchronousNodesTest {
    private static final String WEATHER = """
            package p;

            @Graph
            class Weather {
                record Sky(double cloudiness, String colour) {}

                static class Later<T, V> extends CompletableFuture<V> {}

                final List<String> log = new CopyOnWriteArrayList<>();

                @Node(outputName = "temperature")
                CompletionStage<Double> temperature(String town) {
                    return CompletableFuture.supplyAsync(() -> 21.5);
                }

                @Node(outputName = {"cloudiness", "colour"})
                CompletableFuture<? extends Sky> sky(String town) {
                    return CompletableFuture.supplyAsync(() -> new Sky(0.5, "blue"));
                }

                @Node(outputName = {"low", "high"})
                Later<String, Range> range(String town) {
                    Later<String, Range> later = new Later<>();
                    later.completeAsync(() -> new Range(1, 2L));
                    return later;
                }

                record Range(int low, long high) {}

                @Node(outputName = "wind")
                CompletionStage<@Nullable String> wind(String town) {
                    return CompletableFuture.completedFuture(null);
                }

                @Node
                CompletableFuture<Void> write(double temperature) {
                    return CompletableFuture.runAsync(() -> log.add("temperature " + temperature));
                }

                @Node
                CompletionStage<?> writeMore(String colour) {
                    return CompletableFuture.runAsync(() -> log.add("colour " + colour));
                }

                @Node(outputName = "report")
                String report(double temperature, double cloudiness, Optional<String> wind, int low, long high) {
                    return temperature + " " + cloudiness + " " + wind + " " + low + " " + high;
                }
            }
            """;

    @Test
    void stagesOfAllKindsGiveTheirValues() {
        assertThat(TestCompilation.of(WEATHER, """
                                package p;

                                class Runs {
                                    static List<Object> one() {
                                        Weather weather = new Weather();
                                        RunResult<WeatherOutputs> result = WeatherGraph.create(weather).run("Oslo");
                                        return List.of(
                                                result.outputs().report(), new TreeSet<>(weather.log));
                                    }
                                }
                                """).evaluate("Runs.one()"))
                .hasToString("[21.5 0.5 Optional.empty 1 2, [colour blue, temperature 21.5]]");
    }

    @Test
    void failedStageFailsItsNode() {
        TestCompilation failing = TestCompilation.of("""
                package p;

                @Graph
                class Failing {
                    @Node(outputName = "x")
                    static CompletionStage<String> x() {
                        return CompletableFuture.failedFuture(new IllegalStateException("down"));
                    }
                }
                """);

        assertThatThrownBy(() -> failing.evaluate("FailingGraph.create().run()"))
                .isInstanceOf(NodeExecutionException.class)
                .cause()
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("down");
    }

    @Test
    void stageThatCompletesWithNullUnannouncedFailsItsNode() {
        TestCompilation failing = TestCompilation.of("""
                package p;

                @Graph
                class Failing {
                    @Node(outputName = "x")
                    static CompletionStage<String> x() {
                        return CompletableFuture.completedFuture(null);
                    }
                }
                """);

        assertThatThrownBy(() -> failing.evaluate("FailingGraph.create().run()"))
                .isInstanceOf(NodeExecutionException.class)
                .cause()
                .hasMessageContaining("null for 'x'");
    }

    @Test
    void manyAsynchronousNodesAreCompletedInParts() {
        StringBuilder nodes = new StringBuilder();
        StringBuilder sum = new StringBuilder("0");
        StringBuilder parameters = new StringBuilder();
        for (int i = 0; i < 150; i++) {
            nodes.append(
                    "@Node(outputName = \"v%d\") static CompletionStage<Integer> v%d() { return CompletableFuture.completedFuture(%d); }\n"
                            .formatted(i, i, i));
            parameters.append(i == 0 ? "" : ", ").append("int v").append(i);
            sum.append(" + v").append(i);
        }
        String graph = "package p;\n@Graph\nclass Many {\n" + nodes + "@Node(outputName = \"sum\") static int sum("
                + parameters + ") { return " + sum + "; }\n}\n";

        assertThat(TestCompilation.of(graph).evaluate("List.of(ManyGraph.create().run().outputs().sum())"))
                .isEqualTo(List.of(149 * 150 / 2));
    }
}
