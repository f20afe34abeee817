package dev.hypergraph4j.samples.ask;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ReadmeTest {
    @Test
    void drawingIsThatOfTheGraph() {
        String drawing =
                LibrarianGraph.create(new Answering(new ExtractiveAnswerer())).toMermaid();

        assertThat(Path.of("README.md")).content().contains("```mermaid\n" + drawing + "\n```\n");
    }
}
