package dev.hypergraph4j.processor.check.message;

import dev.hypergraph4j.processor.javac.Library;
import org.junit.jupiter.api.Test;

class NamesMissingMessageTest {

    @Test
    void classFileWithoutNamesIsShownAtTheEntryThatTakesItIn() {
        Library.compiledWithoutProcessor("""
                        package lib;

                        import dev.hypergraph4j.*;

                        public class Retrieval {
                            @Node(outputName = "docs")
                            public String retrieve(String question, int topK) { return null; }
                        }
                        """).compile("""
                        package app;

                        import dev.hypergraph4j.*;

                        @Graph(nodes = lib.Retrieval.class)
                        interface Rag {
                            String docs(String question, int topK);
                        }
                        """).prints("""
                        Rag.java:5: error: [Hypergraph/NamesMissing] Rag can't use Retrieval, whose class file does not tell the names of parameters.
                        @Graph(nodes = lib.Retrieval.class)
                                                    ^
                              class : lib.Retrieval

                              How to fix:
                                - compile Retrieval with the Hypergraph4j processor, which writes them down beside it, or
                                - compile it with javac -parameters""");
    }
}
