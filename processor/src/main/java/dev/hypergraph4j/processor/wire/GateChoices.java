package dev.hypergraph4j.processor.wire;

import dev.hypergraph4j.processor.model.Decision;
import dev.hypergraph4j.processor.model.GateTarget;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What follows where gates decide this way or that: which nodes may run then, and which do in every successful run. Gates without an assumption may
 * decide anything.
 */
final class GateChoices {
    private static final int MOST_CASES = 256;

    /** Stands for the choice that opens no node. */
    private static final String NOTHING = "";

    private final Edges edges;
    private final List<GraphNode> plan;
    private final Precedence precedence;
    private final Map<String, GraphInput> inputs;
    private final Set<String> shared;
    private int cases;

    /** @param inputs the values that the caller gives */
    GateChoices(
            Edges edges,
            List<GraphNode> plan,
            Precedence precedence,
            Map<String, GraphInput> inputs,
            Set<String> shared) {
        this.edges = edges;
        this.plan = plan;
        this.precedence = precedence;
        this.inputs = inputs;
        this.shared = shared;
    }

    /** Whether no run executes both nodes, because of what gates that open one node only decide. */
    boolean areExclusive(GraphNode one, GraphNode other) {
        Set<GraphNode> upstream = edges.upstreamOf(List.of(one, other));
        List<GraphNode> gates = edges.nodes().stream()
                .filter(node -> isSingle(node) && upstream.contains(node))
                .toList();
        cases = 0;
        return areExclusive(one, other, gates, Map.of());
    }

    /** Takes a gate some of whose decisions keep the two apart, and looks at its other decisions by themselves. */
    private boolean areExclusive(
            GraphNode one, GraphNode other, List<GraphNode> gates, Map<GraphNode, String> decided) {
        if (++cases > MOST_CASES) {
            return false;
        }
        Set<GraphNode> possible = possible(decided);
        for (GraphNode gate : gates) {
            if (possible.contains(gate) && !decided.containsKey(gate)) {
                List<Map<GraphNode, String>> open = choices(gate).stream()
                        .map(choice -> with(decided, gate, choice))
                        .filter(more -> possible(more).containsAll(List.of(one, other)))
                        .toList();
                if (open.size() < choices(gate).size()) {
                    return open.stream().allMatch(more -> areExclusive(one, other, gates, more));
                }
            }
        }
        return false;
    }

    private static Map<GraphNode, String> with(Map<GraphNode, String> decided, GraphNode gate, String choice) {
        Map<GraphNode, String> more = new HashMap<>(decided);
        more.put(gate, choice);
        return more;
    }

    /** The nodes that may run where gates decide so: all but those that can't. */
    private Set<GraphNode> possible(Map<GraphNode, String> decided) {
        Set<GraphNode> possible = new HashSet<>(edges.nodes());
        boolean changed = true;
        while (changed) {
            changed = possible.removeIf(node -> !mayRun(node, decided, possible));
        }
        return possible;
    }

    private boolean mayRun(GraphNode node, Map<GraphNode, String> decided, Set<GraphNode> possible) {
        boolean isTarget = false;
        boolean mayBeOpened = false;
        for (Edge edge : edges.into(node)) {
            if (edge.kind() == Edge.Kind.CHOICE) {
                isTarget = true;
                String choice = decided.get(edge.from());
                mayBeOpened |= choice == null ? possible.contains(edge.from()) : choice.equals(node.name());
            }
        }
        return (!isTarget || mayBeOpened)
                && node.takes().stream().allMatch(take -> mayHave(take, possible))
                && hasSignals(node, possible);
    }

    private boolean mayHave(Take take, Set<GraphNode> possible) {
        if (take.parameter().toleratesAbsence() || inputs.containsKey(take.value())) {
            return true;
        }
        List<Give> gives = edges.producers().getOrDefault(take.value(), List.of());
        return gives.isEmpty() || gives.stream().map(Give::node).anyMatch(possible::contains);
    }

