package dev.hypergraph4j.samples.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Holds the pages to the code. A Java block of a page stands behind {@code <!-- snippet: File.java#region -->} and is the region's text, word for
 * word; every link between pages leads somewhere. To write the blocks anew from the code: {@code mvn -pl samples/guide -am test -Dpages.update=true}.
 */
class PagesTest {
    private static final Pattern SNIPPET = Pattern.compile(
            "<!-- snippet: (?<file>[\\w/]+\\.java)#(?<region>\\w+) -->\n```java\n(?<code>.*?)```\n", Pattern.DOTALL);
    private static final Pattern JAVA_BLOCK = Pattern.compile("^```java$", Pattern.MULTILINE);
    private static final Pattern LINK =
            Pattern.compile("\\[[^]]*]\\((?!https?:)(?<path>[^)#]*)(?:#(?<anchor>[^)]*))?\\)");
    private static final Path ROOT = Path.of("../..").toAbsolutePath().normalize();
    private static final List<Path> SOURCES = List.of(
            ROOT.resolve("samples/guide/src/main/java/dev/hypergraph4j/samples/guide"),
            ROOT.resolve("samples/guide/src/test/java/dev/hypergraph4j/samples/guide"),
            ROOT.resolve("samples/approval/src/main/java/dev/hypergraph4j/samples/approval"));

    @TestFactory
    Stream<DynamicTest> javaInThePagesIsCodeThatWasCompiledAndRun() {
        return pages().map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> {
            String text = Files.readString(page);
            String expected = SNIPPET.matcher(text).replaceAll(PagesTest::withCode);
            if (Boolean.getBoolean("pages.update")) {
                Files.writeString(page, expected);
            } else {
                assertThat(text).isEqualTo(expected);
            }
            assertThat(JAVA_BLOCK.matcher(expected).results().count())
                    .as("Java blocks with a snippet comment before them")
                    .isEqualTo(SNIPPET.matcher(expected).results().count());
        }));
    }

    @TestFactory
    Stream<DynamicTest> linksLeadSomewhere() {
        return allPages()
                .map(page -> DynamicTest.dynamicTest(ROOT.relativize(page).toString(), () -> {
                    for (MatchResult link :
                            LINK.matcher(Files.readString(page)).results().toList()) {
                        Path target = page.resolveSibling(link.group(1)).normalize();
                        assertThat(target).as(link.group()).exists();
                    }
                }));
    }

    @Test
    void everyPageIsListed() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/README.md"));
        try (Stream<Path> pages = Files.walk(ROOT.resolve("docs"))) {
            assertThat(pages.filter(page -> page.toString().endsWith(".md"))
                            .map(page -> ROOT.resolve("docs").relativize(page).toString())
                            .filter(page -> !page.equals("README.md")))
                    .allSatisfy(page -> assertThat(index).contains("(" + page + ")"));
        }
    }

    /** The pages whose Java comes from here. {@code errors.md} has its own test: most of its examples do not compile, by intent. */
    private static Stream<Path> pages() {
        return allPages().filter(page -> !page.endsWith("errors.md"));
    }

    private static Stream<Path> allPages() {
        try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
            List<Path> pages =
                    docs.filter(page -> page.toString().endsWith(".md")).toList();
            return Stream.concat(Stream.of(ROOT.resolve("README.md")), pages.stream());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String withCode(MatchResult snippet) {
        String code = region(snippet.group(1), snippet.group(2));
        String block =
                "<!-- snippet: " + snippet.group(1) + "#" + snippet.group(2) + " -->\n```java\n" + code + "```\n";
        return Matcher.quoteReplacement(block);
    }

    /** The lines between the tags, which may open and close several times, without the indentation that all share. */
    private static String region(String file, String name) {
        Path source = SOURCES.stream()
                .map(folder -> folder.resolve(file))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No source " + file));
        StringBuilder region = new StringBuilder();
        boolean inside = false;
        boolean found = false;
        for (String line : lines(source)) {
            String trimmed = line.trim();
            if (trimmed.equals("// tag::" + name)) {
                inside = true;
                found = true;
            } else if (trimmed.equals("// end::" + name)) {
                inside = false;
            } else if (inside) {
                region.append(line).append('\n');
            }
        }
        assertThat(found).as("region " + name + " of " + file).isTrue();
        return region.toString().stripTrailing().stripIndent() + "\n";
    }

    private static List<String> lines(Path source) {
        try {
            return Files.readAllLines(source);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
