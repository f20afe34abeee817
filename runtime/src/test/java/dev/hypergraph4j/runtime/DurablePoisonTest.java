package dev.hypergraph4j.runtime;

import static dev.hypergraph4j.runtime.TestGraph.answer;
import static dev.hypergraph4j.runtime.TestGraph.gives;
import static dev.hypergraph4j.runtime.TestGraph.graph;
import static dev.hypergraph4j.runtime.TestGraph.takes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.Question;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.Payload;
import dev.hypergraph4j.runtime.durable.ValueCodec;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.plan.NodeBuilder;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.lang.reflect.Type;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Values whose methods throw, whatever they throw, fail the node that gave them on whatever thread; the run ends, and the store is as good as before. */
@EndsInTime
class DurablePoisonTest {
    private final Processes processes = new Processes();
    private final CyclicBarrier both = new CyclicBarrier(2);

    /** Who runs. */
    private enum Kind {
        SYNC,
        ASYNC,
        STARTED
    }

    /** A value that can be neither written down nor looked at. */
    private record Poison(boolean isError) {
        @Override
        public String toString() {
            throw thrown();
        }

        Error thrown() {
            if (isError) {
                throw new AssertionError("poison");
            }
            throw new IllegalStateException("poison");
        }
    }

    static Stream<Arguments> all() {
        return Stream.of(Kind.values()).flatMap(kind -> Stream.of(Arguments.of(kind, false), Arguments.of(kind, true)));
    }

    /** Has each value read that is to be written. */
    private record Reading(ValueCodec codec) implements ValueCodec {
        @Override
        public Payload encode(Object value, Type type) {
            if (value instanceof Poison poison) {
                throw poison.thrown();
            }
            if (value instanceof List<?> list) {
                list.forEach(each -> encode(each, Object.class));
            }
            return codec.encode(value, type);
        }

        @Override
        public Object decode(Payload payload, Type type) {
            return codec.decode(payload, type);
        }

        @Override
        public String schema(Type type) {
            return codec.schema(type);
        }
    }

