package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.processor.TestResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Graphs that are nodes of others, and come from a jar whose class files do not tell the names of parameters. */
class NestedGraphsOfJarsTest {
    private static final String RAG = """
            package lib;

            @Graph
            public class Rag {
                public enum Style { SHORT, LONG }

                private final String source;

                public Rag(String source) { this.source = source; }

                @Node(outputName = "docs")
                List<String> retrieve(String question, @Default("2") int topK, @Default("a \\"b\\"") String by) {
                    return java.util.Collections.nCopies(topK, source + " on " + question + " by " + by);
                }

                @Node(outputName = "answer")
                String generate(List<String> docs, @Default("LONG") Style style, Optional<Long> seed, @Nullable String tone) {
                    return docs + " " + style + seed.map(n -> " " + n).orElse("") + (tone == null ? "" : " " + tone);
                }

                @IfElse(whenTrue = "count", whenFalse = Gate.END)
                static boolean isLong(List<String> docs) { return docs.size() > 1; }

                @Node(outputName = "length")
                static int count(List<String> docs) { return docs.size(); }
            }
            """;

    @TempDir
    Path folder;

    /** Runs a graph that nests one of {@code library}, and is written as it would be were that a source. */
    private Object run(List<String> library, String... sources) {
        String[] ofLibrary = library.toArray(String[]::new);
        TestCompilation withJar = TestCompilation.of(sources).using(jar(ofLibrary));
        TestResult withSources = TestCompilation.of(sources).and(ofLibrary).compile();
        withJar.compile()
                .succeedsInSilence()
                .generatedSources()
                .forEach((type, text) -> assertThat(text).isEqualTo(withSources.generated(type)));
        return withJar.evaluate("Runs.run()");
    }

    private Path jar(String... library) {
        return TestCompilation.of(library).compile().succeedsInSilence().intoJar(folder.resolve("lib.jar"));
    }

    @Test
    void packagePrivateNodesRunUnderTheNamesOfTheSource() {
        Object result = run(List.of(RAG), """
                package p;

                @Graph
                @Subgraph(lib.Rag.class)
                class Desk {
                    @Node(outputName = "question")
                    static String clean(String text) { return text.strip(); }

                    @Node(outputName = "reply")
                    static String reply(String answer, Optional<Integer> length) { return answer + length; }
                }
                """, """
                package p;

                class Runs {
                    static Object run() {
                        DeskGraph desk = DeskGraph.create(lib.RagGraph.create(new lib.Rag("wiki")));
                        return List.of(
                                desk.run(" x ").outputs(),
                                desk.run(in -> in.text("x").topK(1).by("me").style(lib.Rag.Style.SHORT).seed(7L).tone("dry"))
                                        .outputs());
                    }
                }
                """);

        assertThat(result)
                .hasToString("[DeskOutputs[reply=[wiki on x by a \"b\", wiki on x by a \"b\"] LONGOptional[2]],"
                        + " DeskOutputs[reply=[wiki on x by me] SHORT 7 dryOptional.empty]]");
    }

    @Test
    void itIsRenamedBoundAndNestedTwice() {
        Object result = run(List.of(RAG), """
                package p;

                @Graph(select = {"first", "second"})
                @Subgraph(value = lib.Rag.class, name = "wiki", outputs = {@Rename(from = "answer", to = "first"),
                        @Rename(from = "length", to = "l1")}, bind = @Bind(input = "style", value = "SHORT"))
                @Subgraph(value = lib.Rag.class, name = "mail", outputs = {@Rename(from = "answer", to = "second"),
                        @Rename(from = "length", to = "l2")}, bind = {@Bind(input = "topK", value = "1"),
                        @Bind(input = "tone", value = "warm")}, inputs = @Rename(from = "by", to = "author"))
                class Desk {}
                """, """
                package p;

                class Runs {
                    static Object run() {
                        return DeskGraph.builder()
                                .wiki(lib.RagGraph.create(new lib.Rag("wiki")))
                                .mail(lib.RagGraph.create(new lib.Rag("mail")))
                                .build()
                                .run(in -> in.question("x").author("Ada"))
                                .outputs();
                    }
                }
                """);

        assertThat(result)
                .hasToString("DeskOutputs[first=[wiki on x by a \"b\", wiki on x by a \"b\"] SHORT,"
                        + " second=[mail on x by Ada] LONG warm]");
    }

    @Test
    void namespacedGraphTakesAndGivesItsRecords() {
        Object result = run(List.of(RAG), """
                package p;

                @Graph
                @Subgraph(value = lib.Rag.class, namespaced = true)
                class Desk {
                    @Node(outputName = "ragInputs")
                    static lib.RagInputs prepare(String text) { return lib.RagInputs.of(text).withTopK(1); }

                    @Node(outputName = "reply")
                    static String reply(lib.RagOutputs rag) { return rag.answer() + rag.length(); }
                }
                """, """
                package p;

                class Runs {
                    static Object run() {
                        return DeskGraph.create(lib.RagGraph.create(new lib.Rag("wiki"))).run("x").outputs();
                    }
                }
                """);

        assertThat(result).hasToString("DeskOutputs[reply=[wiki on x by a \"b\"] LONGOptional.empty]");
    }

