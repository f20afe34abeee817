package dev.hypergraph4j.durability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.durability.graphs.ChainInputs;
import dev.hypergraph4j.durability.poison.NumberRelay;
import dev.hypergraph4j.durability.poison.NumberRelayGraph;
import dev.hypergraph4j.durability.poison.NumberRelayInputs;
import dev.hypergraph4j.durability.poison.OddPlaces.Odd;
import dev.hypergraph4j.durability.poison.OddPlaces.Place;
import dev.hypergraph4j.durability.poison.OddPlacesGraph;
import dev.hypergraph4j.durability.poison.OddPlacesInputs;
import dev.hypergraph4j.durability.poison.OddRelayGraph;
import dev.hypergraph4j.durability.poison.OddRelayInputs;
import dev.hypergraph4j.durability.poison.PaintingBefore;
import dev.hypergraph4j.durability.poison.PaintingBeforeGraph;
import dev.hypergraph4j.durability.poison.PaintingBeforeInputs;
import dev.hypergraph4j.durability.poison.PaintingBeforeOutputs;
import dev.hypergraph4j.durability.poison.PaintingInViridianGraph;
import dev.hypergraph4j.durability.poison.PaintingInViridianInputs;
import dev.hypergraph4j.durability.poison.PaintingWithoutSizeGraph;
import dev.hypergraph4j.durability.poison.PaintingWithoutSizeInputs;
import dev.hypergraph4j.durability.poison.TextRelay;
import dev.hypergraph4j.durability.poison.TextRelayGraph;
import dev.hypergraph4j.durability.poison.TextRelayInputs;
import dev.hypergraph4j.durability.poison.TreeRelay;
import dev.hypergraph4j.durability.poison.TreeRelay.Tree;
import dev.hypergraph4j.durability.poison.TreeRelayGraph;
import dev.hypergraph4j.durability.poison.TreeRelayInputs;
import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.ConflictException;
import dev.hypergraph4j.runtime.NodeExecutionException;
import dev.hypergraph4j.runtime.RunOptions;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.Runner;
import dev.hypergraph4j.runtime.SyncRunner;
import dev.hypergraph4j.runtime.Workflows;
import dev.hypergraph4j.runtime.durable.Attempt;
import dev.hypergraph4j.runtime.durable.Checkpointer;
import dev.hypergraph4j.runtime.durable.DurableOptions;
import dev.hypergraph4j.runtime.durable.ParkReason;
import dev.hypergraph4j.runtime.durable.VersionPolicy;
import dev.hypergraph4j.runtime.durable.Workflow;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import dev.hypergraph4j.runtime.log.RunStatus;
import dev.hypergraph4j.testing.ManualClock;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values that nobody should give: each comes back from the store as it was, or fails the node that gave it, by name; and the store is as good as before.
 */
class PoisonTest {
    @TempDir
    private Path folder;

    private final ManualClock clock = ManualClock.at(1_700_000_000_000L);

    private void on(StoreKind kind, Consumer<Checkpointer> trial) {
        try (Checkpointer store = kind.open(folder, clock)) {
            trial.accept(store);
            ChainGraph healthy = ChainGraph.create(new Chain(new Bodies()));
            assertThat(run(healthy, ChainInputs.of(7), "healthy", store)).isNotNull();
            assertThat(store.find("healthy").orElseThrow().status()).isEqualTo(WorkflowStatus.COMPLETED);
        }
    }

    private static <I, O> O run(CompiledGraph<I, O> graph, I inputs, String id, Checkpointer store) {
        SyncRunner runner = SyncRunner.builder().checkpointer(store).build();
        return graph.with(runner).run(inputs, RunOptions.workflow(id)).outputs();
    }

    /** The outputs of a workflow, twice: as it gave them, and as they come from the store. */
    private static <I, O> List<O> outputs(CompiledGraph<I, O> graph, I inputs, Checkpointer store) {
        O given = run(graph, inputs, "poison", store);
        O kept = Workflows.on(store)
                .build()
                .result(graph, "poison")
                .orElseThrow()
                .outputs();
        return List.of(given, kept);
    }

    /** The same where the store may also refuse the value: then it is the node's failure, and recorded. */
    private static <I, O> List<O> outputsOrFailure(CompiledGraph<I, O> graph, I inputs, Checkpointer store) {
        try {
            return outputs(graph, inputs, store);
        } catch (NodeExecutionException located) {
            checkFailure(located, store);
            return List.of();
        }
    }

    private static void checkFailure(NodeExecutionException located, Checkpointer store) {
        assertThat(located.nodePath()).isEqualTo("give");
        assertThat(store.find("poison").orElseThrow().status()).isEqualTo(WorkflowStatus.FAILED);
        Invariants.of(store, "poison");
    }

    private static <I> void fails(CompiledGraph<I, ?> graph, I inputs, Checkpointer store) {
        assertThatThrownBy(() -> run(graph, inputs, "poison", store))
                .isInstanceOfSatisfying(NodeExecutionException.class, located -> checkFailure(located, store));
    }

    private static TextRelayGraph text(Supplier<@Nullable String> text) {
        return TextRelayGraph.create(new TextRelay(text));
    }

