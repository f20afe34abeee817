package dev.hypergraph4j.benchmarks.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A graph whose run time is measured, and what it is compared with beside calls by hand and futures. */
record Subject(String className, Layout layout, Values values, boolean producers, boolean langGraph) {

    /** All of them. Dagger is spared 1,000 nodes: a chain of these overflows its compiler's stack. */
    static List<Subject> all() {
        List<Subject> all = new ArrayList<>();
        all.add(new Subject("Chain1", Layout.chain(1), Values.INTS, false, false));
        for (Values values : List.of(Values.INTS, Values.TOKENS)) {
            boolean ints = values == Values.INTS;
            String prefix = ints ? "" : "Token";
            for (int size : new int[] {10, 100, 1000}) {
                boolean producers = ints && size <= 100;
                all.add(new Subject(
                        prefix + "Chain" + size, Layout.chain(size), values, producers, ints && size == 10));
                all.add(new Subject(prefix + "FanOut" + size, Layout.fanOut(size), values, producers, false));
            }
        }
        return all;
    }

    /** {@code token-fan-out-10} of {@code TokenFanOut10}. */
    String id() {
        return className.replaceAll("(?<=[a-z])(?=[A-Z0-9])", "-").toLowerCase(Locale.ROOT);
    }
}
