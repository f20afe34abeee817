package dev.hypergraph4j.runtime;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.MapMode;
import dev.hypergraph4j.runtime.InnerSketch.Axis;
import dev.hypergraph4j.runtime.InnerSketch.Mapping;
import dev.hypergraph4j.runtime.Sketch.Kind;
import dev.hypergraph4j.runtime.Sketch.Loop;
import dev.hypergraph4j.runtime.Sketch.Node;
import dev.hypergraph4j.runtime.Takes.How;
import dev.hypergraph4j.runtime.Takes.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A graph with gates and cycles that a seed decides, such as the compiler lets pass: nodes are numbered in an order in which they can run, the nodes
 * of a cycle reach each other, and whoever gives the same value as another excludes it or comes after it.
 */
final class RandomSketch {
    private static final int MOST_NODES = 16;
    private static final String SHARED = "m";

    private final Random random;
    private final List<NodeDraft> nodes = new ArrayList<>();
    private final List<Loop> loops = new ArrayList<>();
    private final int[] loopOf;
    private final List<NodeDraft> sharing = new ArrayList<>();
    private final boolean failing;

    /** How many levels of graphs may be nested in it. */
    private final int depth;

    private final boolean isNested;

    private RandomSketch(Random random, int mostNodes, int depth, boolean isNested) {
        this.random = random;
        this.depth = depth;
        this.isNested = isNested;
        this.failing = chance(isNested ? 60 : 30);
        int size = 1 + random.nextInt(mostNodes);
        this.loopOf = new int[size];
        IntStream.range(0, size).mapToObj(NodeDraft::new).forEach(nodes::add);
        addLoops(size);
        addGates();
        nodes.stream().filter(node -> !node.isGate()).forEach(this::addValues);
        excludeEachOther();
        addSharing();
        nodes.forEach(this::connect);
        loops.forEach(this::close);
        nodes.forEach(this::addSeeds);
    }

    static Sketch of(long seed) {
        return new RandomSketch(random(seed), MOST_NODES, 0, false).sketch();
    }

    /** With nodes that are nested graphs, up to two levels. */
    static Sketch nesting(long seed) {
        Random random = random(seed);
        Sketch sketch;
        do {
            sketch = new RandomSketch(random, 10, 2, false).sketch();
        } while (sketch.nodes().stream().allMatch(node -> node.inner() == null));
        return sketch;
    }

    private static Random random(long seed) {
        return new Random(seed * 0x5DEECE66DL + 11);
    }

    private void addLoops(int size) {
        Arrays.fill(loopOf, -1);
        for (int node = 0; node < size; node++) {
            if (chance(25)) {
                int to = Math.min(size, node + 1 + random.nextInt(6));
                Arrays.fill(loopOf, node, to, loops.size());
                loops.add(new Loop(node, to, 1 + random.nextInt(12)));
                node = to - 1;
            }
        }
    }

    private void addGates() {
        for (NodeDraft node : nodes) {
            List<Integer> possible = IntStream.range(0, nodes.size())
                    .filter(target -> target > node.number || isBack(node.number, target))
                    .filter(target -> target != node.number)
                    .boxed()
                    .toList();
            if (chance(30) && !possible.isEmpty()) {
                for (int i = 1 + random.nextInt(3); i > 0; i--) {
                    int target = possible.get(random.nextInt(possible.size()));
                    if (!node.targets.contains(target)) {
                        node.targets.add(target);
                    }
                }
                node.several = chance(35);
                node.byDefault = chance(75);
            }
            if (chance(20)) {
                node.emits.add("s" + random.nextInt(3));
            }
        }
    }

    private void addValues(NodeDraft node) {
        node.gives.add("v" + node.number);
        node.mayBeAbsent = chance(10);
        if (chance(25) && !node.mayBeAbsent) {
            node.gives.add("w" + node.number);
        }
    }

    /** Two targets of a gate that opens one of them, and that nothing else opens, give the same value. */
    private void excludeEachOther() {
        for (NodeDraft gate : nodes) {
            List<NodeDraft> only = gate.targets.stream()
                    .map(nodes::get)
                    .filter(target -> target.number > gate.number && !target.isGate())
                    .filter(target ->
                            gatesOf(target).size() == 1 && target.value().startsWith("v"))
                    .toList();
            if (!gate.several && only.size() > 1 && chance(60)) {
                NodeDraft one = only.get(0);
                NodeDraft other = only.get(1);
                one.mayBeAbsent = false;
                other.mayBeAbsent = false;
                one.gives.set(0, "e" + gate.number);
                other.gives.set(0, "e" + gate.number);
            }
        }
    }

    private List<NodeDraft> gatesOf(NodeDraft node) {
        return nodes.stream().filter(gate -> gate.targets.contains(node.number)).toList();
    }

    /** A chain of nodes that read and write the shared value, each ordered after the one before. */
    private void addSharing() {
        if (!chance(40)) {
            return;
        }
        nodes.stream()
                .filter(node -> !node.isGate() && !node.mayBeAbsent && chance(30))
                .forEach(sharing::add);
        for (NodeDraft node : sharing) {
            boolean writes = chance(60);
            if (writes) {
                node.gives.add(SHARED);
            }
        }
    }

