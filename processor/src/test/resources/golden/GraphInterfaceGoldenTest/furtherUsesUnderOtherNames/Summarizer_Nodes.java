package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.metadata.NodeMetadata;
import javax.annotation.processing.Generated;

/** Lets graphs of other packages and jars use the methods of {@link Summarizer}. */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class Summarizer_Nodes {
    private Summarizer_Nodes() {}

    @NodeMetadata(
            index = 0,
            parameters = {"source"},
            line = 5,
            file = "Summarizer.java",
            hash = "df3f69e35c7e2d3c"
    )
    public static String summarize(Summarizer holder, String source) throws Throwable {
        return holder.summarize(source);
    }
}
