package dev.hypergraph4j.processor.behaviour;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hypergraph4j.processor.ClassPath;
import dev.hypergraph4j.processor.TestCompilation;
import dev.hypergraph4j.processor.TestResult;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Compilations that fail for reasons of which the compiler tells, or that lack what generated code needs. */
class ForeignErrorsTest {
    private static final String GRAPH = """
            package p;

            @Graph(nodes = Library.class)
            class Sum {
                @Node(outputName = "sum")
                static int sum(int a, int b) {
                    return a + b;
                }
            }
            """;
    private static final String LIBRARY = """
            package p;

            class Library {
                @Node(outputName = "shown")
                String show(int sum) {
                    return "" + sum;
                }
            }
            """;
    private static final String USER = """
            package p;

            class User {
                SumGraph graph = SumGraph.create(new Library());
                SumInputs inputs = SumInputs.of(1, 2);
            }
            """;

    @TempDir
    Path folder;

    private static List<String> errors(String... sources) {
        return TestCompilation.of(sources)
                .withOptions("--should-stop=ifError=FLOW", "-Xlint:all")
                .compile()
                .messages()
                .stream()
                .map(message -> message.lines().findFirst().orElse(""))
                .toList();
    }

    @Test
    void mistakeInABodyIsTheOnlyError() {
        assertThat(errors(GRAPH.replace("a + b", "a + c"), LIBRARY, USER))
                .containsExactly("error Sum.java:7: cannot find symbol");
    }

