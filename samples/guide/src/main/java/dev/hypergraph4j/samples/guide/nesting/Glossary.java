package dev.hypergraph4j.samples.guide.nesting;

import dev.hypergraph4j.ErrorHandling;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Rename;
import dev.hypergraph4j.Subgraph;
import java.util.List;
import java.util.Optional;

/** Looks all words of a text up. */
// tag::mapped
@Graph
@Subgraph(
        value = Lookup.class,
        mapOver = "word",
        inputs = @Rename(from = "word", to = "words"),
        outputs = @Rename(from = "meaning", to = "meanings"),
        onError = ErrorHandling.CONTINUE)
public final class Glossary {
    // end::mapped
    private Glossary() {}

    // tag::mapped
    @Node(outputName = "words")
    static List<String> split(String text) {
        return List.of(text.split(" "));
    }

    @Node(outputName = "known")
    static List<String> known(List<Optional<String>> meanings) {
        return meanings.stream().flatMap(Optional::stream).toList();
    }
}
// end::mapped
