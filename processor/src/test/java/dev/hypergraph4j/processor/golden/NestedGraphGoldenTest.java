package dev.hypergraph4j.processor.golden;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What is generated for graphs that are nodes of others. */
class NestedGraphGoldenTest {
    @RegisterExtension
    final Golden golden = new Golden();

    @Test
    void flatNamespacedAndMapped() {
        golden.compare("""
                package app;

                @Graph
                @Subgraph(value = Reading.class, name = "title", inputs = @Rename(from = "text", to = "headline"),
                        outputs = @Rename(from = "words", to = "titleWords"), bind = @Bind(input = "most", value = "3"))
                @Subgraph(value = Reading.class, name = "aside", namespaced = true)
                @Subgraph(value = Reading.class, name = "pages", inputs = @Rename(from = "text", to = "texts"),
                        outputs = @Rename(from = "words", to = "wordsOfPages"), mapOver = "text", onError = ErrorHandling.CONTINUE)
                class Book {
                    @Node(outputName = "headline")
                    String headline(String name) {
                        return "On " + name;
                    }

                    @Node(outputName = "total")
                    int total(List<String> titleWords, ReadingOutputs aside, List<Optional<List<String>>> wordsOfPages) {
                        return titleWords.size() + aside.words().size() + wordsOfPages.size();
                    }
                }
                """, """
                package app;

                @Graph
                class Reading {
                    @Node(outputName = "words")
                    List<String> split(String text, @Default("10") int most) {
                        return List.of(text.split(" ", most));
                    }
                }
                """);
    }

    @Test
    void questionsOfNestedGraphs() {
        golden.compare("""
                package app;

                @Graph
                @Subgraph(value = Approval.class, name = "boss", outputs = @Rename(from = "approved", to = "byBoss"))
                @Subgraph(value = Approval.class, name = "bank", outputs = @Rename(from = "approved", to = "byBank"))
                class Payment {
                    @Interrupt(answerName = "letter")
                    static Question<String> write(String customer) {
                        return Question.ask("Write to " + customer, String.class);
                    }
                }
                """, """
                package app;

                @Graph
                class Approval {
                    @Interrupt(answerName = "approved")
                    static Question<Boolean> approve(String letter) {
                        return Question.confirm("Send '" + letter + "'?");
                    }
                }
                """);
    }
}
