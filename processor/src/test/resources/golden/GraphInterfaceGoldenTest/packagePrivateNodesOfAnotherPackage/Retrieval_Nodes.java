package lib;

import dev.hypergraph4j.metadata.HypergraphGenerated;
import dev.hypergraph4j.metadata.NodeMetadata;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.annotation.processing.Generated;

/** Lets graphs of other packages and jars use the methods of {@link Retrieval}. */
@HypergraphGenerated
@Generated("dev.hypergraph4j.processor.HypergraphProcessor")
@SuppressWarnings({"cast", "deprecation", "exports", "fallthrough", "overloads", "rawtypes", "removal", "unchecked"})
public final class Retrieval_Nodes {
    private Retrieval_Nodes() {}

    @NodeMetadata(
            index = 0,
            parameters = {"question", "locale"},
            line = 10,
            file = "Retrieval.java",
            hash = "b9478e7ffc64f3c5"
    )
    public static List<String> analyze(String question, Locale locale) throws Throwable {
        return Retrieval.analyze(question, locale);
    }

    @NodeMetadata(
            index = 1,
            parameters = {"terms", "hint", "topK"},
            nullableParameters = {"hint"},
            line = 15,
            file = "Retrieval.java",
            hash = "64f13f20ae1a4d96"
    )
    public static List<String> retrieve(Retrieval holder, List<String> terms, String hint,
            Optional<Integer> topK) throws Throwable {
        return holder.retrieve(terms, hint, topK);
    }

    @NodeMetadata(
            index = 2,
            parameters = {"docs"},
            nullableOutputs = {"count"},
            line = 20,
            file = "Retrieval.java",
            hash = "b4b9093a4abd601c"
    )
    public static Integer count(Retrieval holder, List<String> docs) throws Throwable {
        return holder.count(docs);
    }

    @NodeMetadata(
            index = 3,
            parameters = {},
            line = 25,
            file = "Retrieval.java",
            hash = "88dc8e37ea2738a7"
    )
    public static void log(Retrieval holder) throws Throwable {
        holder.log();
    }

    public static Locale locale() {
        return Retrieval.locale();
    }
}