    /** Whether of those that give a signal for which {@code node} waits one is among {@code running}, for every signal. */
    private boolean hasSignals(GraphNode node, Set<GraphNode> running) {
        Map<String, Boolean> given = new HashMap<>();
        for (Edge edge : edges.into(node)) {
            if (edge.kind() == Edge.Kind.SIGNAL) {
                given.merge(edge.label(), running.contains(edge.from()), Boolean::logicalOr);
            }
        }
        return !given.containsValue(false);
    }

    /** Whether every successful run gives {@code value}, that nodes give. */
    boolean isCertain(String value) {
        cases = 0;
        return isCertain(value, Map.of());
    }

    private boolean isCertain(String value, Map<GraphNode, String> decided) {
        if (++cases > MOST_CASES) {
            return false;
        }
        List<Give> gives = edges.producers().getOrDefault(value, List.of());
        Set<GraphNode> certain = certain(decided);
        if (gives.stream().map(Give::node).anyMatch(certain::contains)) {
            return true;
        }
        GraphNode gate = undecided(gives, certain, decided);
        if (gate == null) {
            return false;
        }
        for (String choice : lastChoices(gate)) {
            if (!isCertain(value, with(decided, gate, choice))) {
                return false;
            }
        }
        return true;
    }

    /** A gate upstream of the value whose every decision may be looked at by itself; {@code null} where there is none. */
    private @Nullable GraphNode undecided(List<Give> gives, Set<GraphNode> certain, Map<GraphNode, String> decided) {
        Set<GraphNode> upstream =
                edges.upstreamOf(gives.stream().map(Give::node).toList());
        return plan.stream()
                .filter(node -> isSingle(node) && upstream.contains(node))
                .filter(gate -> certain.contains(gate) && !decided.containsKey(gate))
                .findFirst()
                .orElse(null);
    }

    /** The nodes that run in every successful run, where gates decide so. */
    private Set<GraphNode> certain(Map<GraphNode, String> decided) {
        Set<GraphNode> certain = new HashSet<>();
        for (GraphNode node : plan) {
            if (isOpen(node, certain, decided)
                    && node.takes().stream().allMatch(take -> has(take, certain))
                    && hasSignals(node, certain)) {
                certain.add(node);
            }
        }
        return certain;
    }

    private boolean isOpen(GraphNode node, Set<GraphNode> certain, Map<GraphNode, String> decided) {
        boolean isTarget = false;
        boolean onlyBackward = true;
        boolean byDefault = false;
        for (Edge edge : edges.into(node)) {
            if (edge.kind() == Edge.Kind.CHOICE) {
                GraphNode gate = edge.from();
                boolean isChosen = certain.contains(gate) && node.name().equals(decided.get(gate));
                if (isChosen || alwaysOpens(gate, certain)) {
                    return true;
                }
                isTarget = true;
                onlyBackward &= isBackward(edge);
                byDefault |= decision(gate).defaultOpen();
            }
        }
        return !isTarget || (onlyBackward && byDefault);
    }

    /** Whether {@code gate} has one choice only, so that it opens that in any case. */
    private boolean alwaysOpens(GraphNode gate, Set<GraphNode> certain) {
        return certain.contains(gate) && isSingle(gate) && choices(gate).size() == 1;
    }

    private boolean isBackward(Edge edge) {
        return precedence.isInSameRegion(edge.from(), edge.to())
                && !precedence.followers(edge.from()).contains(edge.to());
    }

    private boolean has(Take take, Set<GraphNode> certain) {
        GraphInput input = inputs.get(take.value());
        boolean isGiven = input != null && !input.mayBeAbsent();
        if (take.parameter().toleratesAbsence() || (isGiven && take.parameter().isSeed())) {
            return true;
        }
        List<Give> gives = edges.producers().getOrDefault(take.value(), List.of());
        return gives.isEmpty()
                || (isGiven && shared.contains(take.value()))
                || gives.stream().map(Give::node).anyMatch(certain::contains);
    }

    /** What {@code gate} may have decided when the run is over: not what makes its cycle turn, since it decides again then. */
    private List<String> lastChoices(GraphNode gate) {
        return choices(gate).stream()
                .filter(choice -> edges.outOf(gate).stream()
                        .noneMatch(edge -> edge.kind() == Edge.Kind.CHOICE
                                && edge.to().name().equals(choice)
                                && precedence.isInSameRegion(gate, edge.to())
                                && leadsBack(edge.to(), gate)))
                .toList();
    }

