package dev.hypergraph4j.samples.guide.nesting;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Subgraph;
import java.util.Locale;

/** Takes a word down and looks it up. */
// tag::flat
@Graph
@Subgraph(Lookup.class)
public final class Translation {
    // end::flat
    private Translation() {}

    // tag::flat
    @Node(outputName = "word")
    static String clean(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }

    @Node(outputName = "answer")
    static String present(String text, String meaning) {
        return text + ": " + meaning;
    }
}
// end::flat
