package dev.hypergraph4j.processor.golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is generated for classes with {@code @Graph}. */
class GraphClassGoldenTest {
    @RegisterExtension
    final Golden golden = new Golden();

    @Test
    void rag() {
        golden.compare("""
                package app;

                @Graph
                public final class Rag {
                    private final Searcher searcher;
                    private final Llm llm;

                    public Rag(Searcher searcher, Llm llm) {
                        this.searcher = searcher;
                        this.llm = llm;
                    }

                    @Node(outputName = "terms")
                    List<String> analyze(String question) {
                        return List.of(question.split(" "));
                    }

                    @Node(outputName = "docs")
                    List<Doc> retrieve(List<String> terms, @Default("5") int topK) {
                        return searcher.search(terms, topK);
                    }

                    @Node(outputName = "answer", kind = NodeKind.RPC)
                    String generate(String question, List<Doc> docs) {
                        return llm.ask(question + docs);
                    }

                    public interface Searcher {
                        List<Doc> search(List<String> terms, int topK);
                    }

                    public interface Llm {
                        String ask(String prompt);
                    }

                    public record Doc(String text) {}
                }
                """);
    }

    @Test
    void recordsAsSeveralOutputs() {
        golden.compare("""
                package app;

                @Graph(version = "2")
                class Statistics {
                    record Extremes<T>(T least, @Nullable T most) {}

                    @Node(outputName = {"least", "most"})
                    static Extremes<String> extremes(List<String> words) {
                        return new Extremes<>(Collections.min(words), Collections.max(words));
                    }

                    @Node(outputName = "report")
                    static String report(String least, Optional<String> most) {
                        return least + most;
                    }
                }
                """);
    }

    @Test
    void valuesThatMayBeAbsent() {
        golden.compare("""
                package app;

                @Graph
                public class Search {
                    @Default
                    static Locale locale() {
                        return Locale.ROOT;
                    }

                    @Node(outputName = "hint")
                    @Nullable Integer hint(Optional<String> user, @Nullable String session) {
                        return null;
                    }

                    @Node(outputName = "hits")
                    List<String> search(@Default("10") int limit, Locale locale, @Nullable Integer hint) {
                        return List.of();
                    }

                    @Node(outputName = "page")
                    String page(List<String> hits, @Default("1") int hint) {
                        return hits.toString() + hint;
                    }
                }
                """);
    }

    @Test
    void nodesThatReturnNothing() {
        golden.compare("""
                package app;

                @Graph
                public class Audit {
                    @Node
                    void log(String message) {}

                    @Node
                    static void beep() {}
                }
                """);
    }

    @Test
    void durableGraphs() {
        golden.compare("""
                package app;

                @Graph(durable = true, version = "2")
                public class Refund {
                    public record Receipt(String number, List<String> lines) {}

                    @Node(outputName = "receipts", kind = NodeKind.RPC, effect = Effect.ONCE)
                    Map<String, List<Receipt>> pay(List<? extends Receipt> wanted, Receipt[] before, Optional<Integer> limit) {
                        return Map.of();
                    }

                    @Node(outputName = "count")
                    int count(Map<String, List<Receipt>> receipts) {
                        return receipts.size();
                    }
                }
                """);
    }

    @Test
    void asynchronousNodes() {
        golden.compare("""
                package app;

                @Graph
                public class Weather {
                    public record Sky(double cloudiness, String colour) {}

                    @Node(outputName = "temperature")
                    CompletionStage<Double> temperature(String town) {
                        return CompletableFuture.completedFuture(21.5);
                    }

                    @Node(outputName = {"cloudiness", "colour"})
                    CompletableFuture<Sky> sky(String town) {
                        return CompletableFuture.completedFuture(new Sky(0.5, "blue"));
                    }

                    @Node
                    CompletableFuture<Void> record(String town) {
                        return CompletableFuture.completedFuture(null);
                    }

                    @Node(outputName = "report")
                    String report(Double temperature, double cloudiness) {
                        return temperature + " " + cloudiness;
                    }
                }
                """);
    }

    @Test
    void questions() {
        golden.compare("""
                package app;

                @Graph
                public class Desk {
                    @Interrupt(answerName = "verdict")
                    Question<String> review(String draft) {
                        return Question.choose("What is to become of " + draft + "?", List.of("publish", "reject"));
                    }

                    @Route(targets = {"publish", "reject"})
                    String route(String verdict) {
                        return verdict;
                    }

                    @Node(outputName = "page")
                    String publish(String draft) {
                        return draft;
                    }

                    @Interrupt(answerName = "reasons")
                    CompletionStage<Question<List<String>>> reject(String draft) {
                        return CompletableFuture.completedFuture(Question.choose("Why?", List.of(List.of("too long"))));
                    }
                }
                """);
    }

    @Test
    void nestedDeclaringType() {
        golden.compare("""
                package app;

                class Outer {
                    @Graph
                    static class Sum {
                        @Node(outputName = "sum")
                        static long add(int first, byte[] more) {
                            return first + more.length;
                        }
                    }
                }
                """);
    }

    @Test
    void nodesThatAreTriedAgainCachedAndStreaming() {
        golden.compare("""
                package app;

                @Graph
                public class Crawl {
                    @Node(outputName = "page", timeout = "PT10S", retry = @Retry(maxAttempts = 3, on = java.io.IOException.class))
                    String fetch(String address, NodeContext context) throws java.io.IOException {
                        return address + context.attempt();
                    }

                    @Node(outputName = "size", cache = true)
                    int measure(String page) {
                        return page.length();
                    }

                    @Node(outputName = "lines")
                    java.util.stream.Stream<String> split(String page) {
                        return page.lines();
                    }

                    @Node(outputName = "news")
                    java.util.concurrent.Flow.Publisher<Integer> watch(int size) {
                        return subscriber -> {};
                    }
                }
                """);
    }
}
