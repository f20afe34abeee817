package dev.hypergraph4j.samples.guide.nesting;

import dev.hypergraph4j.Default;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.util.List;
import java.util.Map;

/** Looks words up in a dictionary. */
// tag::lookup
@Graph
public final class Lookup {
    private final Map<String, String> dictionary;

    public Lookup(Map<String, String> dictionary) {
        this.dictionary = dictionary;
    }

    @Node(outputName = "found")
    List<String> search(String word, @Default("3") int most) {
        return dictionary.keySet().stream()
                .filter(word::contains)
                .sorted()
                .limit(most)
                .toList();
    }

    @Node(outputName = "meaning")
    String explain(List<String> found) {
        return String.join(", ", found.stream().map(dictionary::get).toList());
    }
}
// end::lookup
