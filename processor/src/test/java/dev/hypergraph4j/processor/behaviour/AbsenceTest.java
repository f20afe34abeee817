package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values that may be absent, from the caller and from nodes, for consumers of each kind. */
class AbsenceTest {

    /** The kinds of consumers: what they take, and what they then see of 7 and of nothing. */
    private static final String CONSUMERS = """
            package p;

            class Consumers {
                @Node(outputName = "optional")
                static String optional(Optional<Integer> x) {
                    return "optional " + x.orElse(null);
                }

                @Node(outputName = "nullable")
                static String nullable(@Nullable Integer x) {
                    return "nullable " + x;
                }

                @Node(outputName = "defaulted")
                static String defaulted(@Default("5") int x) {
                    return "defaulted " + x;
                }

                @Node(outputName = "boxed")
                static String boxed(@Default("5") Integer x) {
                    return "boxed " + x;
                }

                @Node(outputName = "both")
                static String both(@Default("5") Optional<Integer> x) {
                    return "both " + x.orElse(null);
                }
            }
            """;

    /** A value that the caller may leave out and a node may not give, read by those who can do without it, and by one that can't. */
    private static final String STOCK = """
            package p;

            @Graph(shared = "stock"%s)
            class Shop {
                @Node(outputName = "seen")
                String look(%s stock) { return "seen " + stock; }

                @IfElse(whenTrue = "refill", whenFalse = "END")
                boolean isEmpty(String seen, boolean refills) { return refills; }

                @Node(outputName = "stock")
                int refill() { return 7; }

                @Node(outputName = "sold")
                String sell(int stock, String seen) { return seen + ", sold " + stock; }
            }
            """;

    @ParameterizedTest
    @CsvSource({
        "optional, optional 7, optional null",
        "nullable, nullable 7, nullable null",
        "defaulted, defaulted 7, defaulted 5",
        "boxed, boxed 7, boxed 5",
        "both, both 7, both 5",
    })
    void inputThatMayBeLeftOut(String consumer, String given, String leftOut) {
        String graph = """
                package p;

                @Graph(nodes = Consumers.class, select = "%s")
                class One {}
                """.formatted(consumer);

        assertThat(TestCompilation.of(graph, CONSUMERS).evaluate("""
                                List.of(OneGraph.create().run(in -> in.x(7)).outputs().%1$s(),
                                        OneGraph.create().run(OneInputs.of().withX(7)).outputs().%1$s(),
                                        OneGraph.create().runByName(Map.of("x", 7)).outputs().%1$s(),
                                        OneGraph.create().run().outputs().%1$s(),
                                        OneGraph.create().run(in -> {}).outputs().%1$s(),
                                        OneGraph.create().run(OneInputs.builder().build()).outputs().%1$s(),
                                        OneGraph.create().runByName(Map.of()).outputs().%1$s())
                                """.formatted(consumer)))
                .isEqualTo(List.of(given, given, given, leftOut, leftOut, leftOut, leftOut));
    }

    @ParameterizedTest
    @CsvSource({
        "optional, optional 7, optional null",
        "nullable, nullable 7, nullable null",
        "defaulted, defaulted 7, defaulted 5",
        "boxed, boxed 7, boxed 5",
        "both, both 7, both 5",
    })
    void outputThatMayBeNull(String consumer, String given, String leftOut) {
        String graph = """
                package p;

                @Graph(nodes = Consumers.class, select = "%s")
                class One {
                    @Node(outputName = "x")
                    static @Nullable Integer x(boolean there) {
                        return there ? 7 : null;
                    }
                }
                """.formatted(consumer);

        assertThat(TestCompilation.of(graph, CONSUMERS)
                        .evaluate(
                                "List.of(OneGraph.create().run(true).outputs().%1$s(), OneGraph.create().run(false).outputs().%1$s())"
                                        .formatted(consumer)))
                .isEqualTo(List.of(given, leftOut));
    }

    @ParameterizedTest
    @CsvSource({"optional", "nullable", "defaulted", "boxed", "both"})
    void outputThatIsAlwaysThere(String consumer) {
        String graph = """
                package p;

                @Graph(nodes = Consumers.class, select = "%s")
                class One {
                    @Node(outputName = "x")
                    static int x() {
                        return 7;
                    }
                }
                """.formatted(consumer);

        assertThat(TestCompilation.of(graph, CONSUMERS)
                        .evaluate("OneGraph.create().run().outputs().%s()".formatted(consumer)))
                .isEqualTo(consumer + " 7");
    }

