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
}
