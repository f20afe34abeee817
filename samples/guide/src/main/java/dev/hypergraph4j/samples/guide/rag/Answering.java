package dev.hypergraph4j.samples.guide.rag;

import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeKind;
import java.util.List;
import java.util.stream.Collectors;

/** Asks a model, with the texts that were found. */
// tag::answering
public final class Answering {
    /** A language model, or something that stands in for one. */
    public interface Llm {
        String complete(String prompt);
    }

    private final Llm llm;

    public Answering(Llm llm) {
        this.llm = llm;
    }

    @Node(outputName = "answer", kind = NodeKind.RPC)
    String generate(String question, List<Doc> docs) {
        String context = docs.stream().map(Doc::text).collect(Collectors.joining("\n"));
        return llm.complete("Answer from these texts:\n" + context + "\n\nQuestion: " + question);
    }
}
// end::answering
