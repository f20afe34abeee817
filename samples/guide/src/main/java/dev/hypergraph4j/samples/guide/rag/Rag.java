package dev.hypergraph4j.samples.guide.rag;

import dev.hypergraph4j.Graph;
import java.util.List;

/** Question answering, put together from two node libraries. */
// tag::rag
@Graph(nodes = {Retrieval.class, Answering.class})
public interface Rag {
    /** Everything runs. */
    String answer(String question, int topK);

    /** Answering never runs: no node of it is needed for the docs. */
    List<Doc> docs(String question, int topK);
}
// end::rag
