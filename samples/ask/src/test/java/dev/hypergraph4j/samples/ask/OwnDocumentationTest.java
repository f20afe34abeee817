package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The documentation of this repository will be written anew many times; these questions it should always answer. */
class OwnDocumentationTest {
    private final Librarian librarian = LibrarianGraph.create(new Answering(new ExtractiveAnswerer()));

    @ParameterizedTest
    @CsvSource({
        "How do I make a parameter optional?, @Default",
        "What does the AsyncRunner do?, AsyncRunner",
        "Which JDK does it need?, JDK 17",
        "What is a node library?, node library",
        "How do I run all tests?, mvn",
        "How do I draw a graph with Mermaid?, toMermaid()",
    })
    void answerNamesWhatTheQuestionIsAbout(String question, String name) throws IOException {
        Path root = Repository.around(Path.of(""));

        LibrarianOutputs outputs = librarian.ask(root, question).outputs();

        assertThat(outputs.answer()).contains(name);
        assertThat(outputs.citations())
                .anySatisfy(citation -> assertThat(text(citation, outputs)).contains(name));
    }

    private static String text(Citation citation, LibrarianOutputs outputs) {
        return outputs.sections().stream()
                .filter(section -> section.file().equals(citation.file()) && section.line() == citation.line())
                .map(Section::text)
                .findFirst()
                .orElseThrow();
    }
}