    @ParameterizedTest
    @EnumSource
    void nothingFromANodeThatGivesSomethingIsItsFailure(StoreKind kind) {
        on(kind, store -> fails(text(() -> null), TextRelayInputs.of(1), store));
    }

    @ParameterizedTest
    @EnumSource
    void numbersThatAreNoneComeBackBitByBit(StoreKind kind) {
        List<Double> numbers = List.of(
                Double.NaN, -0.0, 0.0, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, Double.MIN_VALUE, 1e308);
        NumberRelayGraph graph = NumberRelayGraph.create(new NumberRelay(numbers));
        on(
                kind,
                store -> assertThat(outputs(graph, NumberRelayInputs.of(1), store))
                        .allSatisfy(each -> assertThat(each.echo()).isEqualTo(numbers)));
    }

    @ParameterizedTest
    @EnumSource
    void textsOfAnyLengthComeBackAsTheyWere(StoreKind kind) {
        String text = "0123456789abcdef".repeat(64 * 1024 * 1024 / 16);
        on(
                kind,
                store -> assertThat(outputs(text(() -> text), TextRelayInputs.of(1), store))
                        .allMatch(each -> each.echo().equals(text)));
    }

    @ParameterizedTest
    @EnumSource
    void textsThatAreNoneComeBackAsTheyWereOrAreFailures(StoreKind kind) {
        for (String text : List.of("a\0b", "\0", "\uD800", "a\uDC00b", "\uDC00\uD800", "\uFFFE\uFFFF", "")) {
            on(
                    kind,
                    store -> assertThat(outputsOrFailure(text(() -> text), TextRelayInputs.of(1), store))
                            .allMatch(each -> each.echo().equals(text)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void failuresWhoseMessagesAreNoTextAreRecorded(StoreKind kind) {
        for (String message : List.of("a\0b", "\uD800", "x".repeat(999) + "\uD83D\uDE00")) {
            Supplier<String> failing = () -> {
                throw new IllegalStateException(message);
            };
            on(kind, store -> fails(text(failing), TextRelayInputs.of(1), store));
        }
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatAreNestedDeeplyComeBackAsTheyWereOrAreFailures(StoreKind kind) {
        for (int depth : List.of(100, 10_000)) {
            TreeRelayGraph graph = TreeRelayGraph.create(new TreeRelay(() -> chain(depth)));
            on(
                    kind,
                    store -> assertThat(outputsOrFailure(graph, TreeRelayInputs.of(1), store))
                            .allMatch(each -> depth(each.echo()) == depth));
        }
    }

    private static Tree chain(int depth) {
        Tree tree = new Tree("leaf", List.of());
        for (int i = 1; i < depth; i++) {
            tree = new Tree("branch", List.of(tree));
        }
        return tree;
    }

    private static int depth(Tree tree) {
        int depth = 1;
        Tree each = tree;
        while (!each.children().isEmpty()) {
            each = each.children().get(0);
            depth++;
        }
        return depth;
    }

    @ParameterizedTest
    @EnumSource
    void valuesThatContainThemselvesAreFailures(StoreKind kind) {
        TreeRelayGraph graph = TreeRelayGraph.create(new TreeRelay(() -> {
            List<Tree> children = new ArrayList<>();
            Tree ring = new Tree("ring", children);
            children.add(ring);
            return ring;
        }));
        on(kind, store -> fails(graph, TreeRelayInputs.of(1), store));
    }

    @ParameterizedTest
    @EnumSource
    void valuesWhoseMethodsThrowComeBackAsTheyWere(StoreKind kind) {
        on(
                kind,
                store -> assertThat(outputs(OddRelayGraph.create(), OddRelayInputs.of(7), store).stream()
                                .map(each -> each.echo().number())
                                .toList())
                        .containsExactly(7, 7));
    }

    private static List<Function<Checkpointer, Runner>> runners() {
        return List.of(
                store -> SyncRunner.builder().checkpointer(store).build(),
                store -> AsyncRunner.builder().checkpointer(store).build());
    }

    @ParameterizedTest
    @EnumSource
    void valuesWhoseMethodsThrowErrorsAreFailuresWhereverANodePutsThem(StoreKind kind) {
        for (Function<Checkpointer, Runner> runner : runners()) {
            for (Place place : List.of(Place.OPTION, Place.EVIDENCE, Place.MESSAGE, Place.CHECKPOINT, Place.OUTPUT)) {
                String node = place == Place.OPTION || place == Place.EVIDENCE ? "ask" : "give";
                String id = runner + " " + place;
                on(kind, store -> {
                    OddPlacesGraph graph = OddPlacesGraph.create().with(runner.apply(store));
                    assertThatThrownBy(() -> graph.run(OddPlacesInputs.of(place, new Odd(3)), RunOptions.workflow(id)))
                            .isInstanceOfSatisfying(
                                    NodeExecutionException.class,
                                    located -> assertThat(located.nodePath()).isEqualTo(node));
                    assertThat(store.find(id).orElseThrow().status()).isEqualTo(WorkflowStatus.FAILED);
                    assertThat(store.pending())
                            .noneMatch(question -> question.workflow().equals(id));
                });
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void inputsWhoseMethodsThrowErrorsAreRefusedBeforeAnythingIsRecorded(StoreKind kind) {
        for (Function<Checkpointer, Runner> runner : runners()) {
            on(kind, store -> {
                OddPlacesGraph graph = OddPlacesGraph.create().with(runner.apply(store));
                OddPlacesInputs poison = OddPlacesInputs.of(Place.NOWHERE, new Odd(-1));
                assertThatThrownBy(() -> graph.run(poison, RunOptions.workflow("poison")))
                        .hasStackTraceContaining("AssertionError: number");
                assertThat(store.find("poison")).isEmpty();

                assertThatThrownBy(() -> graph.map(
                                List.of(OddPlacesInputs.of(Place.NOWHERE, new Odd(3)), poison),
                                RunOptions.workflow("map of " + runner)))
                        .hasStackTraceContaining("AssertionError: number");
                assertThat(store.find("map of " + runner).orElseThrow().status())
                        .isEqualTo(WorkflowStatus.FAILED);
            });
        }
    }

    /**
     * The graph of {@link PaintingBefore} as later code has it.
     *
     * @param offender what is told of the value that its code can't read
     */
    private record Painting<I>(CompiledGraph<I, ?> graph, I inputs, String offender) {
        void run(Runner runner) {
            graph.with(runner).run(inputs, RunOptions.workflow("w"));
        }

        @Override
        public String toString() {
            return graph.getClass().getSimpleName();
        }
    }

    static Stream<Arguments> laterCodeOnStores() {
        List<Painting<?>> later = List.of(
                new Painting<>(PaintingWithoutSizeGraph.create(), PaintingWithoutSizeInputs.of(1), "size"),
                new Painting<>(PaintingInViridianGraph.create(), PaintingInViridianInputs.of(1), "GREEN"));
        return later.stream()
                .flatMap(painting -> Stream.of(StoreKind.values()).map(kind -> Arguments.of(painting, kind)));
    }

    /** A workflow under the old code, whose question has its answer. */
    private static Workflows begunUnderOldCode(Checkpointer store) {
        SyncRunner runner = SyncRunner.builder().checkpointer(store).build();
        PaintingBeforeGraph before = PaintingBeforeGraph.create().with(runner);
        RunResult<PaintingBeforeOutputs> begun = before.run(PaintingBeforeInputs.of(1), RunOptions.workflow("w"));
        assertThat(begun.status()).isEqualTo(RunStatus.PAUSED);
        Workflows old = Workflows.on(store).runner(runner).serve(before).build();
        old.answer("w", "approve", true, "ada");
        return old;
    }

    private static void assertThatItGoesOn(Workflows old) {
        old.workHere();
        assertThat(old.result(PaintingBeforeGraph.create(), "w")
                        .orElseThrow()
                        .outputs()
                        .done())
                .isEqualTo("door GREEN true");
        assertThat(old.store().attempts("w")).extracting(Attempt::step).containsOnlyOnce("mix");
        Invariants.of(old.store(), "w");
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("laterCodeOnStores")
    void valuesOfChangedTypesAreRefusedByNameAndTheOldCodeGoesOn(Painting<?> later, StoreKind kind) {
        on(kind, store -> {
            Workflows old = begunUnderOldCode(store);

            assertThatThrownBy(() ->
                            later.run(SyncRunner.builder().checkpointer(store).build()))
                    .isInstanceOf(ConflictException.class)
                    .hasMessageContaining("mix");

            assertThatItGoesOn(old);
        });
    }

    @ParameterizedTest(name = "{0} on {1}")
    @MethodSource("laterCodeOnStores")
    void valuesOfChangedTypesThatAreTrustedParkTheWorkflowAndTheOldCodeGoesOn(Painting<?> later, StoreKind kind) {
        DurableOptions trusting = DurableOptions.defaults().versionPolicy(VersionPolicy.TRUST);
        on(kind, store -> {
            Workflows old = begunUnderOldCode(store);
            SyncRunner runner =
                    SyncRunner.builder().checkpointer(store, trusting).build();

            assertThatThrownBy(() -> later.run(runner))
                    .hasStackTraceContaining("mix")
                    .hasStackTraceContaining("Paint")
                    .hasStackTraceContaining(later.offender());
            assertThatItIsParked(store, later);
            store.requeue("w");

            Workflows workers = Workflows.on(store)
                    .runner(runner)
                    .serve(later.graph().with(runner))
                    .build();
            assertThat(workers.workHere()).isEqualTo(1);
            assertThatItIsParked(store, later);
            store.requeue("w");

            assertThatItGoesOn(old);
        });
    }

    private static void assertThatItIsParked(Checkpointer store, Painting<?> later) {
        Workflow parked = store.find("w").orElseThrow();
        assertThat(parked.status()).isEqualTo(WorkflowStatus.PARKED);
        assertThat(parked.parkReason()).isEqualTo(ParkReason.VALUE_UNREADABLE);
        assertThat(parked.reason()).startsWith("step 'mix': ").contains("Paint").contains(later.offender());
    }
}