    @ParameterizedTest
    @CsvSource({"optional, null", "nullable, null", "defaulted, 5", "boxed, 5", "both, 5"})
    void valueThatACallerMayNotGive(String consumer, String seen) {
        assertThat(
                        TestCompilation.of(closed(consumer), CONSUMERS)
                                .evaluate(
                                        "List.of(OneGraph.create().run(\"t\").outputs().shown(), OneGraph.create().inputs().names())"))
                .isEqualTo(List.of(consumer + " " + seen + "t", List.of("text")));
    }

    private static String closed(String consumer) {
        return """
                package p;

                @Graph(nodes = Consumers.class, select = "shown", inputs = "text")
                class One {
                    @Node(outputName = "shown")
                    static String show(@From("%s") String consumed, String text) {
                        return consumed + text;
                    }
                }
                """.formatted(consumer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Optional<Integer>; false; [Optional.empty, [refill, sell]]",
                "Optional<Integer>; true; [Optional[seen Optional.empty, sold 7], []]",
                "@Nullable Integer; false; [Optional.empty, [refill, sell]]",
                "@Nullable Integer; true; [Optional[seen null, sold 7], []]",
                "@Default(\"5\") int; false; [seen 5, sold 5, [refill]]",
                "@Default(\"5\") int; true; [seen 5, sold 7, []]",
            })
    void readerOfASharedValueThatNobodyGaveIsSkipped(String first, String refills, String seen) {
        assertThat(sold("", first, refills)).hasToString(seen);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "Optional<Integer>; false; [Optional.empty, [refill, sell]]",
                "Optional<Integer>; true; [Optional[seen Optional.empty, sold 7], []]",
                "@Nullable Integer; false; [Optional.empty, [refill, sell]]",
                "@Default(\"5\") int; true; [Optional[seen 5, sold 7], []]",
            })
    void sharedValueThatACallerMayNotGive(String first, String refills, String seen) {
        assertThat(sold(", inputs = \"refills\"", first, refills)).hasToString(seen);
    }

    private static Object sold(String inputs, String first, String refills) {
        return TestCompilation.of(STOCK.formatted(inputs, first), """
                        package p;

                        class Runs {
                            static Object run(boolean refills) {
                                RunResult<ShopOutputs> result = ShopGraph.create(new Shop()).run(refills);
                                return List.of(result.outputs().sold(), result.skipped());
                            }
                        }
                        """).evaluate("Runs.run(" + refills + ")");
    }

    @Test
    void optionalTakesASubtypeOfWhatItAsksFor() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Subtypes {
                                    @Node(outputName = "list")
                                    static List<String> list() {
                                        return List.of("a");
                                    }

                                    @Node(outputName = "shown")
                                    static String show(Optional<Collection<String>> list, Optional<? extends CharSequence> text) {
                                        return list.orElseThrow() + text.get().toString();
                                    }
                                }
                                """)
                        .evaluate("SubtypesGraph.create().run(in -> in.text(\"t\")).outputs().shown()"))
                .isEqualTo("[a]t");
    }

    @Test
    void defaultMethodsAreCalledWhereverTheyStand() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph(nodes = {lib.Open.class, lib.Closed.class})
                                class Providers {
                                    @Default
                                    static List<String> own() {
                                        return List.of("own");
                                    }

                                    @Node(outputName = "shown")
                                    static String show(String fromOpen, String fromClosed, List<String> own) {
                                        return fromOpen + fromClosed + own;
                                    }
                                }
                                """, """
                                package lib;

                                public class Open {
                                    @Default
                                    public static Locale locale() {
                                        return Locale.ENGLISH;
                                    }

                                    @Node(outputName = "fromOpen")
                                    public static String open(Locale locale) {
                                        return locale.toString();
                                    }
                                }
                                """, """
                                package lib;

                                public class Closed extends Base {
                                    @Default
                                    static int count() {
                                        return 3;
                                    }

                                    @Node(outputName = "fromClosed")
                                    static String closed(int count, @Nullable Integer other, Integer inherited) {
                                        return "" + count + other + inherited;
                                    }
                                }
                                """, """
                                package lib;

                                class Base {
                                    @Default
                                    static Integer inherited() {
                                        return 4;
                                    }

                                    @Node(outputName = "unused")
                                    static String unused(Integer inherited) {
                                        return "";
                                    }
                                }
                                """).evaluate("ProvidersGraph.create().run().outputs().shown()"))
                .isEqualTo("en3null4[own]");
    }
}
