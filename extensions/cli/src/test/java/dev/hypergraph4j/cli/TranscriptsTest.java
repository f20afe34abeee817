package dev.hypergraph4j.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every command says, character for character, what was written down of it, in every kind of store. To write it down anew:
 * {@code mvn -pl extensions/cli -am test -Dpages.update=true}.
 */
@ParameterizedClass
@EnumSource(Story.Place.class)
class TranscriptsTest {
    private static final Path PAGE = Path.of("../../docs/command-line.md");
    private static final Path TRANSCRIPTS = Path.of("src/test/resources/transcripts");
    private static final Pattern CONSOLE = Pattern.compile("```console\n(\\$ hypergraph4j.*?)```\n", Pattern.DOTALL);

    private final Story.Place place;

    TranscriptsTest(Story.Place place) {
        this.place = place;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"looking", "documents", "going-on", "settling", "refusals", "keeping-house", "misunderstandings"
            })
    void commandsSayWhatIsWrittenDown(String name, @TempDir Path folder) throws IOException {
        Path file = TRANSCRIPTS.resolve(name + ".txt");
        try (Story story = place.open(folder).told()) {
            holds(file, Transcript.again(Files.readString(file), story));
        }
    }

    /** The commands of the page are one session. */
    @Test
    void pageShowsWhatCommandsSay(@TempDir Path folder) throws IOException {
        try (Story story = place.open(folder).told()) {
            Matcher console = CONSOLE.matcher(Files.readString(PAGE));
            String page = console.replaceAll(block ->
                    Matcher.quoteReplacement("```console\n" + Transcript.again(block.group(1), story) + "```\n"));
            holds(PAGE, page);
        }
    }

    private static void holds(Path file, String text) throws IOException {
        if (Boolean.getBoolean("pages.update")) {
            Files.writeString(file, text);
        }
        assertThat(text).isEqualTo(Files.readString(file));
    }
}
