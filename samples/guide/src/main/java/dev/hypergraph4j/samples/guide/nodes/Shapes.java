package dev.hypergraph4j.samples.guide.nodes;

import dev.hypergraph4j.Default;
import dev.hypergraph4j.From;
import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/** The forms that a node method may have. */
@Graph
public final class Shapes {
    private final List<String> audit = new ArrayList<>();

    // tag::several
    record Parts(String head, String tail) {}

    @Node(outputName = {"head", "tail"})
    static Parts split(String text) {
        int blank = text.indexOf(' ');
        return blank < 0 ? new Parts(text, "") : new Parts(text.substring(0, blank), text.substring(blank + 1));
    }
    // end::several

    // tag::optional
    @Node(outputName = "greeting")
    String greet(String head, Optional<String> title, @Default("Hello") String salutation) {
        return salutation + " " + title.map(given -> given + " ").orElse("") + head;
    }
    // end::optional

    // tag::provider
    @Default
    static Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Node(outputName = "bytes")
    byte[] encode(String greeting, Charset charset) {
        return greeting.getBytes(charset);
    }
    // end::provider

    // tag::asynchronous
    @Node(outputName = "length")
    CompletionStage<Integer> measure(byte[] bytes) {
        return CompletableFuture.supplyAsync(() -> bytes.length);
    }
    // end::asynchronous

    // tag::effect
    @Node
    void record(String greeting, int length) {
        audit.add(greeting + ": " + length + " bytes");
    }
    // end::effect

    // tag::from
    @Node(outputName = "report")
    String report(@From("tail") String rest, int length) {
        return length + " bytes sent, not looked at: '" + rest + "'";
    }
    // end::from

    /** What {@code record} wrote. */
    public List<String> audit() {
        return List.copyOf(audit);
    }
}
