package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.runtime.Sketch.Loop;
import dev.hypergraph4j.runtime.Sketch.Node;
import dev.hypergraph4j.runtime.Takes.How;
import dev.hypergraph4j.runtime.Takes.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a run of a {@link Sketch} must do under {@link ErrorHandling#CONTINUE}, worked out in the most naive way, from names and without a plan: it
 * settles whatever can be settled until nothing is left, and works out every question anew each time.
 */
final class Interpreter {
    private enum End {
        RAN,
        PASSED,
        LOST
    }

    /** What a gate has chosen, and when: a choice is new until its target runs. */
    private record Choice(Node gate, String target) {}

    /** That a node gave a value. */
    private record Gift(Node giver, String value) {}

    private final Sketch sketch;
    private final List<Node> nodes;
    private final Precedence precedence;

    private final Map<String, Object> values = new HashMap<>();
    private final Map<Node, End> ends = new HashMap<>();
    private final Set<Loop> lostLoops = new LinkedHashSet<>();
    private final Set<Loop> settledLoops = new HashSet<>();

    private final Map<Node, Integer> runs = new HashMap<>();
    private final Map<Node, Integer> executions = new LinkedHashMap<>();
    private final Map<Gift, Integer> changes = new HashMap<>();
    private final Map<Node, Map<Gift, Integer>> consumed = new HashMap<>();
    private final Map<Node, Set<String>> decisions = new HashMap<>();
    private final Map<Node, Set<String>> everOpened = new HashMap<>();
    private final Set<Choice> newChoices = new HashSet<>();

    private final Map<Integer, List<String>> steps = new TreeMap<>();
    private final List<Loop> endless = new ArrayList<>();
    private final Map<Integer, List<Failure>> failures = new TreeMap<>();
    private final Map<Node, InnerRuns> inner = new HashMap<>();

    private Interpreter(Sketch sketch, List<Node> nodes) {
        this.sketch = sketch;
        this.nodes = nodes;
        this.precedence = new Precedence(sketch);
        values.putAll(sketch.given());
        boolean goesOn = true;
        while (goesOn) {
            goesOn = false;
            for (Node node : nodes) {
                goesOn |= settleIfReady(node);
            }
        }
    }

    /** Of a run of all nodes. */
    static Interpreter of(Sketch sketch) {
        return new Interpreter(sketch, sketch.nodes());
    }

    /** Of a run of what {@code output} needs. */
    static Interpreter of(Sketch sketch, String output) {
        Interpreter all = of(sketch);
        Set<Node> needed = new HashSet<>(sketch.producers(output));
        boolean grows = true;
        while (grows) {
            Set<Node> more = new HashSet<>(needed);
            for (Node node : needed) {
                more.addAll(all.precedence.predecessors(node));
                more.addAll(all.precedence.company(node));
            }
            grows = needed.addAll(more);
        }
        return new Interpreter(
                sketch, sketch.nodes().stream().filter(needed::contains).toList());
    }

    /** What ran: the nodes in order, those of a cycle turn by turn. */
    List<String> steps() {
        return steps.values().stream().flatMap(List::stream).toList();
    }

    int executions(Node node) {
        return executions.getOrDefault(node, 0);
    }

    /** The nodes that were skipped. */
    List<String> skipped() {
        return nodes.stream()
                .filter(node -> ends.get(node) == End.PASSED && runs(node) == 0)
                .map(Node::name)
                .toList();
    }

    /** The cycles that did not end, then the nodes that failed, in order. */
    List<Failure> failures() {
        List<Failure> all = new ArrayList<>();
        sketch.loops().stream().filter(endless::contains).map(Failure::of).forEach(all::add);
        failures.values().forEach(all::addAll);
        return all;
    }

    boolean fails() {
        return !failures().isEmpty();
    }

    /** What the nested graph that {@code node} is did the latest time; {@code null} if it did not run. */
    @Nullable
    InnerRuns inner(Node node) {
        return inner.get(node);
    }

    Sketch sketch() {
        return sketch;
    }

    /** What the named values are. */
    Map<String, Object> outputs(Collection<String> names) {
        Map<String, Object> outputs = new LinkedHashMap<>();
        names.stream().filter(name -> values.get(name) != null).forEach(name -> outputs.put(name, values.get(name)));
        return outputs;
    }

    /** All values that nodes gave. */
    Map<String, Object> values() {
        Set<String> names = new LinkedHashSet<>();
        nodes.stream()
                .filter(node -> runs(node) > 0)
                .forEach(node -> names.addAll(node.gives().names()));
        return outputs(names);
    }

    private boolean settleIfReady(Node node) {
        Loop loop = precedence.loop(node);
        if (ends.containsKey(node) || !precedence.company(node).stream().allMatch(this::isReady)) {
            return false;
        }
        if (loop == null) {
            settle(node);
        } else {
            turn(loop);
        }
        return true;
    }

    private boolean isReady(Node node) {
        return precedence.predecessors(node).stream()
                .allMatch(earlier -> precedence.areTogether(earlier, node) || isSettled(earlier));
    }

    private boolean isSettled(Node node) {
        Loop loop = precedence.loop(node);
        return loop == null ? ends.containsKey(node) : settledLoops.contains(loop);
    }

    private void settle(Node node) {
        if (precedence.predecessors(node).stream().anyMatch(this::isLost)) {
            ends.put(node, End.LOST);
        } else if (isAllowed(node) && hasWhatItNeeds(node)) {
            execute(node, 0, node.number());
        } else {
            pass(node);
        }
    }

    private void turn(Loop loop) {
        for (int turn = 0; !settledLoops.contains(loop); turn++) {
            precedence.company(sketch.nodes().get(loop.from())).forEach(ends::remove);
            for (Node node : precedence.company(sketch.nodes().get(loop.from()))) {
                look(node, turn, loop);
            }
            endTurn(loop, turn);
        }
    }

    private void look(Node node, int turn, Loop loop) {
        boolean loses = precedence.predecessors(node).stream()
                .anyMatch(earlier ->
                        precedence.areTogether(earlier, node) ? ends.get(earlier) == End.LOST : isLost(earlier));
        if (loses) {
            ends.put(node, End.LOST);
        } else if (isDue(node)) {
            execute(node, turn, loop.from());
        } else {
            pass(node);
        }
    }

    private void endTurn(Loop loop, int turn) {
        List<Node> members = precedence.company(sketch.nodes().get(loop.from()));
        if (members.stream().anyMatch(node -> ends.get(node) == End.LOST)) {
            lostLoops.add(loop);
            settledLoops.add(loop);
        } else if (members.stream().noneMatch(this::isDue)) {
            settledLoops.add(loop);
        } else if (turn + 1 == loop.maxIterations()) {
            endless.add(loop);
            members.forEach(node -> ends.put(node, End.LOST));
            lostLoops.add(loop);
            settledLoops.add(loop);
        }
    }

    private boolean isLost(Node node) {
        Loop loop = precedence.loop(node);
        return loop == null ? ends.get(node) == End.LOST : lostLoops.contains(loop);
    }

    private boolean isDue(Node node) {
        return isAllowed(node)
                && hasWhatItNeeds(node)
                && (runs(node) == 0
                        || !versions(node).equals(consumed.get(node))
                        || newChoices.stream().anyMatch(choice -> choice.target.equals(node.name())));
    }

    private boolean isAllowed(Node node) {
        List<Node> gates = sketch.gatesOf(node);
        if (gates.isEmpty() || gates.stream().anyMatch(gate -> opens(gate, node))) {
            return true;
        }
        return runs(node) == 0
                && gates.stream().allMatch(gate -> precedence.leadsBack(gate, node))
                && gates.stream()
                        .anyMatch(
                                gate -> runs(gate) == 0 && gate.gives().opens().byDefault());
    }

    private boolean opens(Node gate, Node target) {
        boolean hasGatesWithin =
                sketch.gatesOf(target).stream().anyMatch(other -> precedence.areTogether(other, target));
        if (runs(target) > 0
                && precedence.loop(target) != null
                && hasGatesWithin
                && !precedence.areTogether(gate, target)) {
            return false;
        }
        boolean once = gate.gives().opens().several() && !precedence.areTogether(gate, target);
        return (once ? everOpened : decisions).getOrDefault(gate, Set.of()).contains(target.name());
    }

    private boolean hasWhatItNeeds(Node node) {
        for (Value value : node.takes().values()) {
            if (value.how() == How.REQUIRED && !isThere(value.name())) {
                return false;
            }
        }
        return node.takes().signals().stream()
                .allMatch(signal -> sketch.givers(signal).stream().anyMatch(giver -> runs(giver) > 0));
    }

    private boolean isThere(String value) {
        List<Node> producers = sketch.producers(value);
        boolean fromCaller = producers.isEmpty() || sketch.shared().contains(value);
        return (fromCaller && sketch.given().containsKey(value))
                || producers.stream().anyMatch(producer -> runs(producer) > 0);
    }

    /** How new all that is that makes {@code node} run again; what it gives itself does not, unless it is to settle. */
    private Map<Gift, Integer> versions(Node node) {
        Map<Gift, Integer> versions = new HashMap<>();
        for (Value value : node.takes().values()) {
            boolean converges = value.how() == How.CONVERGING_SEED;
            for (Node producer : sketch.producers(value.name())) {
                boolean wakes = converges || !producer.equals(node);
                if (wakes
                        && precedence.areTogether(producer, node)
                        && !sketch.shared().contains(value.name())) {
                    Gift gift = new Gift(producer, value.name());
                    versions.put(gift, converges ? changes.getOrDefault(gift, 0) : runs(producer));
                }
            }
        }
        return versions;
    }

    private void execute(Node node, int turn, int place) {
        consumed.put(node, versions(node));
        newChoices.removeIf(choice -> choice.target.equals(node.name()));
        int execution = executions.merge(node, 1, Integer::sum) - 1;
        List<@Nullable Object> taken = new ArrayList<>();
        node.takes().names().forEach(name -> taken.add(values.get(name)));
        List<Failure> failed = failures(node, execution, taken, turn);
        steps.computeIfAbsent(place, first -> new ArrayList<>())
                .add(node.name() + " in " + turn + (failed.isEmpty() ? "" : " fails"));
        if (!failed.isEmpty()) {
            failures.put(node.number(), failed);
            ends.put(node, End.LOST);
            return;
        }
        InnerRuns nested = inner.get(node);
        put(node, nested == null ? node.outcome(execution, taken) : node.outcome(0, nested.given()));
        runs.merge(node, 1, Integer::sum);
        ends.put(node, End.RAN);
    }

    private List<Failure> failures(Node node, int execution, List<@Nullable Object> taken, int turn) {
        if (node.error(execution, taken) != null) {
            return List.of(Failure.of(node, turn));
        }
        InnerSketch nested = node.inner();
        if (nested == null) {
            return List.of();
        }
        InnerRuns ran = InnerRuns.of(nested, node.origin(execution, taken));
        inner.put(node, ran);
        return ran.failures(node, turn);
    }

    private void put(Node node, @Nullable Object outcome) {
        if (node.gives().isGate()) {
            decide(node, outcome);
            return;
        }
        List<String> names = node.gives().names();
        for (int i = 0; i < names.size(); i++) {
            Object value = names.size() == 1 ? outcome : ((List<?>) Objects.requireNonNull(outcome)).get(i);
            if (!Objects.equals(value, values.get(names.get(i)))) {
                changes.merge(new Gift(node, names.get(i)), 1, Integer::sum);
            }
            values.put(names.get(i), value);
        }
    }

    private void decide(Node gate, @Nullable Object outcome) {
        Set<String> chosen = new HashSet<>();
        if (outcome instanceof Collection<?> several) {
            several.forEach(target -> chosen.add((String) target));
        } else if (outcome != null && !outcome.equals("END")) {
            chosen.add((String) outcome);
        }
        newChoices.removeIf(choice -> choice.gate.equals(gate));
        chosen.forEach(target -> newChoices.add(new Choice(gate, target)));
        decisions.put(gate, chosen);
        everOpened.computeIfAbsent(gate, first -> new HashSet<>()).addAll(chosen);
    }

    private void pass(Node node) {
        ends.put(node, End.PASSED);
        if (!isAllowed(node)) {
            decisions.remove(node);
            newChoices.removeIf(choice -> choice.gate.equals(node));
        }
    }

    private int runs(Node node) {
        return runs.getOrDefault(node, 0);
    }
}
