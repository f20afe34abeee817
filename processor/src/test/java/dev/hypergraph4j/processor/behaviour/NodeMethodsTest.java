package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.runtime.NodeExecutionException;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Graphs of a single class: how its methods are called. */
class NodeMethodsTest {

    @Test
    void instanceMethodsAreCalledOnTheObjectGivenAndStaticOnesOnTheClass() {
        assertThat(
                        TestCompilation.of("""
                                package p;

                                @Graph
                                public class Greeting {
                                    private final String salutation;

                                    Greeting(String salutation) {
                                        this.salutation = salutation;
                                    }

                                    @Node(outputName = "name")
                                    static String name(String first, String last) {
                                        return first + " " + last;
                                    }

                                    @Node(outputName = "greeting")
                                    String greet(String name) {
                                        return salutation + " " + name;
                                    }
                                }
                                """)
                                .evaluate(
                                        "GreetingGraph.create(new Greeting(\"Hello\")).run(\"Ada\", \"Lovelace\").outputs().greeting()"))
                .isEqualTo("Hello Ada Lovelace");
    }

    @Test
    void graphOfStaticMethodsAloneNeedsNoObject() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Sum {
                                    @Node(outputName = "sum")
                                    static int add(int a, int b) {
                                        return a + b;
                                    }
                                }
                                """).evaluate("SumGraph.create().run(1, 2).outputs().sum()"))
                .isEqualTo(3);
    }

    @Test
    void graphWithoutInputsRuns() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Answer {
                                    @Node(outputName = "answer")
                                    static int answer() {
                                        return 42;
                                    }
                                }
                                """).evaluate("""
                                List.of(AnswerGraph.create().run().outputs().answer(),
                                        AnswerGraph.create().run(AnswerInputs.of()).outputs().answer(),
                                        AnswerGraph.create().runByName(Map.of()).outputs().answer())
                                """)).isEqualTo(List.of(42, 42, 42));
    }

    @Test
    void missingObjectIsNamed() {
        TestCompilation greeting = TestCompilation.of("""
                package p;

                @Graph
                class Greeting {
                    @Node(outputName = "greeting")
                    String greet() {
                        return "Hello";
                    }
                }
                """);

        assertThatThrownBy(() -> greeting.evaluate("GreetingGraph.create(null)"))
                .isInstanceOf(NullPointerException.class)
                .hasMessage("greeting");
    }

    @Test
    void checkedExceptionsReachTheCallerAsCauses() {
        TestCompilation reading = TestCompilation.of("""
                package p;

                @Graph
                class Reading {
                    @Node(outputName = "text")
                    static String read(String file) throws java.io.IOException {
                        throw new java.io.FileNotFoundException(file);
                    }
                }
                """);

        assertThatThrownBy(() -> reading.evaluate("ReadingGraph.create().run(\"a.txt\")"))
                .isInstanceOf(NodeExecutionException.class)
                .hasCauseInstanceOf(IOException.class)
                .hasMessageContaining("read")
                .hasMessageContaining("Reading.java:6");
    }

    @Test
    void nullThatWasNotAnnouncedIsRefused() {
        TestCompilation nothing = TestCompilation.of("""
                package p;

                @Graph
                class Nothing {
                    @Node(outputName = "text")
                    static String read() {
                        return null;
                    }
                }
                """);

        assertThatThrownBy(() -> nothing.evaluate("NothingGraph.create().run()"))
                .isInstanceOf(NodeExecutionException.class)
                .cause()
                .hasMessageContaining("null for 'text'");
    }

    @Test
    void methodsThatReturnNothingAreRunForTheirEffect() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Audit {
                                    final List<String> log = new ArrayList<>();

                                    @Node(outputName = "length")
                                    int length(String message) {
                                        return message.length();
                                    }

                                    @Node
                                    void write(String message, int length) {
                                        log.add(message + " " + length);
                                    }
                                }
                                """, """
                                package p;

                                class Runs {
                                    static List<String> one() {
                                        Audit audit = new Audit();
                                        AuditGraph.create(audit).run("hello");
                                        return audit.log;
                                    }
                                }
                                """).evaluate("Runs.one()")).isEqualTo(List.of("hello 5"));
    }

    @Test
    void graphOfVoidMethodsWithoutValuesRuns() {
        assertThat(TestCompilation.of("""
                                package p;

                                @Graph
                                class Beep {
                                    @Node
                                    static void beep() {}
                                }
                                """)
                        .evaluate("List.of(BeepGraph.create().run().status(), BeepGraph.create().run().values())")
                        .toString())
                .isEqualTo("[COMPLETED, {}]");
    }

    @Test
    void nestedTypesGiveTheirNamesInFront() {
        assertThat(TestCompilation.of("""
                                package p;

                                public class Outer {
                                    static class Middle {
                                        @Graph
                                        static class Sum {
                                            @Node(outputName = "sum")
                                            int add(int a, int b) {
                                                return a + b;
                                            }
                                        }
                                    }
                                }
                                """).evaluate("""
                                Outer_Middle_SumGraph.create(new Outer.Middle.Sum())
                                        .run(Outer_Middle_SumInputs.of(1, 2)).outputs().equals(new Outer_Middle_SumOutputs(3))
                                """)).isEqualTo(true);
    }

    @Test
    void innerClassOfAnObjectIsAHolderAsWell() {
        assertThat(TestCompilation.of("""
                                package p;

                                public class Outer {
                                    int base = 40;

                                    @Graph
                                    class Sum {
                                        @Node(outputName = "sum")
                                        int add(int a) {
                                            return base + a;
                                        }
                                    }
                                }
                                """)
                        .evaluate("Outer_SumGraph.create(new Outer().new Sum()).run(2).outputs().sum()"))
                .isEqualTo(42);
    }

    @Test
    void enumsAndRecordsMayHaveNodes() {
        assertThat(
                        TestCompilation.of("""
                                package p;

                                @Graph(nodes = Style.class)
                                record Greeting(String salutation) {
                                    @Node(outputName = "greeting")
                                    String greet(String name) {
                                        return salutation + " " + name;
                                    }
                                }
                                """, """
                                package p;

                                enum Style {
                                    LOUD;

                                    @Node(outputName = "shown")
                                    String show(String greeting) {
                                        return greeting + "!";
                                    }
                                }
                                """)
                                .evaluate(
                                        "GreetingGraph.create(new Greeting(\"Hello\"), Style.LOUD).run(\"Ada\").outputs().shown()"))
                .isEqualTo("Hello Ada!");
    }
}
