package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.OutputPort;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultReadingTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                                      | int
                    String[][]                               | String[][]
                    CompletionStage<String>                  | String
                    CompletableFuture<List<String>>          | List<String>
                    CompletionStage<? extends Number>        | Number
                    CompletionStage<? super Integer>         | Object
                    CompletionStage<?>                       | Object
                    CompletionStage                          | Object
                    CompletionStage<int[]>                   | int[]
                    MyFuture                                 | Integer
                    YourFuture<String, Long>                 | Long
                    Optional<String>                         | Optional<String>
                    Map<? extends String, ? super Integer[]> | Map<? extends String, ? super Integer[]>
                    """)
    void outputHasTheTypeThatConsumersGet(String returned, String type) {
        read("@Node(outputName = \"a\") " + returned + " f() { return null; }", method -> {
            assertThat(method.outputs().get(0).type().display()).isEqualTo(type);
            assertThat(method.asynchronous()).isEqualTo(returned.contains("Stage") || returned.contains("Future"));
            assertThat(method.faults()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "void",
                "Void",
                "CompletionStage<Void>",
                "CompletableFuture<Void>",
                "CompletionStage<?>",
                "CompletionStage"
            })
    void methodWithoutNamesIsRunForItsEffect(String returned) {
        String body = returned.equals("void") ? "{}" : "{ return null; }";
        read("@Node " + returned + " f() " + body, method -> {
            assertThat(method.outputs()).isEmpty();
            assertThat(method.faults()).isEmpty();
            assertThat(method.asynchronous()).isEqualTo(returned.startsWith("C"));
        });
    }

    @Test
    void returnedTypeIsKeptAsDeclared() {
        read(
                "@Node(outputName = \"a\") CompletionStage<? extends Number> f() { return null; }",
                method -> assertThat(method.returned())
                        .hasToString("java.util.concurrent.CompletionStage<? extends java.lang.Number>"));
    }

    @Test
    void recordGivesAnOutputForEachName() {
        read("@Node(outputName = {\"right\", \"left\"}) Pair<String, List<Integer>> f() { return null; }", method -> {
            assertThat(method.faults()).isEmpty();
            assertThat(method.outputs()).extracting(OutputPort::name).containsExactly("right", "left");
            assertThat(method.outputs()).extracting(OutputPort::accessor).containsExactly("right", "left");
            assertThat(displays(method)).containsExactly("List<Integer>", "String");
        });
    }

    @Test
    void recordMayComeByAStage() {
        read("@Node(outputName = {\"left\", \"right\"}) MyPairs f() { return null; }", method -> {
            assertThat(method.asynchronous()).isTrue();
            assertThat(displays(method)).containsExactly("String", "Number");
        });
    }

    @Test
    void componentsOfRawAndWildcardRecordsHaveTheirBounds() {
        read(
                "@Node(outputName = {\"left\", \"right\"}) Pair f() { return null; }",
                method -> assertThat(displays(method)).containsExactly("Object", "Object"));
        read(
                "@Node(outputName = {\"left\", \"right\"}) Pair<?, ? extends Number> f() { return null; }",
                method -> assertThat(displays(method)).containsExactly("Object", "Number"));
    }

    @Test
    void recordWithOneNameIsTheValue() {
        read("@Node(outputName = \"pair\") Pair<String, String> f() { return null; }", method -> {
            assertThat(displays(method)).containsExactly("Pair<String, String>");
            assertThat(method.outputs().get(0).accessor()).isEmpty();
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "@Node(outputName = \"a\") @Declared.Nullable String f() { return null; }",
                "@Node(outputName = \"a\") @org.jspecify.annotations.Nullable String f() { return null; }",
                "@Node(outputName = \"a\") String @org.jspecify.annotations.Nullable [] f() { return null; }",
                "@Node(outputName = \"a\") CompletionStage<@org.jspecify.annotations.Nullable String> f() { return null; }"
            })
    void nullableResultMayBeAbsent(String method) {
        read(method, read -> {
            assertThat(read.outputs().get(0).nullable()).isTrue();
            assertThat(read.outputs().get(0).type().spelling().toString()).doesNotContain("@");
            assertThat(read.returned().toString()).doesNotContain("@");
        });
    }

    @Test
    void nullableElementsDoNotMakeTheResultNullable() {
        read(
                "@Node(outputName = \"a\") List<@org.jspecify.annotations.Nullable String> f() { return null; }",
                method -> {
                    assertThat(method.outputs().get(0).nullable()).isFalse();
                    assertThat(method.outputs().get(0).type().display()).isEqualTo("List<String>");
                });
    }

    @Test
    void componentsMayBeNullableEachByItself() {
        read(
                "@Node(outputName = {\"a\", \"b\", \"c\"}) Sparse f() { return null; }",
                method -> assertThat(method.outputs())
                        .extracting(OutputPort::nullable)
                        .containsExactly(false, true, true));
    }

    private static List<String> displays(NodeMethod method) {
        return method.outputs().stream().map(output -> output.type().display()).toList();
    }

    private static void read(String method, Consumer<NodeMethod> assertions) {
        String source = """
                package p;
                class X { %s }
                record Pair<L, R>(L left, R right) {}
                record Sparse(String a, @Declared.Nullable String b, @org.jspecify.annotations.Nullable String c) {}
                class MyFuture extends CompletableFuture<Integer> {}
                abstract class YourFuture<A, B> implements Comparable<A>, CompletionStage<B> {}
                abstract class MyPairs implements CompletionStage<Pair<String, ? extends Number>> {}
                class Declared { @interface Nullable {} }
                """;
        Reading.of(source.formatted(method)).method(assertions);
    }
}
