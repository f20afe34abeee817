package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nodes whose elements come one after the other, and nodes that tell of parts of their result. */
class StreamingNodesTest {
    private static final String TALK = """
            package p;

            import java.util.stream.Stream;

            @Graph
            class Talk {
                static final List<String> LOG = new CopyOnWriteArrayList<>();

                @Node(outputName = "words")
                Stream<String> words(String text) {
                    return Stream.of(text.split(" ")).onClose(() -> LOG.add("closed"));
                }

                @Node(outputName = "letters")
                Iterator<? extends CharSequence> letters(List<String> words) {
                    return words.stream().map(word -> word.substring(0, 1)).iterator();
                }

                @Node(outputName = "numbers")
                Flow.Publisher<Integer> numbers(List<String> words) {
                    return subscriber -> {
                        SubmissionPublisher<Integer> publisher = new SubmissionPublisher<>();
                        publisher.subscribe(subscriber);
                        for (int i = 0; i < 100; i++) {
                            publisher.submit(i);
                        }
                        publisher.close();
                    };
                }

                @Node(outputName = "said")
                String say(NodeContext context, List<CharSequence> letters, List<Integer> numbers) {
                    context.emit("a part");
                    return context.path() + " " + context.iteration() + " " + context.attempt() + " " + context.stopRequested()
                            + " " + letters + " " + numbers.size() + " " + numbers.get(99);
                }
            }
            """;

    private static final String RUNS = """
            package p;

            import dev.hypergraph4j.runtime.event.Event;

            class Runs {
                static Object run(Runner runner) {
                    List<String> chunks = new CopyOnWriteArrayList<>();
                    RunOptions options = RunOptions.defaults().processor(event -> {
                        if (event instanceof Event.Chunk chunk && !chunk.path().equals("numbers")) {
                            chunks.add(chunk.path() + ":" + chunk.value());
                        }
                    });
                    Object said = TalkGraph.create(new Talk()).with(runner).run(TalkInputs.of("once upon a time"), options).outputs().said();
                    return said + " " + chunks + " " + Talk.LOG;
                }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"SyncRunner", "AsyncRunner"})
    void consumersGetAllElementsAndWatchersEachAsItComes(String runner) {
        assertThat(TestCompilation.of(TALK, RUNS).evaluate("Runs.run(" + runner + ".create())"))
                .hasToString("say 0 1 false [o, u, a, t] 100 99"
                        + " [words:once, words:upon, words:a, words:time, letters:o, letters:u, letters:a, letters:t, say:a part]"
                        + " [closed]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SyncRunner", "AsyncRunner"})
    void brokenStreamIsClosedAndFailsItsNode(String runner) {
        assertThat(TestCompilation.of("""
                        package p;

                        import java.util.stream.Stream;

                        @Graph
                        class Broken {
                            static final List<String> LOG = new CopyOnWriteArrayList<>();

                            @Node(outputName = "parts")
                            Stream<String> parts() {
                                return Stream.of("1", "x").peek(Integer::parseInt).onClose(() -> LOG.add("closed"));
                            }

                            @Node(outputName = "published")
                            Flow.Publisher<String> published() {
                                return subscriber -> {
                                    SubmissionPublisher<String> publisher = new SubmissionPublisher<>();
                                    publisher.subscribe(subscriber);
                                    publisher.closeExceptionally(new IllegalStateException("gone"));
                                };
                            }
                        }
                        """, """
                        package p;

                        class Runs {
                            static Object run(Runner runner) {
                                RunResult<?> result = BrokenGraph.create(new Broken()).with(runner)
                                        .run(BrokenInputs.of(), RunOptions.defaults().onError(ErrorHandling.CONTINUE));
                                return result.log().errors().stream().map(step -> step.error().toString()).toList() + " " + Broken.LOG;
                            }
                        }
                        """).evaluate("Runs.run(" + runner + ".create())"))
                .hasToString(
                        "[java.lang.NumberFormatException: For input string: \"x\", java.lang.IllegalStateException: gone]"
                                + " [closed]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SyncRunner", "AsyncRunner"})
    void contextKnowsThePathOfANestedNode(String runner) {
        assertThat(TestCompilation.of("""
                        package p;

                        @Graph
                        class Inner {
                            @Node(outputName = "path")
                            String tell(NodeContext context) { return context.path(); }
                        }
                        """, """
                        package p;

                        @Graph
                        @Subgraph(Inner.class)
                        class Outer {
                            @Node(outputName = "told")
                            String repeat(String path) { return path; }
                        }
                        """)
                        .evaluate("OuterGraph.create(new Outer(), InnerGraph.create(new Inner())).with(" + runner
                                + ".create()).run(OuterInputs.of()).outputs().told()"))
                .isEqualTo("inner/tell");
    }
}
