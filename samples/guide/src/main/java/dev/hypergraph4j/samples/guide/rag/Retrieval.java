package dev.hypergraph4j.samples.guide.rag;

import dev.hypergraph4j.Node;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** Finds the texts that share words with a question. */
// tag::library
public final class Retrieval {
    private final List<Doc> corpus;

    public Retrieval(List<Doc> corpus) {
        this.corpus = corpus;
    }

    @Node(outputName = "terms")
    static Set<String> analyze(String question) {
        return words(question);
    }

    @Node(outputName = "docs")
    List<Doc> retrieve(Set<String> terms, int topK) {
        return corpus.stream()
                .sorted(Comparator.comparing((Doc doc) -> shared(doc, terms)).reversed())
                .limit(topK)
                .toList();
    }
    // end::library

    private static long shared(Doc doc, Set<String> terms) {
        return words(doc.text()).stream().filter(terms::contains).count();
    }

    private static Set<String> words(String text) {
        return new TreeSet<>(List.of(text.toLowerCase(Locale.ROOT).split("\\W+")));
    }
    // tag::library
}
// end::library
