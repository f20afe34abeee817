package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

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
