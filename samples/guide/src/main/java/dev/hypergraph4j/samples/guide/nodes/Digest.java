package dev.hypergraph4j.samples.guide.nodes;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.Rename;
import dev.hypergraph4j.Use;

/** One node method, used twice under different names. */
// tag::use
@Graph(nodes = Digest.Shorten.class)
@Use(
        type = Digest.Shorten.class,
        method = "shorten",
        name = "shortenTitle",
        inputs = @Rename(from = "text", to = "title"),
        outputs = @Rename(from = "summary", to = "shortTitle"))
public final class Digest {
    static final class Shorten {
        @Node(outputName = "summary")
        static String shorten(String text, int limit) {
            return text.length() <= limit ? text : text.substring(0, limit) + "...";
        }
    }

    @Node(outputName = "digest")
    static String join(String shortTitle, String summary) {
        return shortTitle + "\n" + summary;
    }
}
// end::use