    /** Whether {@code gate} decides again whenever it opened {@code target}, which is part of its cycle. */
    private boolean leadsBack(GraphNode target, GraphNode gate) {
        Set<GraphNode> ran = certain(Map.of(gate, target.name()));
        ran.add(target);
        return leadsBack(gate, new HashSet<>(Set.of(target)), ran, Set.of());
    }

    /**
     * Whether {@code gate} decides again, whatever other gates of its cycle decide.
     *
     * @param driven the nodes that run again, whose values and decisions are new
     * @param ran the nodes that ran before, whose values are there
     * @param looked the gates all of whose decisions are looked at, one of them here
     */
    private boolean leadsBack(GraphNode gate, Set<GraphNode> driven, Set<GraphNode> ran, Set<GraphNode> looked) {
        drive(gate, driven, ran);
        if (driven.contains(gate)) {
            return true;
        }
        return driven.stream()
                .filter(next -> isSingle(next) && !looked.contains(next))
                .anyMatch(next -> choices(next).stream()
                        .allMatch(
                                choice -> ++cases < MOST_CASES && leadsBack(gate, driven, ran, looked, next, choice)));
    }

    private boolean leadsBack(
            GraphNode gate,
            Set<GraphNode> driven,
            Set<GraphNode> ran,
            Set<GraphNode> looked,
            GraphNode decider,
            String choice) {
        Set<GraphNode> more = new HashSet<>(driven);
        edges.outOf(decider).stream()
                .filter(edge -> edge.kind() == Edge.Kind.CHOICE && edge.label().equals(choice))
                .map(Edge::to)
                .filter(target -> precedence.isInSameRegion(target, gate) && hasAll(target, driven, ran))
                .forEach(more::add);
        Set<GraphNode> all = new HashSet<>(looked);
        all.add(decider);
        return more.size() > driven.size() && leadsBack(gate, more, ran, all);
    }

    /** Adds to {@code driven} what runs again since it takes something new. */
    private void drive(GraphNode gate, Set<GraphNode> driven, Set<GraphNode> ran) {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (GraphNode next : plan) {
                if (precedence.isInSameRegion(next, gate) && isDrivenBy(next, driven) && hasAll(next, driven, ran)) {
                    changed |= driven.add(next);
                }
            }
        }
    }

    private boolean isDrivenBy(GraphNode node, Set<GraphNode> driven) {
        return edges.into(node).stream().noneMatch(edge -> edge.kind() == Edge.Kind.CHOICE)
                && edges.into(node).stream()
                        .anyMatch(edge -> edge.isValue() && driven.contains(edge.from()) && precedence.wakes(edge));
    }

    private boolean hasAll(GraphNode node, Set<GraphNode> driven, Set<GraphNode> ran) {
        Set<GraphNode> there = new HashSet<>(ran);
        there.addAll(driven);
        return node.takes().stream().allMatch(take -> has(take, there)) && hasSignals(node, there);
    }

    /** Whether {@code gate} may decide otherwise than to open {@code target}. */
    boolean mayLeaveClosed(GraphNode gate, GraphNode target) {
        return decision(gate).several() || choices(gate).stream().anyMatch(choice -> !choice.equals(target.name()));
    }

    private List<String> choices(GraphNode gate) {
        Decision decision = decision(gate);
        List<String> choices = new ArrayList<>();
        boolean opensNothing = decision.mayOpenNothing();
        for (GateTarget target : decision.targets()) {
            if (!target.isEnd() && !choices.contains(target.node())) {
                choices.add(target.node());
            }
        }
        if (decision.fallback() != null && !choices.contains(decision.fallback().text())) {
            choices.add(decision.fallback().text());
        }
        if (opensNothing) {
            choices.add(NOTHING);
        }
        return choices;
    }

    private static Decision decision(GraphNode gate) {
        Decision decision = gate.method().traits().decision();
        if (decision == null) {
            throw new IllegalArgumentException(gate + " is no gate");
        }
        return decision;
    }

    private static boolean isSingle(GraphNode node) {
        Decision decision = node.method().traits().decision();
        return decision != null && !decision.several();
    }
}
