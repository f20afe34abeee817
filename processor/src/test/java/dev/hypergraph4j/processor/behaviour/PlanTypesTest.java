package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.TestCompilation;
import org.junit.jupiter.api.Test;

/** A plan tells the exact type of every value, by which a store writes it and reads it back. */
class PlanTypesTest {
    /** Tells of a graph {@code {name=type, ...}}, in the order of the slots. */
    private static final String PLANS = """
            package p;

            import dev.hypergraph4j.runtime.plan.Plan;
            import java.lang.reflect.Field;

            class Plans {
                static Plan of(Class<?> graph) throws ReflectiveOperationException {
                    Field plan = graph.getDeclaredField("PLAN");
                    plan.setAccessible(true);
                    return (Plan) plan.get(null);
                }

                static Map<String, String> types(Class<?> graph) throws ReflectiveOperationException {
                    Plan plan = of(graph);
                    Map<String, String> types = new LinkedHashMap<>();
                    for (int slot = 0; slot < plan.slots().size(); slot++) {
                        types.put(plan.slots().get(slot), plan.type(slot).getTypeName());
                    }
                    return types;
                }
            }
            """;

    private static Object types(String graph, String... sources) {
        return TestCompilation.of(PLANS).and(sources).evaluate("Plans.types(" + graph + "Graph.class)");
    }

    @Test
    void primitivesArraysAndClasses() {
        assertThat(types("Simple", """
                package p;

                @Graph
                class Simple {
                    enum Colour { RED }

                    @Node(outputName = "sum")
                    static long sum(boolean z, byte b, short s, char c, int i, float f, double d, Integer boxed) { return 0; }

                    @Node(outputName = "rows")
                    static int[][] rows(String[] names, Colour colour, java.time.Instant now) { return new int[0][]; }
                }
                """))
                .hasToString(
                        "{z=boolean, b=byte, s=short, c=char, i=int, f=float, d=double, boxed=java.lang.Integer,"
                                + " names=java.lang.String[], colour=p.Simple$Colour, now=java.time.Instant, sum=long, rows=int[][]}");
    }

    @Test
    void genericTypesArraysOfThemAndWildcards() {
        assertThat(types("Generic", """
                package p;

                @Graph
                class Generic {
                    record Pair<A, B>(A first, B second) {}

                    @Node(outputName = "pair")
                    static Pair<String, List<Integer>> pair(Map<String, List<Pair<Long, int[]>>> nested) { throw new AssertionError(); }

                    @Node(outputName = "pairs")
                    static Pair<String, Integer>[][] pairs(List<String>[] lists) { throw new AssertionError(); }

                    @Node(outputName = "wild")
                    static Map<?, ? extends List<? extends Number>> wild(List<? super Integer> low, Class<?> any) {
                        throw new AssertionError();
                    }

                    @Node(outputName = "raw")
                    @SuppressWarnings("rawtypes")
                    static List raw(Set[] rawSets) { return List.of(); }
                }
                """))
                .hasToString(
                        "{nested=java.util.Map<java.lang.String, java.util.List<p.Generic$Pair<java.lang.Long, int[]>>>,"
                                + " lists=java.util.List<java.lang.String>[],"
                                + " low=java.util.List<java.lang.Object>, any=java.lang.Class<java.lang.Object>,"
                                + " rawSets=java.util.Set[],"
                                + " pair=p.Generic$Pair<java.lang.String, java.util.List<java.lang.Integer>>,"
                                + " pairs=p.Generic$Pair<java.lang.String, java.lang.Integer>[][],"
                                + " wild=java.util.Map<java.lang.Object, java.util.List<java.lang.Number>>,"
                                + " raw=java.util.List}");
    }

    @Test
    void typesAreEqualToThoseOfReflection() {
        assertThat(TestCompilation.of(PLANS, """
                package p;

                @Graph
                class Same {
                    record Pair<A, B>(A first, B second) {}

                    @Node(outputName = "pairs")
                    static List<Pair<String, int[]>[]> pairs(int one) { throw new AssertionError(); }

                    static boolean holds() throws ReflectiveOperationException {
                        return Plans.of(SameGraph.class).type(1)
                                .equals(Same.class.getDeclaredMethod("pairs", int.class).getGenericReturnType());
                    }
                }
                """).evaluate("Same.holds()")).isEqualTo(true);
    }

