package dev.hypergraph4j.samples.guide.loops;

import dev.hypergraph4j.Gate;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.IfElse;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Seed;
import java.util.List;

/** Takes fewer and fewer sentences until they fit. */
// tag::cycle
@Graph
public final class Summary {
    // end::cycle
    private Summary() {}

    // tag::cycle
    @Node(outputName = "summary")
    static String take(List<String> sentences, @Seed int count) {
        return String.join(" ", sentences.subList(0, count));
    }

    @IfElse(whenTrue = "shorten", whenFalse = Gate.END)
    static boolean isTooLong(String summary, int limit) {
        return summary.length() > limit;
    }

    @Node(outputName = "count")
    static int shorten(@Seed int count) {
        return count - 1;
    }
}
// end::cycle
