package dev.hypergraph4j.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.model.Demand;
import dev.hypergraph4j.processor.model.Fault;
import dev.hypergraph4j.processor.model.Fault.Kind;
import dev.hypergraph4j.processor.model.Name;
import dev.hypergraph4j.processor.model.NodeMethod;
import dev.hypergraph4j.processor.model.Parameter;
import dev.hypergraph4j.processor.model.RetryRule;
import dev.hypergraph4j.processor.model.Traits;
import dev.hypergraph4j.processor.model.Traits.Streaming;
import dev.hypergraph4j.processor.model.ValueType;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraitsReadingTest {

    @Test
    void nodeThatSaysNothingElseIsPlain() {
        read(
                "@Node(outputName = \"a\") int f() { return 1; }",
                method -> assertThat(method.traits()).isEqualTo(Traits.PLAIN));
    }

    @Test
    void annotationOfANodeTellsItsTraits() {
        read(
                "@Node(outputName = \"a\", emit = {\"e\", \"f\"}, waitFor = \"w\", cache = true, timeout = \"PT1.5S\")"
                        + " int f() { return 1; }",
                method -> {
                    assertThat(method.traits().emits()).extracting(Name::text).containsExactly("e", "f");
                    assertThat(method.traits().waits()).extracting(Name::text).containsExactly("w");
                    assertThat(method.traits().cached()).isTrue();
                    assertThat(method.traits().timeoutNanos()).isEqualTo(1_500_000_000L);
                    assertThat(method.traits().retry()).isNull();
                    assertThat(method.faults()).isEmpty();
                });
    }

    @Test
    void effectThatMustNotBeRepeatedIsRead() {
        read(
                "@Node(outputName = \"a\", effect = Effect.ONCE) int f() { return 1; }",
                method -> assertThat(method.traits().effectOnce()).isTrue());
        read(
                "@Node(outputName = \"a\", effect = Effect.REPEATABLE) int f() { return 1; }",
                method -> assertThat(method.traits()).isEqualTo(Traits.PLAIN));
    }

    @Test
    void retryIsReadWithItsDefaults() {
        read("@Node(outputName = \"a\", retry = @Retry(maxAttempts = 3)) int f() { return 1; }", method -> {
            RetryRule retry = method.traits().retry();
            assertThat(retry.maxAttempts()).isEqualTo(3);
            assertThat(retry.on()).isEmpty();
            assertThat(retry.initialDelayNanos()).isEqualTo(1_000_000_000L);
            assertThat(retry.multiplier()).isEqualTo(2);
            assertThat(retry.maxDelayNanos()).isEqualTo(60_000_000_000L);
            assertThat(retry.jitter()).isEqualTo(1);
            assertThat(retry.windowNanos()).isZero();
        });
    }

    @Test
    void retryTellsEverything() {
        read(
                "@Node(outputName = \"a\", retry = @Retry(maxAttempts = 2, on = {java.io.IOException.class, TimeoutException.class},"
                        + " initialDelay = \"PT0S\", multiplier = 1, maxDelay = \"PT2S\", jitter = 0.5, window = \"PT1H\"))"
                        + " int f() { return 1; }",
                method -> {
                    RetryRule retry = method.traits().retry();
                    assertThat(retry.on())
                            .extracting(ValueType::qualifiedDisplay)
                            .containsExactly("java.io.IOException", "java.util.concurrent.TimeoutException");
                    assertThat(retry.initialDelayNanos()).isZero();
                    assertThat(retry.multiplier()).isEqualTo(1);
                    assertThat(retry.maxDelayNanos()).isEqualTo(2_000_000_000L);
                    assertThat(retry.jitter()).isEqualTo(0.5);
                    assertThat(retry.windowNanos()).isEqualTo(3_600_000_000_000L);
                    assertThat(method.faults()).isEmpty();
                });
    }

    @Test
    void oneAttemptIsNoRetry() {
        read(
                "@Node(outputName = \"a\", retry = @Retry(on = Error.class)) int f() { return 1; }",
                method -> assertThat(method.traits().retry()).isNull());
    }

    @Test
    void exceptionsAreTypesThatCodeHasToSee() {
        read(
                "private static class Secret extends Exception {}"
                        + " @Node(outputName = \"a\", retry = @Retry(maxAttempts = 2, on = Secret.class)) int f() { return 1; }",
                method -> assertThat(method.typesHiddenFrom("p"))
                        .extracting(ValueType::display)
                        .containsExactly("Secret"));
    }

    @Test
    void enumOfAGateIsATypeThatCodeHasToSee() {
        read("enum Next { END } @Route Next f() { return null; }", method -> {
            assertThat(method.typesHiddenFrom("p")).isEmpty();
            assertThat(method.typesHiddenFrom("q"))
                    .extracting(ValueType::display)
                    .containsExactly("Next");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    java.util.stream.Stream<String>           | STREAM    | List<String>
                    java.util.stream.Stream<? extends Number> | STREAM    | List<Number>
                    java.util.stream.Stream                   | STREAM    | List<Object>
                    Iterator<int[]>                           | ITERATOR  | List<int[]>
                    PrimitiveIterator.OfInt                   | ITERATOR  | List<Integer>
                    Tokens                                    | ITERATOR  | List<String>
                    Flow.Publisher<List<String>>              | PUBLISHER | List<List<String>>
                    SubmissionPublisher<Long>                 | PUBLISHER | List<Long>
                    Flow.Processor<String, Long>              | PUBLISHER | List<Long>
                    """)
    void elementsOfAStreamAreGivenAsAList(String returned, Streaming streaming, String type) {
        read("@Node(outputName = \"a\") %s f() { return null; }".formatted(returned), method -> {
            assertThat(method.traits().streaming()).isEqualTo(streaming);
            assertThat(method.outputs())
                    .singleElement()
                    .satisfies(output -> assertThat(output.type().display()).isEqualTo(type));
            assertThat(method.asynchronous()).isFalse();
            assertThat(method.faults()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"List<String>", "Collection<String>", "Iterable<String>", "Bag"})
    void collectionIsAValue(String returned) {
        read("@Node(outputName = \"a\") %s f() { return null; }".formatted(returned), method -> {
            assertThat(method.traits().streaming()).isNull();
            assertThat(method.outputs().get(0).type().display()).isEqualTo(returned);
        });
    }

    @Test
    void answerIsTheOutputOfAnInterrupt() {
        read(
                "@Interrupt(answerName = \"chosen\", name = \"ask\", emit = \"e\") Question<List<String>> f() { return null; }",
                method -> {
                    assertThat(method.traits().interrupt()).isTrue();
                    assertThat(method.node()).isEqualTo("ask");
                    assertThat(method.traits().emits()).hasSize(1);
                    assertThat(method.outputs()).singleElement().satisfies(output -> {
                        assertThat(output.name()).isEqualTo("chosen");
                        assertThat(output.type().display()).isEqualTo("List<String>");
                    });
                    assertThat(method.faults()).isEmpty();
                });
    }

    @Test
    void questionMayComeByAStage() {
        read("@Interrupt(answerName = \"a\") CompletionStage<Question<Boolean>> f() { return null; }", method -> {
            assertThat(method.asynchronous()).isTrue();
            assertThat(method.outputs().get(0).type().display()).isEqualTo("Boolean");
        });
    }

    @Test
    void contextIsNoValueThatANodeTakes() {
        read("@Node void f(int x, NodeContext x2) {} @Default static NodeContext x2() { return null; }", method -> {
            assertThat(method.parameters())
                    .extracting(Parameter::demand)
                    .containsExactly(Demand.REQUIRED, Demand.CONTEXT);
            assertThat(method.values()).extracting(Parameter::name).containsExactly("x");
            assertThat(method.parameters().get(1).defaultValue()).isNull();
            assertThat(method.faults()).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    @Interrupt(answerName = "a") String f() { return null; }                                    | NOT_A_QUESTION      | String
                    @Interrupt(answerName = "a") void f() {}                                                    | NOT_A_QUESTION      | nothing
                    @Interrupt(answerName = "a") Question f() { return null; }                                  | NOT_A_QUESTION      | Question
                    @Interrupt(answerName = "a") Question<?> f() { return null; }                               | NOT_A_QUESTION      | Question<?>
                    @Node @Route(targets = "a") String f() { return null; }                                     | SEVERAL_ANNOTATIONS | '@Node and @Route'
                    @Node(outputName = "a") java.util.stream.IntStream f() { return null; }                     | PRIMITIVE_STREAM    | IntStream
                    @Node(outputName = "a") CompletionStage<java.util.stream.LongStream> f() { return null; }   | PRIMITIVE_STREAM    | LongStream
                    @Node(outputName = "a") CompletionStage<Iterator<String>> f() { return null; }              | STREAM_IN_STAGE     | Iterator<String>
                    @Node Iterator<String> f() { return null; }                                                 | OUTPUT_MISSING      | Iterator<String>
                    @Node(outputName = {"a", "b"}) Iterator<String> f() { return null; }                        | NOT_A_RECORD        | Iterator<String>
                    @Node void f(NodeContext a, NodeContext b) {}                                               | SEVERAL_CONTEXTS    | ''
                    @Node(timeout = "5s") void f() {}                                                           | BAD_DURATION        | timeout = "5s"
                    @Node(timeout = "PT0S") void f() {}                                                         | BAD_DURATION        | timeout = "PT0S"
                    @Node(timeout = "PT9999999H") void f() {}                                                   | BAD_DURATION        | timeout = "PT9999999H"
                    @Node(retry = @Retry(initialDelay = "PT-1S")) void f() {}                                   | BAD_DURATION        | initialDelay = "PT-1S"
                    @Node(retry = @Retry(maxDelay = "1")) void f() {}                                           | BAD_DURATION        | maxDelay = "1"
                    @Node(retry = @Retry(window = "PT0S")) void f() {}                                          | BAD_DURATION        | window = "PT0S"
                    @Node(cache = true) void f() {}                                                             | NOTHING_TO_CACHE    | ''
                    @Node(retry = @Retry(maxAttempts = 0)) void f() {}                                          | BAD_ATTEMPTS        | 0
                    @Node(retry = @Retry(maxAttempts = 2, multiplier = 0.5)) void f() {}                        | BAD_MULTIPLIER      | 0.5
                    @Node(retry = @Retry(maxAttempts = 2, jitter = 1.5)) void f() {}                            | BAD_JITTER          | 1.5
                    @Node(retry = @Retry(maxAttempts = 2, jitter = -1)) void f() {}                             | BAD_JITTER          | -1.0
                    """)
    void methodHasTheFault(String method, Kind kind, String detail) {
        read(method, read -> assertThat(read.faults()).contains(new Fault(kind, detail)));
    }

    @Test
    void methodWithTwoAnnotationsIsReadByTheFirst() {
        read("@Interrupt(answerName = \"q\") @Node(outputName = \"a\") String f() { return null; }", method -> {
            assertThat(method.faults()).containsExactly(new Fault(Kind.SEVERAL_ANNOTATIONS, "@Node and @Interrupt"));
            assertThat(method.outputs().get(0).name()).isEqualTo("a");
        });
    }

    private static void read(String members, Consumer<NodeMethod> assertions) {
        Reading.of("""
                package p;
                class X { %s }
                abstract class Tokens implements Iterator<String> {}
                abstract class Bag extends AbstractList<String> implements Iterator<String> {}
                """.formatted(members)).method(assertions);
    }
}
