package dev.hypergraph4j.durability;

import dev.hypergraph4j.durability.graphs.Asking;
import dev.hypergraph4j.durability.graphs.AskingGraph;
import dev.hypergraph4j.durability.graphs.AskingInputs;
import dev.hypergraph4j.durability.graphs.Chain;
import dev.hypergraph4j.durability.graphs.ChainGraph;
import dev.hypergraph4j.durability.graphs.ChainInputs;
import dev.hypergraph4j.durability.graphs.Diamond;
import dev.hypergraph4j.durability.graphs.DiamondGraph;
import dev.hypergraph4j.durability.graphs.DiamondInputs;
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
import dev.hypergraph4j.durability.graphs.Receiver;
import dev.hypergraph4j.durability.graphs.Retrying;
import dev.hypergraph4j.durability.graphs.RetryingGraph;
import dev.hypergraph4j.durability.graphs.RetryingInputs;
import dev.hypergraph4j.durability.graphs.Shipping;
import dev.hypergraph4j.durability.graphs.ShippingGraph;
import dev.hypergraph4j.durability.graphs.ShippingInputs;
import dev.hypergraph4j.runtime.CompiledGraph;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * A graph that everything is done to, with inputs for each number.
 *
 * @param name tells it apart
 * @param graph the graph, with effects on a receiver
 * @param inputs what it takes
 */
record Reference<I, O>(String name, Function<Receiver, CompiledGraph<I, O>> graph, IntFunction<I> inputs) {
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
            new Reference<>("question", world -> AskingGraph.create(new Asking(world)), AskingInputs::of),
            new Reference<>("retrying", world -> RetryingGraph.create(new Retrying(world)), RetryingInputs::of),
            new Reference<>("streaming", world -> ShippingGraph.create(new Shipping(world)), ShippingInputs::of));

    /** What the question of a workflow with this number is to be answered with. */
    static boolean answer(int number) {
        return number % 3 != 0;
    }

    @Override
    public String toString() {
        return name;
    }
}