    @Test
    void mappedGraphGivesAPlaceForEachItem() {
        Object result = run(List.of(RAG), """
                package p;

                @Graph
                @Subgraph(value = lib.Rag.class, mapOver = {"question", "topK"}, mapMode = MapMode.PRODUCT,
                        onError = ErrorHandling.CONTINUE,
                        inputs = {@Rename(from = "question", to = "questions"), @Rename(from = "topK", to = "sizes")})
                class Desk {
                    @Node(outputName = "questions")
                    static List<String> split(String text) { return List.of(text.split(" ")); }

                    @Node(outputName = "sizes")
                    static int[] sizes() { return new int[] {1, 2, -1}; }

                    @Node(outputName = "lengths")
                    static String lengths(List<Optional<Integer>> length, List<Optional<String>> answer) {
                        return length + " " + answer.size();
                    }
                }
                """, """
                package p;

                class Runs {
                    static Object run() {
                        return DeskGraph.create(lib.RagGraph.create(new lib.Rag("wiki"))).run("x y").outputs();
                    }
                }
                """);

        assertThat(result)
                .hasToString("DeskOutputs[lengths=[Optional.empty, Optional[2], Optional.empty,"
                        + " Optional.empty, Optional[2], Optional.empty] 6]");
    }

    @Test
    void interfacesOfNodeLibrariesAreNestedThreeLevelsDeep() {
        String retrieval = """
                package lib.inner;

                public class Retrieval {
                    @Node(outputName = "docs")
                    <T> List<String> unused(String question, T other) { return List.of(); }
                }
                """.replace("<T> ", "").replace("T other", "@Default(\"x\") CharSequence other");
        String search = """
                package lib.inner;

                @Graph(nodes = Retrieval.class)
                public interface Search {
                    List<String> docs(String question, CharSequence other);
                }
                """;
        String answering = """
                package lib;

                @Graph
                @Subgraph(lib.inner.Search.class)
                public interface Answering {
                    String answer(String text, int most, CharSequence other);

                    RunResult<AnsweringOutputs> all(String text);

                    @Node(outputName = "question")
                    default String ask(String text) { return text + "?"; }

                    @Node(outputName = "answer")
                    default CompletionStage<String> write(List<String> docs, @Default("9") int most) {
                        return CompletableFuture.completedFuture(docs + " of " + most);
                    }
                }
                """;
        Object result = run(List.of(answering, search, retrieval), """
                package p;

                @Graph
                @Subgraph(lib.Answering.class)
                interface Desk {
                    String reply(String text, int most);

                    @Node(outputName = "reply")
                    default String reply(String answer) { return answer + "!"; }
                }
                """, """
                package p;

                class Runs {
                    static Object run() {
                        Desk desk = DeskGraph.create(lib.AnsweringGraph.create(
                                lib.inner.SearchGraph.create(new lib.inner.Retrieval())));
                        return desk.reply("x", 3);
                    }
                }
                """);

        assertThat(result).isEqualTo("[] of 3!");
    }

    @Test
    void typesOfAllKindsAreThoseOfTheSource() {
        String pair = """
                package lib;

                public record Pair<A, B extends Comparable<B>>(A[] left, Map<? super A, List<B>> right) {}
                """;
        String graph = """
                package lib;

                class Around {
                    @Graph(name = "all", inputs = {"z", "a", "chars", "pause", "fast"})
                    interface Types<T> {
                        @Node(outputName = {"left", "right"})
                        default Pair<String, Integer> pair(String[] z, Map<? super String, List<Integer>> a) {
                            return new Pair<>(z, a);
                        }

                        @Node(outputName = "text")
                        default CompletionStage<String> text(
                                @Default("'") char chars, @Default("PT2S") java.time.Duration pause, @Default("0.1") float fast) {
                            return CompletableFuture.completedFuture(chars + " " + pause + " " + fast);
                        }

                        @Node(outputName = "words")
                        default java.util.stream.Stream<String> words(String text) { return java.util.stream.Stream.of(text.split(" ")); }
                    }
                }
                """.replace("<T> {", "{");
        Object result = run(List.of(graph, pair), """
                package lib;

                @Graph
                @Subgraph(Around.Types.class)
                class Outer {
                    @Node(outputName = "all")
                    static String sum(String[] left, Map<? super String, List<Integer>> right, List<String> words) {
                        return left.length + " " + right + " " + words;
                    }
                }
                """, """
                package lib;

                public class Runs {
                    public static Object run() {
                        OuterGraph outer = OuterGraph.create(Around_TypesGraph.create()).with(AsyncRunner.create());
                        return outer.run(new String[] {"x"}, Map.of("a", List.of(1))).outputs();
                    }
                }
                """);

        assertThat(result).hasToString("OuterOutputs[all=1 {a=[1]} [', PT2S, 0.1]]");
    }

