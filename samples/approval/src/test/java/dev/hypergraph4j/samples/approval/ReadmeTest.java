package dev.hypergraph4j.samples.approval;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReadmeTest {
    @Test
    void tableIsWhatStartPrints(@TempDir Path folder) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);

        new Approval(out, System.err)
                .run(Path.of(""), "start", "--db", folder.resolve("a.db").toString());

        String said = bytes.toString(StandardCharsets.UTF_8).replace(System.lineSeparator(), "\n");
        assertThat(Path.of("README.md"))
                .content()
                .contains("```" + said.substring(said.lastIndexOf("\n\n") + 1) + "```\n");
    }
}
