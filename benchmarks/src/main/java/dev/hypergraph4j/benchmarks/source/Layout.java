package dev.hypergraph4j.benchmarks.source;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The nodes of a graph, in an order in which they can run.
 *
 * @param parts the nodes as a person would share them out over methods: each part takes values of earlier ones and gives that of its last node
 *     alone. Parts that are meant for calls by hand have at most {@value #PART} nodes, so that the JIT compiles them
 */
public record Layout(List<List<Step>> parts) {
    /** The name of the one input. */
    public static final String INPUT = "origin";

    private static final int PART = 64;

    /** How many values a join takes at most; a method may have 254 parameters. */
    private static final int JOIN = 50;

    /** Each node takes what the one before it gave. */
    public static Layout chain(int nodes) {
        List<Step> steps = new ArrayList<>();
        String last = INPUT;
        for (int number = 1; number <= nodes; number++) {
            Step step = new Step(number, List.of(last));
            steps.add(step);
            last = step.name();
        }
        return new Layout(cut(steps));
    }

    /**
     * A source, nodes that take its value and know nothing of each other, and joins of up to {@value #JOIN} of them: a diamond. Where there are
     * several joins, one more joins these.
     */
    public static Layout fanOut(int nodes) {
        int joins = joinsFor(nodes);
        int leaves = leavesFor(nodes, joins);
        Step source = new Step(1, List.of(INPUT));
        List<List<Step>> groups = new ArrayList<>();
        int number = 2;
        for (int join = 0; join < joins; join++) {
            int size = leaves / joins + (join < leaves % joins ? 1 : 0);
            groups.add(group(number, size, source));
            number += size + 1;
        }
        if (joins == 1) {
            return new Layout(List.of(concat(List.of(source), groups.get(0))));
        }
        List<String> joined = groups.stream().map(group -> last(group).name()).toList();
        List<List<Step>> sourceAndGroups = concat(List.of(List.of(source)), groups);
        return new Layout(concat(sourceAndGroups, List.of(List.of(new Step(number, joined)))));
    }

    /** Nodes that all take the input and nothing else. Each is a part of its own, since no value sums them up. */
    public static Layout independent(int nodes) {
        return new Layout(IntStream.rangeClosed(1, nodes)
                .mapToObj(number -> List.of(new Step(number, List.of(INPUT))))
                .toList());
    }

    /**
     * Every node but the leaves takes what two others gave, and the last one needs them all: as deep as the logarithm of its size, so that it can
     * be given to compilers that follow dependencies on the stack.
     */
    public static Layout tree(int nodes) {
        List<Step> steps = new ArrayList<>();
        for (int number = 1; number <= nodes; number++) {
            int heapIndex = nodes + 1 - number;
            List<String> children = Stream.of(2 * heapIndex, 2 * heapIndex + 1)
                    .filter(child -> child <= nodes)
                    .map(child -> "v" + (nodes + 1 - child))
                    .toList();
            steps.add(new Step(number, children.isEmpty() ? List.of(INPUT) : children));
        }
        return new Layout(List.of(steps));
    }

    /** All nodes. */
    public List<Step> steps() {
        return parts.stream().flatMap(List::stream).toList();
    }

    /** The node whose value is the graph's output. */
    public Step last() {
        return last(last(parts));
    }

    /** How many nodes there are. */
    public int size() {
        return last().number();
    }

    private static List<Step> group(int first, int leaves, Step source) {
        List<Step> group = new ArrayList<>();
        for (int leaf = 0; leaf < leaves; leaf++) {
            group.add(new Step(first + leaf, List.of(source.name())));
        }
        group.add(new Step(first + leaves, group.stream().map(Step::name).toList()));
        return group;
    }

    private static int joinsFor(int nodes) {
        int joins = 1;
        while (leavesFor(nodes, joins) > joins * JOIN) {
            joins++;
        }
        return joins;
    }

    private static int leavesFor(int nodes, int joins) {
        return nodes - 1 - joins - (joins == 1 ? 0 : 1);
    }

    private static List<List<Step>> cut(List<Step> steps) {
        List<List<Step>> parts = new ArrayList<>();
        for (int from = 0; from < steps.size(); from += PART) {
            parts.add(steps.subList(from, Math.min(from + PART, steps.size())));
        }
        return parts;
    }

    private static <T> List<T> concat(List<? extends T> first, List<? extends T> second) {
        List<T> both = new ArrayList<>(first);
        both.addAll(second);
        return both;
    }

    static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}
