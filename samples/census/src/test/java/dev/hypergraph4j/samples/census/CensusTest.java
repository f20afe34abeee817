package dev.hypergraph4j.samples.census;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CensusTest {

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder;

    @Test
    void printsTheCensusAndHowItRan() throws IOException {
        Path picture = folder.resolve("new/census.svg");

        assertThat(run(picture, "java.logging")).isZero();

        assertThat(text(out))
                .contains(
                        "Counted in Java " + Runtime.version(),
                        "         1  modules with classes",
                        "  java.util.logging ")
                .contains(
                        "How it was read: ",
                        " items, ",
                        " | parse: avg ",
                        "How it was counted: 8 nodes, ",
                        " of work in ",
                        picture.toString());
        assertThat(text(out).chars()).as("plain text").allMatch(c -> c == '\n' || c >= ' ' && c < 127);
        assertThat(text(err)).isEmpty();
        assertThat(Files.readString(picture)).startsWith("<svg ").contains("java.util.logging");
    }

    @Test
    void moduleWithoutClassesIsCountedAsNothing() throws IOException {
        assertThat(run(folder.resolve("census.svg"), "java.se")).isZero();

        assertThat(text(out)).contains("         0  classes", "Classes by package\n  none");
    }

    @Test
    void unknownModuleIsSaidInOneLine() throws IOException {
        assertThat(run(folder.resolve("census.svg"), "java.loging")).isEqualTo(2);

        assertThat(text(err))
                .endsWith(" has no module 'java.loging'. Did you mean 'java.logging'?\n")
                .hasLineCount(1);
        assertThat(text(out)).isEmpty();
        assertThat(folder).isEmptyDirectory();
    }

    private int run(Path picture, String... names) throws IOException {
        return Census.run(
                List.of(names), picture, new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8));
    }

    private static String text(ByteArrayOutputStream printed) {
        return printed.toString(UTF_8).replace(System.lineSeparator(), "\n");
    }
}
