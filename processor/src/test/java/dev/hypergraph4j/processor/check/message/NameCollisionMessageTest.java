package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NameCollisionMessageTest {

    @Test
    void nodesOfOneClassAreShownThereHoweverManyGraphsUseIt() {
        String graph = """
                package app;

                import dev.hypergraph4j.*;

                @Graph(nodes = Texts.class)
                class First {}
                """;
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = "shortText")
                            String trim(String text) { return null; }

                            @Node(outputName = "shorterText")
                            String trim(String text, int length) { return null; }
                        }
                        """, graph, graph.replace("First", "Second")).prints("""
                        Texts.java:10: error: [Hypergraph/NameCollision] Two nodes of Texts are called 'trim'.
                            String trim(String text, int length) { return null; }
                                   ^
                              first  : Texts.trim(text)
                              second : Texts.trim(text, length)

                              How to fix:
                                - name one of them otherwise: @Node(name = "...")""");
    }

    @Test
    void nodesOfTwoClassesAreShownInTheGraphThatBringsThemTogether() {
        Compiled.of("""
                        package app.old;

                        import dev.hypergraph4j.*;

                        public class Texts {
                            @Node(outputName = "shortText")
                            public String trim(String text) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = "clean")
                            String trim(String text) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = {app.old.Texts.class, Texts.class})
                        class Titles {}
                        """).prints("""
                        Texts.java:7: error: [Hypergraph/NameCollision] Two nodes of Titles are called 'trim'.
                            String trim(String text) { return null; }
                                   ^
                              first  : app.old.Texts.trim(text)
                              second : app.Texts.trim(text)

                              How to fix:
                                - name one of them otherwise: @Node(name = "...")""");
    }

    private static final String DESK = """
            package app;

            import dev.hypergraph4j.*;

            @Graph(nodes = Checks.class)
            class Desk {
                @Interrupt(answerName = "approved")
                static Question<Boolean> approve(String draft) { return Question.confirm(draft); }
            }
            """;

    private static final String CHECKS = """
            package app;

            import dev.hypergraph4j.*;

            class Checks {
                @Node(outputName = "draft")
                static String write(String title) { return title; }
            }
            """;

    @ParameterizedTest
    @ValueSource(strings = {"DeskGraph", "DeskInputs", "DeskOutputs", "DeskAnswers"})
    void typeOfTheUserThatAGraphWouldGetIsShownWithTheGraph(String taken) {
        Compiled.of(DESK, CHECKS, "package app;\n\nclass %s {}".formatted(taken))
                .prints("""
                Desk.java:6: error: [Hypergraph/NameCollision] %s would be generated for Desk, but exists already.
                class Desk {
                ^

                      How to fix:
                        - rename that type, or Desk""".formatted(taken));
    }

    @Test
    void typeOfTheUserThatALibraryWouldGetIsShownWithTheLibrary() {
        Compiled.of(CHECKS, "package app;\n\nrecord Checks_Nodes(int x) {}").prints("""
                Checks.java:5: error: [Hypergraph/NameCollision] Checks_Nodes would be generated for Checks, but exists already.
                class Checks {
                ^

                      How to fix:
                        - rename that type, or Checks""");
    }

    @Test
    void nestedTypesAndThoseOfOtherPackagesAreInNobodysWay() {
        Compiled.of(
                        DESK,
                        CHECKS,
                        "package app.other;\n\nclass DeskInputs {}",
                        "package app;\n\nclass Desks { static class DeskGraph {} static class Checks_Nodes {} }")
                .printsNothing();
    }

    @Test
    void nameOfAUseIsShownThere() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = "trimmed")
                            String trim(String text) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Texts.class)
                        @Use(type = Texts.class, method = "trim", name = "trim",
                                outputs = @Rename(from = "trimmed", to = "title"))
                        class Titles {}
                        """).prints("""
                        Titles.java:6: error: [Hypergraph/NameCollision] Two nodes of Titles are called 'trim'.
                        @Use(type = Texts.class, method = "trim", name = "trim",
                        ^
                              first  : Texts.trim(text)
                              second : Texts.trim(text)

                              How to fix:
                                - choose another name in the @Use""");
    }

    @Test
    void valueThatIsRenamedTwiceIsShownAtTheSecond() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Texts {
                            @Node(outputName = "trimmed")
                            String trim(String text) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph
                        @Use(type = Texts.class, method = "trim", name = "trimTitle", inputs = {
                            @Rename(from = "text", to = "title"),
                            @Rename(from = "text", to = "head")
                        })
                        class Titles {}
                        """).prints("""
                        Titles.java:8: error: [Hypergraph/NameCollision] The @Use 'trimTitle' of Titles renames 'text' twice.
                            @Rename(from = "text", to = "head")
                                           ^

                              How to fix:
                                - remove one of the two""");
    }
}
