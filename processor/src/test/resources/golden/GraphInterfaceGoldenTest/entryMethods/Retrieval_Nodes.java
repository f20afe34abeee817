package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.metadata.NodeMetadata;
import java.util.List;
import javax.annotation.processing.Generated;

/** Lets graphs of other packages and jars use the methods of {@link Retrieval}. */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class Retrieval_Nodes {
    private Retrieval_Nodes() {}

    @NodeMetadata(
            index = 0,
            parameters = {"question", "topK"},
            line = 5,
            file = "Retrieval.java",
            hash = "1194c9d990c23219"
    )
    public static List<String> retrieve(Retrieval holder, String question, int topK) throws
            Throwable {
        return holder.retrieve(question, topK);
    }
}
