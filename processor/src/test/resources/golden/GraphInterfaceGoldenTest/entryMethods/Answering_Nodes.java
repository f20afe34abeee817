package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.metadata.NodeMetadata;
import java.util.List;
import javax.annotation.processing.Generated;

/** Lets graphs of other packages and jars use the methods of {@link Answering}. */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class Answering_Nodes {
    private Answering_Nodes() {}

    @NodeMetadata(
            index = 0,
            parameters = {"question", "docs"},
            line = 5,
            file = "Answering.java",
            hash = "c9dc28d8f624ff65"
    )
    public static String generate(Answering holder, String question, List<String> docs) throws
            Throwable {
        return holder.generate(question, docs);
    }
}
