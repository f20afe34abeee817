package dev.hypergraph4j.samples.guide.nesting;

import dev.hypergraph4j.Bind;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Rename;
import dev.hypergraph4j.Subgraph;

/** Looks a word up in two dictionaries. */
// tag::twice
@Graph
@Subgraph(value = Lookup.class, name = "german", outputs = @Rename(from = "meaning", to = "inGerman"))
@Subgraph(
        value = Lookup.class,
        name = "french",
        outputs = @Rename(from = "meaning", to = "inFrench"),
        bind = @Bind(input = "most", value = "1"))
public final class Bilingual {
    // end::twice
    private Bilingual() {}

    // tag::twice
    @Node(outputName = "both")
    static String both(String inGerman, String inFrench) {
        return inGerman + " | " + inFrench;
    }
}
// end::twice