    @Test
    void mistakeInAnotherClassIsTheOnlyError() {
        assertThat(errors(GRAPH, LIBRARY, USER, "package p; class Broken { Missing missing; }"))
                .containsExactly("error Broken.java:1: cannot find symbol");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static int sum(int a, Missing b) { return 0; }",
                "static Missing sum(int a, int b) { return null; }",
                "static int sum(int a, List<Missing> b) { return 0; }",
                "static int sum(int a, int b) throws Missing { return 0; }",
                "static int sum(int a, @Missing int b) { return 0; }",
            })
    void typeThatDoesNotExistIsTheOnlyError(String method) {
        String graph = """
                package p;

                @Graph(nodes = Library.class)
                class Sum {
                    @Node(outputName = "sum")
                    %s
                }
                """.formatted(method);

        // From JDK 25 on javac warns of an annotation that does not exist as well: nobody claims it.
        assertThat(errors(graph, LIBRARY, USER))
                .filteredOn(line -> !line.startsWith("warning: No processor claimed"))
                .containsExactly("error Sum.java:6: cannot find symbol");
    }

    @Test
    void nodeClassThatDoesNotExistIsTheOnlyError() {
        assertThat(errors(GRAPH, USER.replace("new Library()", "")))
                .containsExactly("error Sum.java:3: cannot find symbol");
    }

    @Test
    void libraryOfAMissingTypeIsTheOnlyError() {
        assertThat(errors(GRAPH, LIBRARY.replace("String show", "Missing show"), USER))
                .containsExactly("error Library.java:5: cannot find symbol");
    }

    @Test
    void superclassThatDoesNotExistIsTheOnlyError() {
        assertThat(errors(GRAPH.replace("class Sum", "class Sum extends Missing"), LIBRARY, USER))
                .containsExactly("error Sum.java:4: cannot find symbol");
    }

    @Test
    void missingRuntimeIsSaidOnce() {
        assertThat(TestCompilation.of(GRAPH, GRAPH.replace("Sum", "Other"), LIBRARY)
                        .withClassPath(ClassPath.withoutRuntime())
                        .compile()
                        .messages()
                        .stream()
                        .filter(message -> message.contains("Hypergraph/")))
                .singleElement()
                .asString()
                .startsWith("error Sum.java:4: [Hypergraph/RuntimeMissing] The graph Sum needs hypergraph4j-runtime,"
                        + " which is not on the class path.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"public static final int FORMAT = 2;", "public static final int FORMAT = 0;", ""})
    void runtimeOfAnotherVersionIsSaidOnce(String format) {
        TestResult runtime = TestCompilation.of(
                        "package dev.hypergraph4j.runtime.plan; public class Plan { %s }".formatted(format),
                        "package dev.hypergraph4j.runtime; public class CompiledGraph<I, O> {}")
                .compile();
        Path jar = runtime.intoJar(folder.resolve("runtime.jar"));

        assertThat(TestCompilation.of(GRAPH, LIBRARY)
                        .withClassPath(ClassPath.withoutRuntime())
                        .using(jar)
                        .compile()
                        .messages())
                .singleElement()
                .asString()
                .startsWith("error Sum.java:4: [Hypergraph/RuntimeMissing] The graph Sum needs hypergraph4j-runtime,"
                        + " which is of another version than the processor.");
    }

    @Test
    void librariesNeedNoRuntime() {
        Path jar = TestCompilation.of("package dev.hypergraph4j.runtime; public class Nothing {}")
                .compile()
                .intoJar(folder.resolve("nothing.jar"));

        assertThat(TestCompilation.of(LIBRARY)
                        .withClassPath(ClassPath.withoutRuntime())
                        .using(jar)
                        .compile()
                        .succeedsInSilence()
                        .generatedSources())
                .containsOnlyKeys("p.Library_Nodes");
    }

    @Test
    void typeThatALibraryOfAJarNeedsIsMissedByTheCompiler() {
        String library = LIBRARY.replace("int sum", "int sum, Optional<List<dep.Missing>> missing");
        TestResult compiled = TestCompilation.of(
                        library.replace("class", "public class"), "package dep; public class Missing {}")
                .compile()
                .succeedsInSilence();
        Path jar = compiled.intoJar(folder.resolve("library.jar"), type -> !type.startsWith("dep."));

        assertThat(TestCompilation.of(GRAPH, USER)
                        .using(jar)
                        .withOptions("--should-stop=ifError=FLOW")
                        .compile()
                        .messages())
                .isNotEmpty()
                .noneMatch(message -> message.contains("Hypergraph/"));
    }

    @Test
    void typeThatExistsAlreadyIsNamed() {
        assertThat(errors(GRAPH, LIBRARY, "package p; record SumInputs(int a) {}"))
                .containsExactly(
                        "error Sum.java:4: [Hypergraph/NameCollision] SumInputs would be generated for Sum, but exists already.");
    }

    @Test
    void typeOfANameThatBringsAnotherRoundAboutMayExist() {
        assertThat(errors(
                        GRAPH.replace("int a, int b", "int a, Missing b"),
                        LIBRARY,
                        USER,
                        "package p; class Sum_Pending {}",
                        "package p; class Library_Pending {}"))
                .containsExactly("error Sum.java:6: cannot find symbol");
    }

    @Test
    void typesThatWouldGetOneNameAreNamed() {
        assertThat(errors(GRAPH, LIBRARY, """
                        package p;

                        class Outer {
                            @Graph
                            static class Sum {
                                @Node(outputName = "x")
                                static int x() {
                                    return 1;
                                }
                            }
                        }
                        """, """
                        package p;

                        @Graph
                        class Outer_Sum {
                            @Node(outputName = "x")
                            static int x() {
                                return 1;
                            }
                        }
                        """))
                .containsExactly(
                        "error Outer_Sum.java:4: [Hypergraph/NameCollision] Outer_SumGraph, Outer_SumInputs and"
                                + " Outer_SumOutputs would be generated for Outer_Sum, but exist already.");
    }

    @Test
    void defectOfOursIsReportedAsSuchAndWithoutTheCompilersFrames() {
        TestResult result = TestCompilation.of(GRAPH, LIBRARY).compile(new WrappedProcessor((method, arguments) -> {
            throw new IllegalStateException("full");
        }));

        assertThat(result.messages())
                .filteredOn(message -> message.contains("Hypergraph/"))
                .hasSize(2)
                .allMatch(message -> message.contains("[Hypergraph/Defect] Hypergraph4j failed on p."))
                .allMatch(message -> message.contains("defect : java.lang.IllegalStateException: full"))
                .allMatch(message -> message.contains("at     : dev.hypergraph4j.processor.TypeProcessor.write"))
                .noneMatch(message -> message.contains("com.sun.tools"));
    }
}
