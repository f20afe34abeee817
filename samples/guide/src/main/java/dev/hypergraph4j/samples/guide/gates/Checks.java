package dev.hypergraph4j.samples.guide.gates;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Route;
import java.util.ArrayList;
import java.util.List;

/** A gate that opens as many nodes as there are reasons to. */
@Graph
public final class Checks {
    private Checks() {}

    // tag::several
    @Route(
            targets = {"findNumbers", "findLinks"},
            fallback = "sayNothing")
    static List<String> choose(String text) {
        List<String> chosen = new ArrayList<>();
        if (text.matches(".*\\d.*")) {
            chosen.add("findNumbers");
        }
        if (text.contains("://")) {
            chosen.add("findLinks");
        }
        return chosen;
    }
    // end::several

    @Node(outputName = "numbers")
    static List<String> findNumbers(String text) {
        return words(text, "\\d+");
    }

    @Node(outputName = "links")
    static List<String> findLinks(String text) {
        return words(text, "\\w+://\\S+");
    }

    @Node(outputName = "remark")
    static String sayNothing() {
        return "Nothing to look at.";
    }

    private static List<String> words(String text, String pattern) {
        return List.of(text.split(" ")).stream()
                .filter(word -> word.matches(pattern))
                .toList();
    }
}
