package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Compiled;
import org.junit.jupiter.api.Test;

class DuplicateOutputMessageTest {

    @Test
    void secondProducerIsShownAtItsOutputName() {
        Compiled.of("""
                        package app;

                        import dev.hypergraph4j.*;

                        class Archive {
                            @Node(outputName = "docs")
                            String search(String question) { return null; }
                        }
                        """, """
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = Archive.class)
                        class Rag {
                            @Node(outputName = "docs")
                            String retrieve(String question) { return null; }

                            @Node(outputName = "answer")
                            int generate(int docs) { return 0; }
                        }
                        """).prints("""
                        Archive.java:6: error: [Hypergraph/DuplicateOutput] In Rag, both Rag.retrieve and Archive.search produce 'docs'.
                            @Node(outputName = "docs")
                                               ^
                              docs : String  output of Rag.retrieve
                              docs : String  output of Archive.search

                              How to fix:
                                - give the output of Archive.search another name in its outputName, and take it by that name where it is meant, or
                                - leave one of the nodes out of Rag""");
    }

    @Test
    void furtherUseIsShownAtTheUse() {
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
                        @Use(type = Texts.class, method = "trim", name = "trimTitle")
                        class Titles {}
                        """).prints("""
                        Titles.java:6: error: [Hypergraph/DuplicateOutput] In Titles, both Texts.trim and Texts.trim (as trimTitle) produce 'trimmed'.
                        @Use(type = Texts.class, method = "trim", name = "trimTitle")
                        ^
                              trimmed : String  output of Texts.trim
                              trimmed : String  output of Texts.trim (as trimTitle)

                              How to fix:
                                - rename it in the @Use: @Rename(from = "trimmed", to = "..."), and take it by that name where it is meant, or
                                - leave one of the nodes out of Titles""");
    }
}
