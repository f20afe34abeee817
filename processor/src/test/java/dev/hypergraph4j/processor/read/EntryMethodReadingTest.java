package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.EntryMethod;
import dev.hypergraph4j.processor.model.EntryMethod.Result;
import dev.hypergraph4j.processor.model.GraphDeclaration;
import dev.hypergraph4j.processor.model.Parameter;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryMethodReadingTest {

    @Test
    void abstractMethodIsAnEntry() {
        entry("List<String> docs(String question, @From(\"k\") int topK);", entry -> {
            assertThat(entry.method()).isEqualTo("docs");
            assertThat(entry.output()).isEqualTo("docs");
            assertThat(entry.result()).isEqualTo(Result.OUTPUT);
            assertThat(entry.type()).hasToString("List<String>");
            assertThat(entry.asynchronous()).isFalse();
            assertThat(entry.returned()).hasToString("java.util.List<java.lang.String>");
            assertThat(entry.parameters()).extracting(Parameter::value).containsExactly("question", "k");
            assertThat(entry.faults()).isEmpty();
            assertThat(entry.outputSite()).isEqualTo(entry.site());
        });
    }

    @Test
    void outputMayHaveAnotherName() {
        entry("@Output(\"answer\") String ask();", entry -> {
            assertThat(entry.method()).isEqualTo("ask");
            assertThat(entry.output()).isEqualTo("answer");
            assertThat(entry.outputSite()).isNotEqualTo(entry.site());
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    int                                 | OUTPUT          | int          | false
                    Optional<String>                    | OPTIONAL_OUTPUT | String       | false
                    Optional                            | OPTIONAL_OUTPUT | Object       | false
                    CompletionStage<String>             | OUTPUT          | String       | true
                    CompletableFuture<Optional<String>> | OPTIONAL_OUTPUT | String       | true
                    void                                | OUTPUT          |              | false
                    CompletionStage<Void>               | OUTPUT          |              | true
                    Result<XOutputs>                    | RUN_RESULT      |              | false
                    CompletionStage<Result<XOutputs>>   | RUN_RESULT      |              | true
                    Result<?>                           | RUN_RESULT      |              | false
                    Result                              | RUN_RESULT      |              | false
                    """)
    void returnTypeSaysWhatIsReturned(String returned, Result result, String type, boolean asynchronous) {
        entry(returned.replace("Result", "dev.hypergraph4j.runtime.RunResult") + " f();", entry -> {
            assertThat(entry.result()).isEqualTo(result);
            assertThat(entry.type() == null ? null : entry.type().display()).isEqualTo(type);
            assertThat(entry.asynchronous()).isEqualTo(asynchronous);
            assertThat(entry.faults()).isEmpty();
        });
    }

    @Test
    void outputsRecordIsSpelledBeforeItExists() {
        graph("dev.hypergraph4j.runtime.RunResult<XOutputs> f();", graph -> {
            assertThat(graph.complete()).isTrue();
            assertThat(graph.entries().get(0).returned()).hasToString("dev.hypergraph4j.runtime.RunResult<p.XOutputs>");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <T> T f();            | has type parameters
                    int f(int... x);      | takes a variable number of arguments
                    MyFuture f();         | returns MyFuture and not CompletionStage or CompletableFuture
                    dev.hypergraph4j.runtime.RunResult<String> f(); | returns RunResult<String> and not RunResult<XOutputs>
                    """)
    void whatCannotBeImplementedIsAFault(String method, String fault) {
        entry(method, entry -> assertThat(entry.faults()).containsExactly(fault));
    }

    @Test
    void faultOfTheInterfaceIsSaidOnce() {
        Reading.of("package p; @Graph interface X<T> { int a(); int b(); }")
                .graph(
                        "p.X",
                        graph -> assertThat(graph.entries())
                                .extracting(EntryMethod::faults)
                                .containsExactly(List.of("belongs to an interface with type parameters"), List.of()));
        Reading.of("package p; class Outer { @Graph private interface X { int a(); } }")
                .graph(
                        "p.Outer.X",
                        graph -> assertThat(graph.entries().get(0).faults())
                                .containsExactly("belongs to a private interface"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "default int f() { return 1; }",
                "static int f() { return 1; }",
                "@Node(outputName = \"f\") int f();",
                "String toString();",
                "boolean equals(Object other);"
            })
    void otherMethodsAreNoEntries(String method) {
        graph(method, graph -> assertThat(graph.entries()).isEmpty());
    }

    @Test
    void inheritedEntriesComeFirst() {
        String source = """
                package p;
                @Graph interface X extends Base<String>, Other { int own(); }
                interface Base<T> { T first(List<T> in); int both(int x); int again(); }
                interface Other { int both(int x); default int again() { return 1; } int both(String x); }
                """;
        Reading.of(source.replace("int own();", "int own(); int again();")).graph("p.X", graph -> {
            assertThat(graph.entries())
                    .extracting(EntryMethod::method)
                    .containsExactly("first", "both", "both", "own", "again");
            EntryMethod first = graph.entries().get(0);
            assertThat(first.type()).hasToString("String");
            assertThat(first.parameters().get(0).type()).hasToString("List<String>");
            assertThat(first.faults()).isEmpty();
        });
    }

    private static void entry(String method, Consumer<EntryMethod> assertions) {
        graph(method, graph -> {
            assertThat(graph.entries()).hasSize(1);
            assertions.accept(graph.entries().get(0));
        });
    }

    private static void graph(String members, Consumer<GraphDeclaration> assertions) {
        String source = "package p; @Graph interface X { %s } class MyFuture extends CompletableFuture<String> {}";
        Reading.of(source.formatted(members)).graph("p.X", assertions);
    }
}
