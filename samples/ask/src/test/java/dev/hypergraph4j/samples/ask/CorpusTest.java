package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CorpusTest {
    @TempDir
    Path folder;

    @Test
    void markdownFilesAreReadInTheOrderOfTheirNames() throws IOException {
        write("b.md", "# B");
        write("a/c.md", "# C");
        write("a.txt", "no Markdown");

        assertThat(Corpus.read(folder))
                .containsExactly(new MarkdownFile("a/c.md", "# C"), new MarkdownFile("b.md", "# B"));
    }

    @Test
    void whatIsNoDocumentIsLeftOut() throws IOException {
        write("README.md", "# A");
        write("target/site/README.md", "# Built");
        write("module/src/test/resources/README.md", "# Fixture");
        write(".git/README.md", "# Hidden");

        assertThat(Corpus.read(folder)).extracting(MarkdownFile::name).containsExactly("README.md");
    }

    @Test
    void bytesThatAreNoUtf8DoNotHideTheRest() throws IOException {
        Files.write(folder.resolve("a.md"), new byte[] {'#', ' ', 'A', (byte) 0xFF});

        assertThat(Corpus.read(folder)).containsExactly(new MarkdownFile("a.md", "# A\uFFFD"));
    }

    @Test
    void folderWithoutMarkdownIsRefused() {
        assertThatThrownBy(() -> Corpus.read(folder))
                .isInstanceOf(AskException.class)
                .hasMessage("There is no Markdown file (*.md) in " + folder
                        + ". Ask about a folder whose documents are Markdown.");
    }

    @Test
    void sectionsAreWhatStandsBetweenHeadings() throws IOException {
        assertThat(Corpus.split(Corpus.read(Manual.FOLDER)))
                .extracting(Section::file, Section::line, Section::heading)
                .containsExactly(
                        tuple("README.md", 1, "Crema 2"),
                        tuple("README.md", 5, "Crema 2 > Brewing"),
                        tuple("README.md", 15, "Crema 2 > Settings"),
                        tuple("README.md", 22, "Crema 2 > Settings > From a file"),
                        tuple("docs/care.md", 1, "docs/care.md"),
                        tuple("docs/care.md", 5, "Care > Descaling"),
                        tuple("docs/care.md", 12, "Care > Storing"));
    }

    @Test
    void proseIsSplitIntoSentences() {
        assertThat(passages("One *line*\nand more. Two: [a link](x.md)! `three()`"))
                .containsExactly(
                        Passage.prose("One line and more."), Passage.prose("Two: a link!"), Passage.prose("`three()`"));
    }

    @Test
    void itemsOfListsAreSentences() {
        assertThat(passages("- one\n- two\n  1. deeper"))
                .extracting(Passage::text)
                .containsExactly("one", "two", "deeper");
    }

    @Test
    void rowsOfTablesAreSentences() {
        assertThat(passages("| name | use |\n|---|---|\n| `a` | the first |\n| b | |"))
                .containsExactly(Passage.prose("`a` | the first"), Passage.prose("b"));
    }

    @Test
    void tablesOfContentsAreLeftOut() {
        assertThat(passages("| page | what |\n|---|---|\n| [Nodes](nodes.md) | all of them |\n| [a](a) | the first |"))
                .containsExactly(Passage.prose("a | the first"));
    }

    @Test
    void singleWordLeadsToTheSentenceAfterIt() {
        assertThat(passages("**Context.** Nobody knew. Why? End."))
                .containsExactly(Passage.prose("Context. Nobody knew."), Passage.prose("Why? End."));
    }

    @Test
    void codeKeepsItsLinesAndDrawingsAreLeftOut() {
        assertThat(passages("```java\nint a;\n  int b;\n```\n\n    indented\n\n```mermaid\nflowchart TD\n```\n"))
                .containsExactly(Passage.code("int a;\n  int b;"), Passage.code("indented"));
    }

    private static List<Passage> passages(String markdown) {
        List<Section> sections = Corpus.split(List.of(new MarkdownFile("a.md", markdown)));
        assertThat(sections).singleElement().extracting(Section::heading).isEqualTo("a.md");
        return sections.get(0).passages();
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
