package dev.hypergraph4j.benchmarks.source;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The calls of a graph's node methods with each one that can overlap others handed to an executor, as a person would write them: the last of a
 * group to end goes on with the join, and the caller waits for a latch. All values are {@code int}s.
 */
final class HandOffsSource {
    private final String nodes;
    private final Layout layout;

    HandOffsSource(String nodes, Layout layout) {
        this.nodes = nodes;
        this.layout = layout;
    }

    /** For a layout of {@link Layout#fanOut} with several joins. */
    SourceFile fanOut(String packageName) {
        List<List<Step>> groups = layout.parts().subList(1, layout.parts().size() - 1);
        Step source = layout.steps().get(0);
        SourceFile file = begin(packageName, "java.util.concurrent.atomic.AtomicInteger")
                .lines(
                        "public static int run(" + nodes
                                + " nodes, int origin, Executor executor) throws InterruptedException {",
                        "int " + source.name() + " = nodes." + source.name() + "(origin);",
                        "int[] values = new int[" + layout.size() + "];",
                        "CountDownLatch joined = new CountDownLatch(" + groups.size() + ");");
        for (List<Step> group : groups) {
            file.lines("handOff" + group.get(0).number() + "(nodes, " + source.name() + ", values, joined, executor);");
        }
        file.lines("joined.await();", "return " + call(layout.last()) + ";", "}");
        groups.forEach(group -> writeGroup(file, source, group));
        return file.lines("}");
    }

    /** For a layout of {@link Layout#independent}, with methods that may be interrupted. */
    SourceFile independent(String packageName) {
        SourceFile file = begin(packageName, "java.util.concurrent.CompletionException")
                .lines(
                        "public static int[] run(" + nodes
                                + " nodes, int origin, Executor executor) throws InterruptedException {",
                        "int[] values = new int[" + layout.size() + "];",
                        "CountDownLatch done = new CountDownLatch(" + layout.size() + ");");
        for (Step step : layout.steps()) {
            file.lines(
                    "executor.execute(() -> {",
                    "try {",
                    "values[" + (step.number() - 1) + "] = nodes." + step.name() + "(origin);",
                    "} catch (InterruptedException stop) {",
                    "throw new CompletionException(stop);",
                    "}",
                    "done.countDown();",
                    "});");
        }
        return file.lines("done.await();", "return values;", "}", "}");
    }

    private SourceFile begin(String packageName, String anotherImport) {
        String className = nodes + "HandOffs";
        return new SourceFile(packageName, className)
                .imports("java.util.concurrent.CountDownLatch", "java.util.concurrent.Executor", anotherImport)
                .lines(
                        "/** The nodes of {@link " + nodes + "}, handed to an executor by hand. */",
                        "public final class " + className + " {",
                        "private " + className + "() {}",
                        "");
    }

    private void writeGroup(SourceFile file, Step source, List<Step> group) {
        List<Step> leaves = group.subList(0, group.size() - 1);
        Step join = Layout.last(group);
        file.lines(
                "",
                "private static void handOff" + group.get(0).number() + "(" + nodes + " nodes, int " + source.name()
                        + ", int[] values, CountDownLatch joined, Executor executor) {",
                "AtomicInteger left = new AtomicInteger(" + leaves.size() + ");");
        for (Step leaf : leaves) {
            file.lines(
                    "executor.execute(() -> {",
                    "values[" + leaf.number() + "] = nodes." + leaf.name() + "(" + source.name() + ");",
                    "if (left.decrementAndGet() == 0) {",
                    "join" + join.number() + "(nodes, values, joined);",
                    "}",
                    "});");
        }
        file.lines(
                "}",
                "",
                "private static void join" + join.number() + "(" + nodes
                        + " nodes, int[] values, CountDownLatch joined) {",
                "values[" + join.number() + "] = " + call(join) + ";",
                "joined.countDown();",
                "}");
    }

    private static String call(Step join) {
        return "nodes." + join.name()
                + join.takes().stream()
                        .map(name -> "values[" + name.substring(1) + "]")
                        .collect(Collectors.joining(", ", "(", ")"));
    }
}
