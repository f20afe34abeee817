package dev.hypergraph4j.samples.guide.service;

import dev.hypergraph4j.Graph;
import dev.hypergraph4j.Node;
import dev.hypergraph4j.NodeContext;
import dev.hypergraph4j.Retry;
import dev.hypergraph4j.RetryAfter;
import java.io.IOException;
import java.time.Duration;
import java.util.stream.Stream;

/** Translates a text with a service that is not always there. */
@Graph
public final class Translation {

    /** Translates texts elsewhere. */
    public interface Service {
        /** What the service answers. */
        Answer translate(String text) throws IOException;
    }

    /** The translation, or, where the service is busy, after how many seconds to ask again. */
    public record Answer(String text, int secondsToWait) {}

    private final Service service;

    public Translation(Service service) {
        this.service = service;
    }

    // tag::cached
    @Node(outputName = "cleaned", cache = true)
    static String clean(String text) {
        return text.strip().replaceAll("\\s+", " ");
    }
    // end::cached

    // tag::retry
    @Node(
            outputName = "translated",
            timeout = "PT10S",
            retry = @Retry(maxAttempts = 4, on = IOException.class, initialDelay = "PT0.5S", window = "PT2M"))
    String translate(String cleaned) throws IOException {
        Answer answer = service.translate(cleaned);
        if (answer.secondsToWait() > 0) {
            throw new RetryAfter(Duration.ofSeconds(answer.secondsToWait()));
        }
        return answer.text();
    }
    // end::retry

    // tag::stream
    @Node(outputName = "words")
    static Stream<String> split(String translated) {
        return Stream.of(translated.split(" "));
    }
    // end::stream

    // tag::context
    @Node(outputName = "letters")
    static int count(String translated, NodeContext context) {
        int letters = 0;
        for (String word : translated.split(" ")) {
            if (context.stopRequested()) {
                break;
            }
            letters += word.length();
            context.emit(letters + " letters so far");
        }
        return letters;
    }
    // end::context
}
