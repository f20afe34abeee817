package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ReportTest {
    @Test
    void longLinesAreBrokenBetweenWords() {
        assertThat(printed(report -> report.prose("Title", "word ".repeat(20) + "last\n\nnext")))
                .isEqualTo("Title\n  " + "word ".repeat(18) + "word\n  word last\n\n  next\n\n");
    }

    @Test
    void wordThatIsTooLongHasItsOwnLine() {
        assertThat(printed(report -> report.prose("Title", "a " + "x".repeat(120) + " b")))
                .isEqualTo("Title\n  a\n  " + "x".repeat(120) + "\n  b\n\n");
    }

    @Test
    void codeStaysAsItIs() {
        String code = "    " + "word ".repeat(30) + "last";

        assertThat(printed(report -> report.prose("Title", code))).isEqualTo("Title\n  " + code + "\n\n");
    }

    @Test
    void linesStayAsTheyAre() {
        String line = "word ".repeat(30) + "last";

        assertThat(printed(report -> report.lines("Title", line))).isEqualTo("Title\n  " + line + "\n\n");
    }

    private static String printed(Consumer<Report> printing) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        printing.accept(new Report(new PrintStream(bytes, true, StandardCharsets.UTF_8)));
        return bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
    }
}
