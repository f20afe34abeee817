package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.Attendant.Answering;
import dev.hypergraph4j.durability.Life.Way;
import dev.hypergraph4j.durability.graphs.Asking;
import dev.hypergraph4j.durability.graphs.AskingGraph;
import dev.hypergraph4j.durability.graphs.AskingInputs;
import dev.hypergraph4j.durability.graphs.Booking;
import dev.hypergraph4j.durability.graphs.BookingGraph;
import dev.hypergraph4j.durability.graphs.BookingInputs;
import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.durability.graphs.ChainInputs;
import dev.hypergraph4j.durability.graphs.Collecting;
import dev.hypergraph4j.durability.graphs.CollectingGraph;
import dev.hypergraph4j.durability.graphs.CollectingInputs;
import dev.hypergraph4j.durability.graphs.Delegating;
import dev.hypergraph4j.durability.graphs.DelegatingGraph;
import dev.hypergraph4j.durability.graphs.DelegatingInputs;
import dev.hypergraph4j.durability.graphs.Diamond;
import dev.hypergraph4j.durability.graphs.DiamondGraph;
import dev.hypergraph4j.durability.graphs.DiamondInputs;
import dev.hypergraph4j.durability.graphs.Dozing;
import dev.hypergraph4j.durability.graphs.DozingGraph;
import dev.hypergraph4j.durability.graphs.DozingInputs;
import dev.hypergraph4j.durability.graphs.Grading;
import dev.hypergraph4j.durability.graphs.GradingGraph;
import dev.hypergraph4j.durability.graphs.Looping;
import dev.hypergraph4j.durability.graphs.LoopingGraph;
import dev.hypergraph4j.durability.graphs.LoopingInputs;
import dev.hypergraph4j.durability.graphs.Mapping;
import dev.hypergraph4j.durability.graphs.MappingGraph;
import dev.hypergraph4j.durability.graphs.MappingInputs;
import dev.hypergraph4j.durability.graphs.NestedInLoop;
import dev.hypergraph4j.durability.graphs.NestedInLoopGraph;
import dev.hypergraph4j.durability.graphs.NestedInLoopInputs;
import dev.hypergraph4j.durability.graphs.Patient;
import dev.hypergraph4j.durability.graphs.PatientGraph;
import dev.hypergraph4j.durability.graphs.PatientInputs;
import dev.hypergraph4j.durability.graphs.Printing;
import dev.hypergraph4j.durability.graphs.PrintingGraph;
import dev.hypergraph4j.durability.graphs.PrintingInputs;
import dev.hypergraph4j.durability.graphs.Receiver;
import dev.hypergraph4j.durability.graphs.Retrying;
import dev.hypergraph4j.durability.graphs.RetryingGraph;
import dev.hypergraph4j.durability.graphs.RetryingInputs;
import dev.hypergraph4j.durability.graphs.Shipping;
import dev.hypergraph4j.durability.graphs.ShippingGraph;
import dev.hypergraph4j.durability.graphs.ShippingInputs;
import dev.hypergraph4j.runtime.CompiledGraph;
import dev.hypergraph4j.runtime.durable.WorkflowStatus;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Stream;

/**
 * A graph that everything is done to, with inputs for each number.
 *
 * @param name tells it apart
 * @param graph the graph, with effects on a receiver
 * @param inputs what it takes
 * @param waits what its workflows are at where they do not go on by themselves
 * @param answering how its questions are answered
 */
record Reference<I, O>(
        String name,
        Function<Receiver, CompiledGraph<I, O>> graph,
        IntFunction<I> inputs,
        Set<WorkflowStatus> waits,
        Answering answering) {
    /** One of each shape. */
    static final List<Reference<?, ?>> ALL = List.of(
            new Reference<>("chain", world -> ChainGraph.create(new Chain(world)), ChainInputs::of),
            new Reference<>("diamond", world -> DiamondGraph.create(new Diamond(world)), DiamondInputs::of),
            new Reference<>(
                    "loop", world -> LoopingGraph.create(new Looping(world)), number -> LoopingInputs.of(number, 0)),
            new Reference<>(
                    "nestedInLoop",
                    world -> NestedInLoopGraph.create(new NestedInLoop(world), GradingGraph.create(new Grading(world))),
                    number -> NestedInLoopInputs.of(number, 0)),
            new Reference<>(
                    "mapped",
                    world -> MappingGraph.create(new Mapping(world), GradingGraph.create(new Grading(world))),
                    MappingInputs::of),
            new Reference<>(
                    "question",
                    world -> AskingGraph.create(new Asking(world)),
                    AskingInputs::of,
                    Set.of(WorkflowStatus.PAUSED),
                    Answering.AT_ONCE),
            new Reference<>("retrying", world -> RetryingGraph.create(new Retrying(world)), RetryingInputs::of),
            new Reference<>("streaming", world -> ShippingGraph.create(new Shipping(world)), ShippingInputs::of));

    /** What waits for more than an answer, or writes where its store does: not for those who only start workflows and have them end. */
    static final List<Reference<?, ?>> MORE = List.of(
            new Reference<>(
                    "spawning",
                    world -> DelegatingGraph.create(new Delegating(world, GradingGraph.create(new Grading(world)))),
                    DelegatingInputs::of,
                    Set.of(WorkflowStatus.WAITING_CHILD),
                    Answering.AT_ONCE),
            new Reference<>("transaction", world -> BookingGraph.create(new Booking(world)), BookingInputs::of),
            new Reference<>(
                    "once",
                    world -> PrintingGraph.create(new Printing(world)),
                    PrintingInputs::of,
                    Set.of(WorkflowStatus.PARKED),
                    Answering.AT_ONCE),
            new Reference<>(
                    "sleeping",
                    world -> PatientGraph.create(new Patient(world)),
                    PatientInputs::of,
                    Set.of(WorkflowStatus.SLEEPING),
                    Answering.AT_ONCE),
            new Reference<>(
                    "scheduledAnswer",
                    world -> AskingGraph.create(new Asking(world)),
                    AskingInputs::of,
                    Set.of(WorkflowStatus.PAUSED),
                    Answering.SCHEDULED),
            new Reference<>(
                    "messages",
                    world -> CollectingGraph.create(new Collecting(world)),
                    number -> CollectingInputs.of(0, number),
                    Set.of(WorkflowStatus.PAUSED),
                    Answering.SENT));

    /** One that sleeps as well, but not for an hour. */
    static final Reference<?, ?> DOZING = new Reference<>(
            "dozing",
            world -> DozingGraph.create(new Dozing(world)),
            DozingInputs::of,
            Set.of(WorkflowStatus.SLEEPING),
            Answering.AT_ONCE);

    /** One whose workflows go on by themselves. */
    Reference(String name, Function<Receiver, CompiledGraph<I, O>> graph, IntFunction<I> inputs) {
        this(name, graph, inputs, Set.of(), Answering.AT_ONCE);
    }

    /** The one with this name. */
    static Reference<?, ?> named(String name) {
        return Stream.concat(ALL.stream(), MORE.stream())
                .filter(reference -> reference.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** In which ways a process can have it run. One that runs it itself waits for its next attempt, so that only workers have it sleep. */
    List<Way> ways() {
        return Stream.of(Way.values())
                .filter(way -> way.isSubmitted() || !waits.contains(WorkflowStatus.SLEEPING))
                .toList();
    }

    /** What the question of a workflow with this number is to be answered with. */
    static boolean answer(int number) {
        return number % 3 != 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