    @Test
    void optionalValuesOfPrimitiveTypesStayPrimitive() {
        Object result = run(List.of("""
                package lib;

                @Graph
                public interface Inner {
                    RunResult<InnerOutputs> all(int n);

                    @IfElse(whenTrue = "half", whenFalse = Gate.END)
                    default boolean isEven(Optional<Integer> n) { return n.orElse(0) % 2 == 0; }

                    @Node(outputName = "half")
                    default int half(Optional<Integer> n) { return n.orElse(8) / 2; }
                }
                """), """
                package p;

                @Graph
                @Subgraph(lib.Inner.class)
                class Outer {}
                """, """
                package p;

                class Runs {
                    static Object run() {
                        OuterGraph outer = OuterGraph.create(lib.InnerGraph.create());
                        return List.of(outer.run().outputs(), outer.run(in -> in.n(6)).outputs(), outer.run(in -> in.n(7)).outputs());
                    }
                }
                """);

        assertThat(result)
                .hasToString("[OuterOutputs[half=Optional[4]], OuterOutputs[half=Optional[3]],"
                        + " OuterOutputs[half=Optional.empty]]");
    }

    @Test
    void whatItNestsInTurnIsNotLookedAt() {
        String inner =
                "package lib; @Graph public class Inner { @Node(outputName = \"x\") int x(int y) { return y; } }";
        String outer = "package lib; @Graph @Subgraph(Inner.class) public class Outer {}";
        Path jar = TestCompilation.of(outer, inner)
                .compile()
                .intoJar(folder.resolve("lib.jar"), type -> !type.startsWith("lib.Inner"));

        TestCompilation.of("package p; @Graph @Subgraph(lib.Outer.class) class Desk {}")
                .using(jar)
                .compile()
                .succeedsInSilence();
    }

    @Test
    void typeThatIsNotOnTheClassPathIsToldByTheCompiler() {
        String inner =
                "package lib; @Graph public class Inner { @Node(outputName = \"doc\") Doc x(int y) { return null; } }";
        Path jar = TestCompilation.of(inner, "package lib; public class Doc {}")
                .compile()
                .intoJar(folder.resolve("lib.jar"), type -> !type.equals("lib.Doc"));

        assertThat(TestCompilation.of("package p; @Graph @Subgraph(lib.Inner.class) class Desk {}")
                        .using(jar)
                        .compile()
                        .errors())
                .containsExactly(
                        "error DeskOutputs.java:6: cannot find symbol",
                        "error DeskOutputs.java:16: cannot find symbol");
    }

    @Test
    void questionOfANestedGraphPausesTheRunAndIsAnsweredByItsType() {
        Object result = run(List.of("""
                package lib;

                @Graph
                public class Refund {
                    @Interrupt(answerName = "approved")
                    Question<Boolean> approve(String letter) { return Question.confirm("Send '" + letter + "'?"); }

                    @Node(outputName = "sent")
                    String send(String letter, boolean approved) { return approved ? letter : "nothing"; }
                }
                """), """
                package p;

                @Graph
                @Subgraph(lib.Refund.class)
                class Desk {}
                """, """
                package p;

                class Runs {
                    static Object run() {
                        DeskGraph desk = DeskGraph.create(lib.RefundGraph.create(new lib.Refund()));
                        RunResult<DeskOutputs> paused = desk.run("Dear Ada");
                        PauseInfo pause = paused.pause().get();
                        return List.of(
                                paused.status(),
                                pause.key(),
                                desk.resume(paused, answers -> answers.refund(refund -> refund.approved(true))).outputs());
                    }
                }
                """);

        assertThat(result).hasToString("[PAUSED, refund/approve, DeskOutputs[sent=Dear Ada]]");
    }

    @Test
    void methodsThatProvideDefaultsAreReached() {
        String types = """
                package lib;

                public class Settings {
                    public final String text;

                    Settings(String text) { this.text = text; }
                }
                """;
        String library = """
                package lib;

                public class Library {
                    @Default
                    static Settings settings() { return new Settings("library's"); }

                    @Node(outputName = "a")
                    static String a(Settings settings) { return settings.text; }
                }
                """;
        String graph = """
                package lib;

                @Graph(nodes = Library.class)
                public class Inner {
                    @Default
                    static Settings others() { return new Settings("graph's"); }

                    @Default
                    public static java.time.Duration most() { return java.time.Duration.ofSeconds(1); }

                    @Node(outputName = "b")
                    static String b(Settings others, java.time.Duration most) { return others.text + most; }
                }
                """;

        Object result = run(List.of(graph, library, types), """
                package p;

                @Graph
                @Subgraph(lib.Inner.class)
                class Outer {}
                """, """
                package p;

                class Runs {
                    static Object run() { return OuterGraph.create(lib.InnerGraph.create()).run().outputs(); }
                }
                """);

        assertThat(result).hasToString("OuterOutputs[b=graph'sPT1S, a=library's]");
    }
}