    private Checkpointer store() {
        ValueCodec reading = new Reading(processes.store.codec());
        return (Checkpointer) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {Checkpointer.class}, (proxy, method, arguments) -> {
                    try {
                        return method.getName().equals("codec") ? reading : method.invoke(processes.store, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }

    private Runner runner(Kind kind) {
        DurableOptions options = DurableOptions.defaults();
        return kind == Kind.SYNC
                ? SyncRunner.builder().checkpointer(store(), options).build()
                : AsyncRunner.builder().checkpointer(store(), options).build();
    }

    /** What a run throws, if it throws. */
    private Throwable failure(TestGraph graph, Kind kind, RunOptions options, Object input) {
        TestGraph recorded = graph.with(runner(kind));
        Map<String, Object> inputs = recorded.given("x", input);
        Throwable thrown = catchThrowable(() -> {
            if (kind == Kind.STARTED) {
                recorded.runAsync(inputs, options).toCompletableFuture().join();
            } else {
                recorded.run(inputs, options);
            }
        });
        return thrown instanceof CompletionException ? thrown.getCause() : thrown;
    }

    /** Two nodes that give the same at the same time, on a thread each where there are several. */
    private TestGraph twice(Kind kind, TestGraph.Body body, boolean asks) {
        TestGraph.Body together = in -> {
            if (kind != Kind.SYNC) {
                await();
            }
            return body.run(in);
        };
        return graph().input("x")
                .node("left", takes("x"), asks ? answer("l") : gives("l"), together)
                .that(NodeBuilder::takesContext)
                .node("right", takes("x"), asks ? answer("r") : gives("r"), together)
                .that(NodeBuilder::takesContext)
                .outputs("l", "r");
    }

    private void await() throws InterruptedException {
        try {
            both.await();
        } catch (BrokenBarrierException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private void failsAtItsNode(TestGraph graph, Kind kind) {
        Throwable failure = failure(graph, kind, RunOptions.workflow("a"), 1);

        assertThat(failure)
                .isInstanceOfSatisfying(
                        NodeExecutionException.class,
                        located -> assertThat(located.nodePath()).isIn("left", "right"));
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.workflow("a").reason()).isIn("node 'left' failed", "node 'right' failed");
    }

    @ParameterizedTest
    @MethodSource("all")
    void output(Kind kind, boolean isError) {
        failsAtItsNode(twice(kind, in -> new Poison(isError), false), kind);
    }

    @ParameterizedTest
    @MethodSource("all")
    void evidence(Kind kind, boolean isError) {
        Question<Boolean> question = Question.confirm("Pay?").withEvidence("cart", new Poison(isError));
        failsAtItsNode(twice(kind, in -> question, true), kind);

        assertThat(processes.workflow("a").error().toString())
                .contains("evidence 'cart'")
                .contains("its toString() threw java.lang." + (isError ? "AssertionError" : "IllegalStateException"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void option(Kind kind, boolean isError) {
        Question<Poison> question = Question.choose("Which?", List.of(new Poison(isError)));
        failsAtItsNode(twice(kind, in -> question, true), kind);
    }

    @ParameterizedTest
    @MethodSource("all")
    void optionUnderContinueLeavesNoQuestionOpen(Kind kind, boolean isError) {
        Question<Poison> question = Question.choose("Which?", List.of(new Poison(isError)));
        RunOptions options = RunOptions.workflow("a").onError(ErrorHandling.CONTINUE);

        assertThat(failure(twice(kind, in -> question, true), kind, options, 1)).isNull();
        assertThat(processes.status("a")).isEqualTo(WorkflowStatus.FAILED);
        assertThat(processes.store.pending()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void message(Kind kind, boolean isError) {
        TestGraph.Body sending = in -> {
            in.context().outbox("bank", new Poison(isError));
            return 1;
        };
        failsAtItsNode(twice(kind, sending, false), kind);
        assertThat(processes.store.outbox(10)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void checkpoint(Kind kind, boolean isError) {
        TestGraph.Body saving = in -> {
            in.context().checkpoint(new Poison(isError));
            return 1;
        };
        failsAtItsNode(twice(kind, saving, false), kind);
    }

    @ParameterizedTest
    @MethodSource("all")
    void exceptionWithoutMessageAndCause(Kind kind, boolean isError) {
        class Odd extends RuntimeException {
            private static final long serialVersionUID = 1;

            @Override
            public String getMessage() {
                throw new Poison(isError).thrown();
            }

            @Override
            public synchronized Throwable getCause() {
                throw new Poison(isError).thrown();
            }
        }
        failsAtItsNode(
                twice(
                        kind,
                        in -> {
                            throw new Odd();
                        },
                        false),
                kind);
    }

    @ParameterizedTest
    @MethodSource("all")
    void inputIsRefusedBeforeAnythingIsRecorded(Kind kind, boolean isError) {
        TestGraph graph = twice(Kind.SYNC, in -> 1, false);

        assertThat(failure(graph, kind, RunOptions.workflow("a"), new Poison(isError)))
                .isInstanceOf(isError ? AssertionError.class : IllegalStateException.class)
                .hasMessage("poison");
        assertThat(processes.store.find("a")).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("all")
    void itemOfAMapEndsTheMap(Kind kind, boolean isError) {
        TestGraph graph = twice(Kind.SYNC, in -> 1, false).with(runner(kind));
        List<Map<String, Object>> items =
                List.of(graph.given("x", 1), graph.given("x", new Poison(isError)), graph.given("x", 2));

        assertThat(catchThrowable(() -> {
                    if (kind == Kind.STARTED) {
                        graph.mapAsync(items, RunOptions.workflow("m")).await();
                    } else {
                        graph.map(items, RunOptions.workflow("m"));
                    }
                }))
                .isNotNull();
        assertThat(processes.status("m")).isEqualTo(WorkflowStatus.FAILED);
    }
}
