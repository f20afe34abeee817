package dev.hypergraph4j.runtime;

import dev.hypergraph4j.runtime.cache.CacheKey;
import dev.hypergraph4j.runtime.cache.Flight;
import dev.hypergraph4j.runtime.cache.NodeOutputs;
import dev.hypergraph4j.runtime.cache.SingleFlight;
import dev.hypergraph4j.runtime.definition.NodeDefinition;
import dev.hypergraph4j.runtime.definition.ParameterDefinition;
import dev.hypergraph4j.runtime.plan.GraphState;
import dev.hypergraph4j.runtime.plan.Plan;
import dev.hypergraph4j.runtime.plan.Trace;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a node that may be spared by a cache: its outputs are there, or somebody else is computing them, or it leads, and then others may
 * wait for it. A cache that breaks its promises and throws is noted, and done without.
 */
final class CacheUse {
    private final SingleFlight flights;
    private final Plan plan;
    private final GraphState state;
    private final Trace trace;
    private final int node;
    private final Awaited<Flight> flight;
    private Flight.@Nullable Waiting waiting;
    private boolean isAsked;
    private boolean isWithout;
    private Flight.@Nullable Lead lead;

    CacheUse(SingleFlight flights, PreparedRun<?> run, Trace trace, int node, Runnable wake) {
        this.flights = flights;
        this.plan = run.plan();
        this.state = run.state();
        this.trace = trace;
        this.node = node;
        this.flight = new Awaited<>(wake, CacheUse::passOn);
    }

    /** Whether it is clear what to do; if not, the execution is woken when it is. */
    boolean isKnown() {
        if (!isAsked) {
            isAsked = true;
            ask();
        }
        return isWithout || lead != null || flight.get() != null;
    }

    /** The outputs that were computed before; {@code null} where this execution is to compute them. */
    @Nullable
    NodeOutputs found() {
        if (isWithout || lead != null) {
            return null;
        }
        if (flight.get() instanceof Flight.Found found) {
            return found.outputs();
        }
        lead = (Flight.Lead) flight.get();
        return null;
    }

    /** What it waits for. */
    Awaited<Flight> awaited() {
        return flight;
    }

    private void ask() {
        Optional<CacheKey> key = key();
        if (key.isEmpty()) {
            isWithout = true;
            return;
        }
        try {
            Flight asked = flights.join(key.get(), this::types, new Follower(flight));
            if (asked instanceof Flight.Waiting wait) {
                waiting = wait;
            } else {
                flight.bring(asked);
            }
        } catch (RuntimeException broken) {
            isWithout = true;
            note("its cache failed: " + broken);
        }
    }

    private Optional<CacheKey> key() {
        NodeDefinition definition = plan.node(node);
        CacheKey.Builder key = CacheKey.ofNode(definition.hash());
        int i = 0;
        for (ParameterDefinition input : definition.inputs()) {
            int slot = plan.inputSlot(node, i++);
            key.input(input.name(), slot < 0 ? null : state.value(slot));
        }
        if (definition.control().isGate()) {
            key.input("the gate's targets", definition.control().targets());
        }
        key.obstacle().ifPresent(this::note);
        return key.key();
    }

    /** What the outputs are declared as; those of a gate are the names of its targets. */
    private List<Type> types() {
        NodeDefinition definition = plan.node(node);
        if (definition.control().isGate()) {
            return Collections.nCopies(definition.control().targets().size(), String.class);
        }
        List<Type> types = new ArrayList<>();
        for (int i = 0; i < definition.outputs().size(); i++) {
            types.add(plan.type(plan.outputSlot(node, i)));
        }
        return types;
    }

    private void note(String why) {
        trace.note("Node '" + plan.node(node).name() + "' was not cached: " + why);
    }

    /** The execution ended well. */
    void completed() {
        if (lead != null) {
            try {
                lead.completed(new NodeOutputs(state.outputs(plan, node)));
            } catch (RuntimeException broken) {
                note("its cache failed: " + broken);
            }
        }
    }

    /** There are no outputs of this execution, and there will be none. */
    void leave() {
        if (lead != null) {
            lead.failed();
            return;
        }
        if (waiting != null) {
            waiting.leave();
        }
        flight.leave();
    }

    private static void passOn(Flight unwanted) {
        if (unwanted instanceof Flight.Lead lead) {
            lead.failed();
        }
    }

    private record Follower(Awaited<Flight> flight) implements Flight.Follower {
        @Override
        public void found(NodeOutputs outputs) {
            flight.bring(new Flight.Found(outputs));
        }

        @Override
        public void takeOver(Flight.Lead lead) {
            flight.bring(lead);
        }
    }
}
