package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Names that differ: further uses of a method, and parameters that take values of other names. */
class UsesTest {
    private static final String SUMMARIZER = """
            package lib;

            public class Summarizer {
                private final int length;

                public Summarizer(int length) {
                    this.length = length;
                }

                @Node(outputName = {"summary", "rest"})
                Halves summarize(@From("text") String source, @Default("...") String end) {
                    return new Halves(source.substring(0, length) + end, source.substring(length));
                }

                public record Halves(String summary, String rest) {}
            }
            """;

    @Test
    void methodIsUsedUnderItsOwnNamesAndUnderOthers() {
        assertThat(
                        TestCompilation.of("""
                                package p;

                                @Graph(nodes = lib.Summarizer.class)
                                @Use(type = lib.Summarizer.class, method = "summarize", name = "summarizeTitle",
                                        inputs = @Rename(from = "text", to = "title"),
                                        outputs = {@Rename(from = "summary", to = "shortTitle"), @Rename(from = "rest", to = "more")})
                                @Use(type = lib.Summarizer.class, method = "summarize", name = "again",
                                        inputs = {@Rename(from = "text", to = "rest"), @Rename(from = "end", to = "dots")},
                                        outputs = {@Rename(from = "summary", to = "next"), @Rename(from = "rest", to = "last")})
                                class Digest {}
                                """, SUMMARIZER)
                                .evaluate(
                                        "DigestGraph.create(new lib.Summarizer(2)).run(in -> in.text(\"abcdef\").title(\"uvw\").dots(\"!\")).values()"))
                .hasToString("{summary=ab..., shortTitle=uv..., more=w, next=cd!, last=ef}");
    }

    @Test
    void classThatIsUsedNeedNotBeListed() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                @Use(type = lib.Summarizer.class, method = "summarize", name = "title",
                                        outputs = @Rename(from = "summary", to = "title"))
                                class Digest {}
                                """, SUMMARIZER).evaluate("""
                                List.of(DigestGraph.create(new lib.Summarizer(1)).run("abc").outputs().title(),
                                        DigestGraph.create(new lib.Summarizer(1)).definition().nodes().get(0).name())
                                """)).isEqualTo(List.of("a...", "title"));
    }

    @Test
    void parametersTakeValuesOfOtherNames() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Renamed {
                                    @Node(outputName = "left")
                                    static String left(@From("input") String text) {
                                        return text + "l";
                                    }

                                    @Node(outputName = "both", name = "join")
                                    static String concat(@From("left") String a, @From("input") String b) {
                                        return a + b;
                                    }
                                }
                                """)
                        .evaluate("RenamedGraph.create().run(RenamedInputs.of(\"x\")).outputs().both()"))
                .isEqualTo("xlx");
    }
}
