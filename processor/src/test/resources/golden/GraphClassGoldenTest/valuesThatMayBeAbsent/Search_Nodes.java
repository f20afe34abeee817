package app;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import java.util.Locale;
import javax.annotation.processing.Generated;

/** Lets graphs of other packages and jars use the methods of {@link Search}. */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class Search_Nodes {
    private Search_Nodes() {}

    public static Locale locale() {
        return Search.locale();
    }
}
