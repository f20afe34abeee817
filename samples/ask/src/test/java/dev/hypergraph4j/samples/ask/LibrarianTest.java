package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.AsyncRunner;
import dev.hypergraph4j.runtime.NodeExecutionException;
import dev.hypergraph4j.runtime.RunResult;
import dev.hypergraph4j.runtime.log.NodeRecord;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibrarianTest {
    private final LibrarianGraph librarian = LibrarianGraph.create(new Answering(new ExtractiveAnswerer()));

    @ParameterizedTest
    @CsvSource({
        "How do I get a double espresso?, twice for a double, Crema 2 > Brewing",
        "How hot is espresso brewed?, 88 to 96, Crema 2 > Settings",
        "When does the machine switch itself off?, 30 by default, Crema 2 > Settings",
        "Can it read settings from a file?, temperature=92, Crema 2 > Settings > From a file",
        "How often do I have to descale the machine?, every three months, Care > Descaling",
        "May I use vinegar?, vinegar attacks the seals, Care > Descaling",
        "What does frost do to the boiler?, bursts the boiler, Care > Storing",
        "Who is Crema support?, CremaSupport, Crema 2 > Settings > From a file",
    })
    void answersFromTheSectionThatSaysIt(String question, String answer, String heading) {
        LibrarianOutputs outputs = librarian.ask(Manual.FOLDER, question).outputs();

        assertThat(outputs.answer()).contains(answer);
        assertThat(outputs.citations()).first().extracting(Citation::heading).isEqualTo(heading);
    }

    @Test
    void saysSoWhenTheDocumentsDoNot() {
        LibrarianOutputs outputs =
                librarian.ask(Manual.FOLDER, "Which planets have rings?").outputs();

        assertThat(outputs.answer()).isEqualTo("The documents say nothing about that.");
        assertThat(outputs.citations()).isEmpty();
    }

    @Test
    void answerAloneIsTheSameAnswer() {
        String question = "May I use vinegar?";

        assertThat(librarian.answer(Manual.FOLDER, question))
                .isEqualTo(librarian.ask(Manual.FOLDER, question).outputs().answer());
    }

    @Test
    void concurrentRunIsTheSameRun() {
        String question = "May I use vinegar?";

        assertThat(librarian
                        .with(AsyncRunner.create())
                        .ask(Manual.FOLDER, question)
                        .outputs())
                .isEqualTo(librarian.ask(Manual.FOLDER, question).outputs());
    }

    @Test
    void hitsAreFoundWithoutAnswering() {
        Librarian mute = LibrarianGraph.create(new Answering((question, quotes) -> {
            throw new AssertionError("asked to answer: " + question);
        }));

        assertThat(mute.hits(Manual.FOLDER, "May I use vinegar?", 1))
                .extracting(hit -> hit.item().heading())
                .containsExactly("Care > Descaling");
    }

    @Test
    void sectionsAreReadWithoutAQuestion() {
        assertThat(librarian.sections(Manual.FOLDER)).hasSize(7);
    }

    @Test
    void topKIsOptional() {
        assertThat(librarian.ask(Manual.FOLDER, "espresso machine").outputs().hits())
                .hasSize(5);
        assertThat(librarian
                        .run(LibrarianInputs.of(Manual.FOLDER, "espresso machine")
                                .withTopK(2))
                        .outputs()
                        .hits())
                .hasSize(2);
    }

    @Test
    void logTellsWhatRan() {
        RunResult<LibrarianOutputs> result = librarian.ask(Manual.FOLDER, "May I use vinegar?");

        assertThat(result.log().steps())
                .extracting(NodeRecord::node)
                .containsExactly("read", "split", "index", "analyze", "retrieve", "rank", "compose");
        assertThat(result.log().summary()).startsWith("7 nodes, ").contains(", 0 errors | slowest: ");
    }

    @Test
    void failureNamesTheNode(@TempDir Path empty) {
        assertThatThrownBy(() -> librarian.ask(empty, "May I use vinegar?"))
                .isInstanceOf(NodeExecutionException.class)
                .hasMessageContaining("read")
                .hasCauseInstanceOf(AskException.class);
    }
}
