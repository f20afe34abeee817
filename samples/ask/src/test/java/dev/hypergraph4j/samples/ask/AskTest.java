package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AskTest {
    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @BeforeEach
    void repositoryHoldsTheManual() throws IOException {
        Files.writeString(folder.resolve("pom.xml"), "<groupId>dev.hypergraph4j</groupId>");
        Files.copy(Manual.FOLDER.resolve("README.md"), folder.resolve("README.md"));
    }

    @Test
    void answerIsPrintedWithItsSourcesAndTheRun() {
        assertThat(ask(Map.of(), "How", "hot", "is", "espresso", "brewed?")).isZero();

        assertThat(printed(out))
                .startsWith("""
                        Question
                          How hot is espresso brewed?

                        Answer
                          `temperature` | 88 to 96 | how hot the espresso is brewed, in degrees [1]
                        """)
                .contains("\n\nSources\n  [1] README.md:15  Crema 2 > Settings\n")
                .contains("\n\nRun\n  7 nodes, ")
                .containsPattern("\n  compose +\\+");
        assertThat(printed(err)).isEmpty();
    }

    @Test
    void nothingIsFoundWithoutSources() {
        assertThat(ask(Map.of(), "Which planets have rings?")).isZero();

        assertThat(printed(out)).contains("\n\nSources\n  none\n\n");
    }

    @Test
    void graphIsDrawn() {
        ask(Map.of(), "How hot is espresso brewed?");

        Path target = folder.resolve("samples/ask/target");
        assertThat(printed(out))
                .endsWith("\n\nGraph\n  Mermaid:  " + target.resolve("ask-graph.mmd") + "\n  Graphviz: "
                        + target.resolve("ask-graph.dot") + "\n\n");
        assertThat(target.resolve("ask-graph.mmd")).content().startsWith("flowchart TD\n");
        assertThat(target.resolve("ask-graph.dot")).content().startsWith("digraph \"librarian\" {\n");
    }

    @Test
    void withoutArgumentsItAsksAQuestionOfItsOwn() {
        assertThat(ask(Map.of())).isZero();

        assertThat(printed(out)).startsWith("Question\n  How do I make a parameter optional?\n");
    }

    @Test
    void emptyQuestionIsRefused() {
        assertThat(ask(Map.of(), "")).isOne();

        assertThat(printed(err)).startsWith("The question is empty.");
        assertThat(printed(out)).isEmpty();
    }

    @Test
    void endpointOfTheEnvironmentAnswers() throws IOException {
        try (ChatService service = ChatService.saying("Very hot. [1]")) {
            assertThat(ask(environment(service.endpoint()), "How hot is espresso brewed?"))
                    .isZero();
        }

        assertThat(printed(out))
                .contains("\n\nAnswer\n  Very hot. [1]\n\nSources\n  [1] README.md:15  Crema 2 > Settings\n\n");
    }

    @Test
    void endpointThatRefusesIsExplained() throws IOException {
        try (ChatService service = ChatService.refusing(401, "who are you?")) {
            assertThat(ask(environment(service.endpoint()), "How hot is espresso brewed?"))
                    .isOne();
        }

        assertThat(printed(err)).contains("answered with status 401", "Check OPENAI_API_KEY.");
    }

    private int ask(Map<String, String> environment, String... words) {
        return new Ask(environment, utf8(out), utf8(err)).run(folder, words);
    }

    private static Map<String, String> environment(Endpoint endpoint) {
        return Map.of(
                Endpoint.BASE_URL, endpoint.baseUrl(),
                Endpoint.API_KEY, endpoint.apiKey(),
                Endpoint.MODEL, endpoint.model());
    }

    private static PrintStream utf8(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }

    private static String printed(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
