package dev.hypergraph4j.progress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.runtime.event.Span;
import dev.hypergraph4j.runtime.log.RunStatus;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class BarsTest {
    private static final Pattern TIMES = Pattern.compile("\\([0-9:]+ / [0-9:?]+\\)");

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final Progress progress = Progress.bars(new PrintStream(bytes, true, StandardCharsets.UTF_8), 60);
    private final Story story = new Story(progress);

    @Test
    void runEndsWithAFullBar() {
        Span run = story.runStarts(Story.root("rag"), "rag", 2);
        story.node(run, "retrieve");
        story.node(run, "answer");
        story.runEnds(run, "rag", RunStatus.COMPLETED);

        assertThat(screen())
                .singleElement()
                .asString()
                .startsWith("rag 100% [====")
                .contains("] 2/2 (t) , completed");
    }

    @Test
    void nestedBarsStandBelowEachOther() {
        Span run = story.runStarts(Story.root("desk"), "desk", 1);
        Span nested = story.nodeStarts(run, "rag", 0);
        story.mapStarts(nested, "rag", 4);
        for (int item = 0; item < 4; item++) {
            story.item(nested, "rag", item, item == 2 ? RunStatus.FAILED : RunStatus.COMPLETED);
        }
        story.mapEnds(nested, "rag", 3, 1);
        story.nodeEnds(nested);
        story.runEnds(run, "desk", RunStatus.COMPLETED);

        List<String> screen = screen();
        assertThat(screen).hasSize(2);
        assertThat(screen.get(0)).startsWith("desk 100% [=").contains("] 1/1 (t) , completed");
        assertThat(screen.get(1)).startsWith("  rag 100% [=").contains("] 4/4 (t) , 1 failed");
    }

    @Test
    void widthIsNotNegative() {
        assertThatThrownBy(() -> Progress.bars(System.err, -1)).isInstanceOf(IllegalArgumentException.class);
    }

    /** What stands on the terminal in the end, without times. */
    private List<String> screen() {
        return new Screen()
                .write(bytes.toString(StandardCharsets.UTF_8)).lines().stream()
                        .map(line -> TIMES.matcher(line).replaceAll("(t)").stripTrailing())
                        .toList();
    }
}
