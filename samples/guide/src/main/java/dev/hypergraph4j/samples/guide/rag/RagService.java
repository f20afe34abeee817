package dev.hypergraph4j.samples.guide.rag;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Output;
import dev.hypergraph4j.runtime.RunResult;
import java.util.List;
import java.util.concurrent.CompletionStage;

/** The same graph with the other forms that an entry method may have. */
// tag::forms
@Graph(nodes = {Retrieval.class, Answering.class})
public interface RagService {
    /** The output of another name than the method's. */
    @Output("answer")
    String ask(String question, int topK);

    /** On other threads. */
    @Output("docs")
    CompletionStage<List<Doc>> search(String question, int topK);

    /** With everything there is to know about the run. */
    RunResult<RagServiceOutputs> explain(String question, int topK);
}
// end::forms