    @Test
    void valueThatMayBeAbsentHasATypeThatHoldsNull() {
        assertThat(types("Absent", """
                package p;

                @Graph
                class Absent {
                    @IfElse(whenTrue = "count", whenFalse = "END")
                    static boolean look(Optional<Integer> limit, @Default("2") int size, @Nullable Long patience) { return true; }

                    @Node(outputName = "count")
                    static int count(int size) { return size; }

                    @Node(outputName = "found")
                    static Optional<String> find(int size) { return Optional.empty(); }

                    @Node(outputName = "hint")
                    static @Nullable String hint(int size) { return null; }
                }
                """))
                .hasToString("{limit=java.lang.Integer, size=int, patience=java.lang.Long, count=java.lang.Integer,"
                        + " found=java.util.Optional<java.lang.String>, hint=java.lang.String}");
    }

    @Test
    void whatConsumersTakeOfStagesStreamsRecordsAndAnswers() {
        assertThat(types("Kinds", """
                package p;

                import java.util.stream.Stream;

                @Graph
                class Kinds {
                    record Parts(String head, List<String> tail) {}

                    record Verdict(boolean right) {}

                    @Node(outputName = {"head", "tail"})
                    static CompletionStage<Parts> parts(String text) { throw new AssertionError(); }

                    @Node(outputName = "words")
                    static Stream<Map.Entry<String, Integer>> words(String head) { throw new AssertionError(); }

                    @Node(outputName = "numbers")
                    static Flow.Publisher<? extends Number> numbers(List<String> tail) { throw new AssertionError(); }

                    @Interrupt(answerName = "verdict")
                    static Question<Verdict> ask(String head) { throw new AssertionError(); }
                }
                """))
                .hasToString("{text=java.lang.String, head=java.lang.String, tail=java.util.List<java.lang.String>,"
                        + " words=java.util.List<java.util.Map$Entry<java.lang.String, java.lang.Integer>>,"
                        + " numbers=java.util.List<java.lang.Number>, verdict=p.Kinds$Verdict}");
    }

    @Test
    void nestedGraphsFlatNamespacedAndMapped() {
        String inner = """
                package p;

                @Graph
                class Inner {
                    @Node(outputName = "size")
                    static int size(String text, @Default("1") int factor) { return text.length() * factor; }
                }
                """;
        assertThat(types("Around", inner, """
                package p;

                @Graph
                @Subgraph(Inner.class)
                @Subgraph(value = Inner.class, name = "boxed", namespaced = true)
                @Subgraph(value = Inner.class, name = "each", inputs = @Rename(from = "text", to = "texts"),
                        outputs = @Rename(from = "size", to = "sizes"), mapOver = "text")
                class Around {}
                """))
                .hasToString("{text=java.lang.String, factor=int, boxedInputs=p.InnerInputs,"
                        + " texts=java.lang.Iterable<java.lang.String>, size=int, boxed=p.InnerOutputs,"
                        + " sizes=java.util.List<java.lang.Integer>}");
    }

    @Test
    void graphOfMoreThanAThousandValues() {
        StringBuilder nodes =
                new StringBuilder("    @Node(outputName = \"v0\") static int n0(int start) { return start; }\n");
        for (int i = 1; i <= 1100; i++) {
            String type = i % 2 == 0 ? "int" : "Integer";
            nodes.append("    @Node(outputName = \"v%d\") static %s n%d(%s v%d) { return v%d; }\n"
                    .formatted(i, type, i, type, i - 1, i - 1));
        }

        String types = types("Large", "package p;\n\n@Graph\nclass Large {\n" + nodes + "}\n")
                .toString();

        assertThat(types.split(", ")).hasSize(1102).endsWith("v1099=java.lang.Integer", "v1100=int}");
    }

    @Test
    void graphWithoutValues() {
        assertThat(types("Silent", """
                package p;

                @Graph
                class Silent {
                    @Node
                    static void beep() {}
                }
                """)).hasToString("{}");
    }

    @Test
    void interfaceMayHaveAMethodOfThatName() {
        assertThat(types("Taken", """
                package p;

                @Graph
                interface Taken {
                    @Node(outputName = "type")
                    default String tell(int slot) { return "" + slot; }

                    String type(int slot);

                    default String type_(int slot) { return type(slot); }
                }
                """)).hasToString("{slot=int, type=java.lang.String}");
    }

    @Test
    void durableGraphsAndEffectsThatMustNotBeRepeatedAreInThePlan() {
        assertThat(TestCompilation.of(PLANS, """
                package p;

                @Graph(durable = true)
                class Payment {
                    @Node(effect = Effect.ONCE)
                    static void pay(int amount) {}

                    static Object told() throws ReflectiveOperationException {
                        return List.of(Plans.of(PaymentGraph.class).isDurable(), Plans.of(PaymentGraph.class).traits(0).effectOnce());
                    }
                }
                """).evaluate("Payment.told()")).hasToString("[true, true]");
    }
}
