package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Values of all types of Java reach their consumers as they were given. */
class ValueTypesTest {

    @Test
    void primitivesOfEveryKind() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Primitives {
                                    @Node(outputName = "shown")
                                    static String show(boolean z, byte b, short s, char c, int i, long l, float f, double d) {
                                        return "" + z + b + s + c + i + l + f + d;
                                    }
                                }
                                """).evaluate("""
                                PrimitivesGraph.create().run(true, (byte) 1, (short) 2, 'c', 3, 4L, 5f, 6d).outputs().shown()
                                """)).isEqualTo("true12c345.06.0");
    }

    @Test
    void defaultsOfEveryKind() {
        assertThat(TestCompilation.of("""
                                package p;

                                import java.time.Duration;

                                @Graph
                                class Defaults {
                                    @Node(outputName = "shown")
                                    static List<Object> show(
                                            @Default("true") boolean z, @Default("1") byte b, @Default("-2") Short s,
                                            @Default("'") char c, @Default("3") Integer i, @Default("4") long l,
                                            @Default("5") float f, @Default("6.5") Double d, @Default("a\\"\\\\b") String text,
                                            @Default("PT2S") Duration patience, @Default("SECONDS") TimeUnit unit,
                                            @Default("c") CharSequence letters) {
                                        return List.of(z, b, s, c, i, l, f, d, text, patience, unit, letters);
                                    }
                                }
                                """).evaluate("DefaultsGraph.create().run().outputs().shown()"))
                .hasToString("[true, 1, -2, ', 3, 4, 5.0, 6.5, a\"\\b, PT2S, SECONDS, c]");
    }

    @Test
    void primitivesAreWidenedAndBoxedAsInACall() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Widening {
                                    @Node(outputName = "one")
                                    static int one() {
                                        return 1;
                                    }

                                    @Node(outputName = "boxed")
                                    static Integer boxed(long one) {
                                        return (int) one + 1;
                                    }

                                    @Node(outputName = "sum")
                                    static double sum(Integer one, double boxed, Object extra, String more) {
                                        return one + boxed;
                                    }
                                }
                                """).evaluate("WideningGraph.create().run(\"x\", \"y\").outputs().sum()"))
                .isEqualTo(3.0);
    }

    @Test
    void arraysGenericsAndWildcards() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Containers {
                                    @Node(outputName = "grid")
                                    static int[][] grid(byte[] row) {
                                        return new int[][] {{row.length}};
                                    }

                                    @Node(outputName = "lists")
                                    static List<? extends Number>[] lists(int[][] grid) {
                                        @SuppressWarnings({"unchecked", "rawtypes"})
                                        List<? extends Number>[] lists = new List[] {List.of(grid[0][0], 2.5)};
                                        return lists;
                                    }

                                    @Node(outputName = "byName")
                                    static Map<String, ? super Integer> byName(List<? extends Number>[] lists) {
                                        return Map.of("first", lists[0]);
                                    }

                                    @Node(outputName = "shown")
                                    static String show(Map<String, ?> byName, Class<?> type) {
                                        return byName + type.getSimpleName();
                                    }
                                }
                                """)
                        .evaluate("ContainersGraph.create().run(new byte[3], List.class).outputs().shown()"))
                .isEqualTo("{first=[3, 2.5]}List");
    }

    @Test
    void rawAndDeprecatedTypesDoNotDisturbAStrictCompiler() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                @SuppressWarnings({"rawtypes", "deprecation", "removal"})
                                class Old {
                                    @Deprecated
                                    record Past(String text) {}

                                    @Deprecated(forRemoval = true)
                                    record Doomed(String text) {}

                                    @Node(outputName = "past")
                                    static Past past(List raw) {
                                        return new Past(raw.toString());
                                    }

                                    @Deprecated
                                    @Node(outputName = {"doomed", "text"})
                                    static Both doomed(Past past) {
                                        return new Both(new Doomed(past.text()), past.text());
                                    }

                                    record Both(Doomed doomed, String text) {}
                                }
                                """).evaluate("OldGraph.create().run(List.of(1)).outputs().text()"))
                .isEqualTo("[1]");
    }

    @Test
    void recordsGiveSeveralOutputs() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Statistics {
                                    record Stats(int words, String longest, double unused) {}

                                    record Pair<A, B>(A first, B second) {}

                                    @Node(outputName = {"longest", "words"})
                                    static Stats stats(String text) {
                                        return new Stats(text.split(" ").length, "x", 0);
                                    }

                                    @Node(outputName = {"first", "second"})
                                    static Pair<List<String>, Integer> pair(int words, String longest) {
                                        return new Pair<>(List.of(longest), words);
                                    }

                                    @Node(outputName = "whole")
                                    static Stats whole(List<String> first, int second) {
                                        return new Stats(second, first.get(0), 1);
                                    }
                                }
                                """).evaluate("StatisticsGraph.create().run(\"a b\").outputs().whole()"))
                .hasToString("Stats[words=2, longest=x, unused=1.0]");
    }

    @Test
    void outputsOfManyTypesAreListedByName() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Outputs {
                                    @Node(outputName = "count")
                                    static int count() {
                                        return 1;
                                    }

                                    @Node(outputName = "names")
                                    static List<String> names() {
                                        return List.of("a");
                                    }

                                    @Node(outputName = "none")
                                    static @Nullable String none() {
                                        return null;
                                    }

                                    @Node(outputName = "some")
                                    static @Nullable Integer some() {
                                        return 2;
                                    }
                                }
                                """).evaluate("""
                                List.of(OutputsGraph.create().run().values(), OutputsGraph.create().run().outputs().none(),
                                        OutputsGraph.create().run().outputs().some())
                                """))
                .isEqualTo(List.of(
                        Map.of("count", 1, "names", List.of("a"), "some", 2),
                        java.util.Optional.empty(),
                        java.util.Optional.of(2)));
    }

    @Test
    void inputsThatLookLikeThoseOfAnotherMethodAreGivenInTheirRecord() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Anything {
                                    @Node(outputName = "shown")
                                    static String show(Object it) {
                                        return "" + it;
                                    }
                                }
                                """, """
                                package p;

                                @Graph
                                class Sink {
                                    @Node(outputName = "list")
                                    static List<String> fill(java.util.function.Consumer<List<String>> filler) {
                                        List<String> list = new ArrayList<>();
                                        filler.accept(list);
                                        return list;
                                    }
                                }
                                """).evaluate("""
                                AnythingGraph.create().run(AnythingInputs.of(1)).outputs().shown()
                                        + AnythingGraph.create().run(in -> in.it(2)).outputs().shown()
                                        + SinkGraph.create().run(SinkInputs.of(list -> list.add("a"))).outputs().list()
                                """)).isEqualTo("12[a]");
    }
}
