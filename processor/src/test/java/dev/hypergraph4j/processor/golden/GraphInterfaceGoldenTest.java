package dev.hypergraph4j.processor.golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is generated for interfaces with {@code @Graph} and the node classes behind them. */
class GraphInterfaceGoldenTest {
    @RegisterExtension
    final Golden golden = new Golden();

    @Test
    void entryMethods() {
        golden.compare("""
                package app;

                @Graph(nodes = {Retrieval.class, Answering.class})
                public interface Rag {
                    String answer(String question, int topK);

                    List<String> docs(String question, int topK);
                }
                """, """
                package app;

                public class Retrieval {
                    @Node(outputName = "docs")
                    List<String> retrieve(String question, @Default("5") int topK) {
                        return List.of(question);
                    }
                }
                """, """
                package app;

                public class Answering {
                    @Node(outputName = "answer")
                    String generate(String question, List<String> docs) {
                        return question + docs;
                    }
                }
                """);
    }

    @Test
    void resultsOfEntryMethods() {
        golden.compare("""
                package app;

                @Graph
                public interface Text {
                    @Node(outputName = "words")
                    default List<String> split(String text, Optional<String> separator) {
                        return List.of(text.split(separator.orElse(" ")));
                    }

                    @Node(outputName = "first")
                    static @Nullable String first(List<String> words, @Default("0") int from) {
                        return words.size() > from ? words.get(from) : null;
                    }

                    RunResult<TextOutputs> run(String text, Optional<String> separator, int from);

                    CompletionStage<RunResult<TextOutputs>> start(String text);

                    Optional<String> first(String text, Optional<Integer> from);

                    @Output("first")
                    CompletableFuture<Optional<String>> firstLater(String text, @Nullable String separator);

                    @Output("words")
                    CompletionStage<List<String>> wordsLater(String text);
                }
                """);
    }

    @Test
    void furtherUsesUnderOtherNames() {
        golden.compare("""
                package app;

                @Graph(nodes = Summarizer.class)
                @Use(type = Summarizer.class, method = "summarize", name = "summarizeTitle",
                        inputs = @Rename(from = "text", to = "title"),
                        outputs = @Rename(from = "summary", to = "shortTitle"))
                public interface Digest {
                    String summary(String text);

                    String shortTitle(String title);
                }
                """, """
                package app;

                public class Summarizer {
                    @Node(outputName = "summary")
                    String summarize(@From("text") String source) {
                        return source.substring(0, 1);
                    }
                }
                """);
    }

    @Test
    void packagePrivateNodesOfAnotherPackage() {
        golden.compare("""
                package app;

                @Graph(nodes = lib.Retrieval.class)
                public interface Rag {
                    List<String> docs(String question);
                }
                """, """
                package lib;

                public class Retrieval {
                    @Default
                    static Locale locale() {
                        return Locale.ROOT;
                    }

                    @Node(outputName = "terms")
                    static List<String> analyze(String question, Locale locale) throws java.io.IOException {
                        return List.of(question.toLowerCase(locale));
                    }

                    @Node(outputName = "docs", name = "search")
                    protected List<String> retrieve(List<String> terms, @Nullable String hint, Optional<Integer> topK) {
                        return terms;
                    }

                    @Node(outputName = "count")
                    public @Nullable Integer count(List<String> docs) {
                        return null;
                    }

                    @Node
                    void log() {}
                }
                """);
    }
}