    private void connect(NodeDraft node) {
        connectToLoop(node);
        for (int i = random.nextInt(3); i > 0; i--) {
            takeSomething(node);
        }
        if (chance(20)) {
            String signal = "s" + random.nextInt(3);
            List<NodeDraft> emitters = nodes.stream()
                    .filter(emitter -> emitter.emits.contains(signal))
                    .toList();
            if (!emitters.isEmpty() && emitters.stream().allMatch(emitter -> emitter.number < node.number)) {
                node.waitsFor.add(signal);
            }
        }
        if (chance(5)) {
            givenBefore(node).stream().findAny().ifPresent(node.waitsFor::add);
        }
        connectToSharing(node);
    }

    /** All but the first node of a cycle come after another one of it. */
    private void connectToLoop(NodeDraft node) {
        Loop loop = loop(node.number);
        if (loop == null || loop.from() == node.number) {
            return;
        }
        NodeDraft earlier = nodes.get(loop.from() + random.nextInt(node.number - loop.from()));
        if (earlier.isGate()) {
            if (!earlier.targets.contains(node.number)) {
                signal(earlier, node);
            }
        } else if (isGivenBefore(earlier.value(), node)) {
            node.take(earlier.value(), how(earlier.value()));
        } else {
            signal(earlier, node);
        }
    }

    private void connectToSharing(NodeDraft node) {
        int place = sharing.indexOf(node);
        if (place < 0) {
            return;
        }
        if (place > 0) {
            NodeDraft earlier = sharing.get(place - 1);
            if (isGivenBefore(earlier.value(), node) && chance(70)) {
                node.take(earlier.value(), how(earlier.value()));
            } else {
                signal(earlier, node);
            }
        }
        if (!node.gives.contains(SHARED) || chance(50)) {
            node.take(SHARED, chance(60) ? How.REQUIRED : How.OPTIONAL);
            sharing.subList(0, place).stream()
                    .filter(writer -> writer.gives.contains(SHARED))
                    .forEach(writer -> node.after.add("n" + writer.number));
        }
    }

    private static void signal(NodeDraft earlier, NodeDraft later) {
        String signal = "o" + earlier.number;
        if (!earlier.emits.contains(signal)) {
            earlier.emits.add(signal);
        }
        later.waitsFor.add(signal);
    }

    private void takeSomething(NodeDraft node) {
        List<String> values = givenBefore(node);
        if (values.isEmpty() || chance(15)) {
            node.take("x" + random.nextInt(3), How.REQUIRED);
        } else {
            String value = values.get(random.nextInt(values.size()));
            node.take(value, how(value));
        }
    }

    private How how(String value) {
        boolean mayBeAbsent = producers(value).stream().anyMatch(giver -> giver.mayBeAbsent);
        return mayBeAbsent || chance(30) ? How.OPTIONAL : How.REQUIRED;
    }

    private List<String> givenBefore(NodeDraft node) {
        return nodes.stream()
                .flatMap(giver -> giver.gives.stream())
                .distinct()
                .filter(value -> !value.equals(SHARED) && isGivenBefore(value, node))
                .toList();
    }

    private boolean isGivenBefore(String value, NodeDraft node) {
        return producers(value).stream().allMatch(giver -> giver.number < node.number);
    }

    private List<NodeDraft> producers(String value) {
        return nodes.stream().filter(giver -> giver.gives.contains(value)).toList();
    }

    /** Sees to it that each node of a cycle reaches the first one, and so all others. */
    private void close(Loop loop) {
        NodeDraft first = nodes.get(loop.from());
        for (int number = loop.to() - 1; number >= loop.from(); number--) {
            NodeDraft node = nodes.get(number);
            if (!reachesFirst(node, loop)) {
                if (node.isGate()) {
                    node.targets.add(first.number);
                } else {
                    seed(first, node);
                }
            }
        }
    }

    private boolean reachesFirst(NodeDraft start, Loop loop) {
        BitSet reached = new BitSet();
        for (NodeDraft next : followers(start, loop)) {
            reached.set(next.number);
        }
        for (int known = -1; known < reached.cardinality(); ) {
            known = reached.cardinality();
            reached.stream()
                    .boxed()
                    .toList()
                    .forEach(number -> followers(nodes.get(number), loop).forEach(next -> reached.set(next.number)));
        }
        return reached.get(loop.from());
    }

    private List<NodeDraft> followers(NodeDraft node, Loop loop) {
        return nodes.subList(loop.from(), loop.to()).stream()
                .filter(other -> node.targets.contains(other.number)
                        || other.waitsFor.stream().anyMatch(node.emits::contains)
                        || other.waitsFor.stream().anyMatch(node.gives::contains)
                        || other.takes.stream()
                                .anyMatch(value -> !value.name().equals(SHARED) && node.gives.contains(value.name())))
                .toList();
    }

    private void addSeeds(NodeDraft node) {
        Loop loop = loop(node.number);
        if (loop != null && chance(25)) {
            NodeDraft giver = nodes.get(loop.from() + random.nextInt(loop.to() - loop.from()));
            if (!giver.isGate()) {
                seed(node, giver);
            }
        }
    }

    private void seed(NodeDraft node, NodeDraft giver) {
        String value = giver.value();
        int loop = loopOf[node.number];
        if (producers(value).stream().allMatch(each -> loopOf[each.number] == loop)) {
            node.take(value, seedKind(giver));
        } else {
            giver.gives.add("u" + giver.number);
            node.take("u" + giver.number, giver.mayBeAbsent ? How.OPTIONAL_SEED : How.SEED);
        }
    }

    private How seedKind(NodeDraft giver) {
        return giver.mayBeAbsent || chance(20) ? How.OPTIONAL_SEED : chance(50) ? How.CONVERGING_SEED : How.SEED;
    }

    private boolean isBack(int from, int to) {
        return loopOf[from] >= 0 && loopOf[from] == loopOf[to] && to <= from;
    }

    private @Nullable Loop loop(int node) {
        return loopOf[node] < 0 ? null : loops.get(loopOf[node]);
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private Sketch sketch() {
        List<Node> made = nodes.stream().map(this::node).toList();
        Map<String, Object> given = new LinkedHashMap<>();
        List<String> absent = new ArrayList<>();
        for (String name : inputs()) {
            if (nodes.stream().anyMatch(node -> isNeededFromCaller(name, node)) || chance(50)) {
                given.put(name, random.nextInt(3));
            } else {
                absent.add(name);
            }
        }
        List<String> outputs = nodes.stream()
                .flatMap(node -> node.gives.stream())
                .distinct()
                .filter(value -> chance(30))
                .toList();
        return new Sketch(given, absent, sharing.isEmpty() ? List.of() : List.of(SHARED), made, loops, outputs);
    }

    private List<String> inputs() {
        return nodes.stream()
                .flatMap(node -> node.takes.stream().map(Value::name).filter(value -> isFromCaller(value, node)))
                .distinct()
                .toList();
    }

    /** Whether {@code node} may read the value before any node gives it. */
    private boolean isFromCaller(String value, NodeDraft node) {
        How how = node.how(value);
        return how.isSeed() || producers(value).isEmpty() || (value.equals(SHARED) && node.after.isEmpty());
    }

    private boolean isNeededFromCaller(String value, NodeDraft node) {
        return node.takesValue(value)
                && isFromCaller(value, node)
                && node.how(value) != How.OPTIONAL
                && node.how(value) != How.OPTIONAL_SEED;
    }

    private Node node(NodeDraft draft) {
        Takes takes = new Takes(List.copyOf(draft.takes), List.copyOf(draft.waitsFor), List.copyOf(draft.after));
        List<String> targets =
                draft.targets.stream().map(target -> "n" + target).toList();
        List<String> exits = draft.targets.stream()
                .filter(target -> loopOf[target] < 0 || loopOf[target] != loopOf[draft.number])
                .map(target -> "n" + target)
                .toList();
        Gives gives = new Gives(
                List.copyOf(draft.gives),
                draft.mayBeAbsent,
                List.copyOf(draft.emits),
                new Gives.Opens(targets, draft.several, draft.byDefault),
                null);
        List<Kind> kinds = List.of(Kind.values());
        Kind kind = kinds.get(random.nextInt(kinds.size()));
        int modulus = chance(50) ? 2 : chance(50) ? 3 : 1000;
        int failsAt = failing && chance(15) ? random.nextInt(3) : -1;
        boolean counts = chance(30);
        int patience = random.nextInt(6);
        int failsFor = isNested && chance(80) ? 2 + random.nextInt(2) : 1;
        InnerSketch inner = depth > 0 && !draft.isGate() && chance(40) ? inner() : null;
        return new Node(draft.number, takes, gives, kind, counts, modulus, patience, exits, failsAt, failsFor, inner);
    }

    private InnerSketch inner() {
        Sketch nested = new RandomSketch(random, 6, depth - 1, true).sketch();
        return new InnerSketch(
                nested, chance(60) ? mapping(List.copyOf(nested.given().keySet())) : null);
    }

    /** Over one or two inputs, sometimes zipped though they are not equally many. */
    private @Nullable Mapping mapping(List<String> inputs) {
        MapMode mode = chance(50) ? MapMode.ZIP : MapMode.PRODUCT;
        int size = random.nextInt(6);
        boolean differ = mode == MapMode.PRODUCT || chance(5);
        List<Axis> axes = inputs.stream()
                .limit(2)
                .map(input -> new Axis(input, differ ? random.nextInt(3) : size))
                .toList();
        ErrorHandling onError = chance(50) ? ErrorHandling.RAISE : ErrorHandling.CONTINUE;
        return axes.isEmpty() ? null : new Mapping(mode, onError, axes);
    }
}
